cahier-nom = دفتر النصوص وجدول الحصص
cahier-titre = ماذا تريد أن ترى؟
cahier-travail = الواجبات
cahier-horaire = جدول الحصص
cahier-semaine = من { $debut } إلى { $fin }
cahier-jour = { $jour }
cahier-heure = { $heure }
cahier-jour-heure = { $jour }، { $heure }

# Le travail
cahier-travail-titre = واجبات يوم { $jour }
cahier-svt = SVT (علوم الحياة والأرض)
cahier-svt-travail = تحضير دراسة ورقة شجر
cahier-maths = الرياضيات
cahier-maths-travail = تمرينان
cahier-document-joint = وثيقة مرفقة
cahier-fait = أُنجز
cahier-pour = ليوم
cahier-donne-par = أعطاه
cahier-a-faire = المطلوب
cahier-etat = سجّلته Inès
cahier-etat-a-faire = لم يُنجز بعد
cahier-m-roussel = السيد Roussel
cahier-svt-consigne = قراءة الوثيقة المرفقة وتحضير الأدوات.
cahier-maths-consigne = إنجاز التمرينين 4 و5، الصفحة 62.
cahier-maths-conseil = يمكنك أن تسأل Inès عمّا عليها فعله. هي التي تنجز الواجب.
cahier-ouvrir-document = فتح الوثيقة
cahier-noter-vu = تسجيل أنني رأيته
cahier-enlever-vu = إزالة «رأيته»
cahier-vu-note = سُجّل ذلك لك. Inès تنجز واجبها بنفسها.
cahier-vu = رأيت هذا الواجب.
cahier-noter-fait = تسجيل أنه أُنجز
cahier-enlever-fait = إزالة «أُنجز»
cahier-fait-note = سُجّل ذلك. والداك يريانه أيضًا.
cahier-document-titre = الوثيقة المرفقة
cahier-document-image = صفحة أعطتها السيدة Ferrand
cahier-document-sujet = دراسة ورقة شجر
cahier-document-etape-lire = اقرأ الصفحة 40 من الكتاب.
cahier-document-etape-dessiner = ارسم ورقة شجر على دفترك.
cahier-document-etape-apporter = أحضر ورقة شجر وعدسة مكبّرة.

# L'emploi du temps
cahier-semaine-choix = اختر يومًا
cahier-aujourd-hui = اليوم
cahier-demain = غدًا
cahier-changement = تغيير
cahier-cours = حصص الصباح
cahier-colonne-heure = الساعة
cahier-colonne-cours = الحصة
cahier-colonne-salle = القاعة
cahier-francais = الفرنسية
cahier-pas-de-cours = لا توجد حصة
cahier-eps = EPS (رياضة)
cahier-gymnase = قاعة الرياضة
cahier-salle-15 = القاعة 15
cahier-salle-112 = القاعة 112
cahier-salle-204 = القاعة 204
cahier-absence-debut = السيدة Delcourt غائبة. الحصة الأولى على الساعة { $heure }.
cahier-absence-permanence = تأتي Inès متأخرة إذا أذنت بذلك. وإلا فهي تذهب إلى قاعة المداومة (permanence)، وهي قاعة تحت إشراف شخص بالغ.
cahier-salle-svt = تغيّرت قاعة حصة SVT. الحصة في القاعة 204.

# Le pense-bête
cahier-pense-bete = ورقة التذكير
cahier-pense-bete-detail = لتسجيل ما يتغيّر غدًا
cahier-pense-bete-titre = ورقة التذكير ليوم غد
cahier-question-heure = ساعة أول حصة لـ Inès
cahier-question-salle = قاعة حصة SVT
cahier-garder-note = حفظ هذه الورقة
cahier-changer-note = تغيير ورقتي
cahier-voir-horaire = عرض جدول الحصص
cahier-note-manque = اختر ساعة وقاعة. تجدهما في جدول حصص الغد.
cahier-note-heure = جدول الحصص فيه ساعة أخرى. انظر إلى أول حصة غدًا.
cahier-note-salle = جدول الحصص فيه قاعة أخرى. انظر إلى سطر SVT ليوم غد.
cahier-note-gardee = ورقتك محفوظة في هذا الهاتف.

mission-travail_de_demain = ابحث عن واجبات Inès ليوم غد.
    .indice-1 = افتح «دفتر النصوص وجدول الحصص».
    .indice-2 = اضغط على «الواجبات».
    .retenir = دفتر النصوص (cahier de textes) يقول ماذا على التلميذ أن يفعل، ولأي يوم.
    .regarder = لاحظ هل يجد الشخص الخدمة من أول مرة.
    .ne-pas-faire = لا تُشر إلى السطر. دع الشخص يقرأ القائمة.

mission-horaire_de_demain = ابحث عن حصص Inès ليوم غد.
    .indice-1 = اضغط على «جدول الحصص».
    .indice-2 = اضغط على اليوم الذي عليه «غدًا».
    .retenir = كلمة «تغيير» تنبّه إلى يوم مختلف. افتح هذا اليوم لتعرف ما تغيّر.
    .regarder = لاحظ هل يميّز الشخص بين اليوم والغد.
    .ne-pas-faire = لا تقرأ الجدول مكانه.

mission-document_joint = افتح وثيقة واجب SVT، ثم سجّل أنك رأيته.
    .indice-1 = افتح «دفتر النصوص وجدول الحصص»، ثم «الواجبات».
    .indice-2 = افتح واجب SVT، ثم اضغط على «فتح الوثيقة».
    .indice-3 = اضغط على «رجوع»، ثم على «تسجيل أنني رأيته».
    .retenir = الوثيقة المرفقة قد تقول ماذا يجب إحضاره. «رأيته» لا يعني «أُنجز».
    .regarder = لاحظ هل يعود الشخص من الوثيقة بزر «رجوع».
    .ne-pas-faire = لا تشرح الوثيقة. اسأل ماذا على Inès أن تُحضر.

mission-changements_de_demain = شيئان يتغيّران غدًا. سجّل ساعة أول حصة وقاعة SVT.
    .indice-1 = افتح «دفتر النصوص وجدول الحصص»، ثم «جدول الحصص».
    .indice-2 = افتح اليوم الذي عليه «تغيير» واقرأ التغييرين.
    .indice-3 = ارجع إلى الوراء وافتح «ورقة التذكير».
    .indice-4 = اختر الساعة والقاعة، ثم اضغط على «حفظ هذه الورقة».
    .retenir = انظر إلى جدول الحصص قبل يوم. غياب أستاذ أو تغيير قاعة قد يغيّر اليوم.
    .regarder = لاحظ هل يرى الشخص التغييرين معًا.
    .ne-pas-faire = لا تقل الساعة. الشاشة تقول أين يجب النظر.
