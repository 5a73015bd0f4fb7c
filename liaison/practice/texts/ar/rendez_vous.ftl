rendez_vous-nom = المواعيد

rdv-titre = موعد في مدرسة Jules-Verne
rdv-explication = هذه المدرسة ليس لديها ENT. ترسل إليك رابطًا. لا حاجة إلى أي حساب.
rdv-de-la-part-de = من طرف
rdv-ecole = مدرسة Jules-Verne (خيالية)
rdv-pour = بخصوص
rdv-enfant = Yanis، في القسم CM2
rdv-avec = مع
rdv-maitre = السيد Leroy، معلم Yanis
rdv-duree = المدة
rdv-minutes =
    { $minutes ->
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
       *[other] { $minutes } دقيقة
    }
rdv-qui = من أنت؟
rdv-qui-aide = كل وليّ أمر يستطيع أن يأخذ موعده.
rdv-mme = السيدة Benali
rdv-m = السيد Benali
rdv-continuer = متابعة
rdv-dire-qui = يجب أولًا اختيار من أنت.

rdv-creneaux-titre = اختيار وقت
rdv-creneaux-explication = هذه أوقات المعلم. يمكن الضغط على وقت متاح يناسبك.
rdv-jour = { $jour }
rdv-heure = { $heure }
rdv-jour-heure = { $jour }، { $heure }
rdv-pris = محجوز
rdv-libre = متاح
rdv-deja-pris = هذا الوقت محجوز. يجب اختيار وقت آخر.
rdv-pris-entre-temps = عائلة أخرى حجزت هذا الوقت الآن. يجب اختيار وقت آخر.
rdv-aucun-ne-convient = لا يناسبك أي وقت؟ يمكن الاتصال بالمدرسة: ستبحث معك عن وقت آخر.
rdv-note = سُجّل موعدك. السيد Leroy على علم بذلك.

rdv-mien-titre = موعدك
rdv-quand = متى
rdv-ou = أين
rdv-classe = في قاعة القسم CM2
rdv-interprete = المترجمة
rdv-sans-interprete = لم تُطلب مترجمة
rdv-interprete-arabe = طُلبت، بالعربية
rdv-interprete-soninke = طُلبت، بالسوننكية
rdv-interprete-turc = طُلبت، بالتركية
rdv-nom-cache = السيد Leroy يرى اسمك. العائلات الأخرى ووليّ الأمر الآخر لا يرونه.
rdv-voir-autres = رؤية ما يراه الآخرون
rdv-demander-interprete = طلب مترجمة
rdv-changer = تغيير الوقت
rdv-vouloir-annuler = إلغاء هذا الموعد

rdv-langue-titre = بأي لغة؟
rdv-langue-explication = المترجمة تنقل ما يُقال من لغة إلى أخرى. لا تكرّره لأحد. ليس على طفلك أن يترجم.
rdv-arabe = العربية
rdv-soninke = السوننكية
rdv-turc = التركية
rdv-venir-sans = الحضور بدون مترجمة
rdv-interprete-demandee = أُرسل طلبك. تسأل المدرسةُ السيدةَ Sow، وهي مترجمة، هل يمكنها الحضور.
rdv-interprete-retiree = سيكون حضورك بدون مترجمة. يمكنك تغيير رأيك.

rdv-annuler-titre = إلغاء هذا الموعد؟
rdv-annuler-explication = يصبح الوقت متاحًا لعائلة أخرى. يمكنك أخذ موعد آخر.
rdv-garder = الاحتفاظ بموعدي
rdv-rendre = إلغاء موعدي
rdv-annule = أُلغي موعدك. السيد Leroy على علم بذلك.

rdv-autres-titre = ما يراه الآخرون
rdv-autres-explication = العائلات الأخرى ووليّ الأمر الآخر يرون هذا الجدول. لا يظهر فيه أي اسم.
rdv-autres-legende = أوقات السيد Leroy
rdv-creneau = الوقت
rdv-etat = الحالة
rdv-revenir = العودة إلى موعدي

mission-rdv_prendre = أنت السيدة Benali. خذي موعدًا مع معلم Yanis.
    .indice-1 = اسمكِ مختار من قبل. بقي أن تري الأوقات.
    .indice-2 = اضغطي على «متابعة»، ثم على يوم غير محجوز.
    .retenir = رابط من المدرسة قد يكفي لأخذ موعد. لا حاجة إلى أي حساب.
    .regarder = تحجز عائلة أخرى أحد الأوقات. هل يختار الشخص وقتًا آخر وحده؟
    .ne-pas-faire = اختيار اليوم مكانه.
mission-rdv_interprete = أنت السيدة Benali، ولديكِ موعد. اطلبي مترجمة.
    .indice-1 = افتحي «رابط لأخذ موعد».
    .indice-2 = اختاري «السيدة Benali»، ثم اضغطي على «متابعة».
    .indice-3 = اضغطي على «طلب مترجمة»، ثم على لغة.
    .retenir = يمكنك أن تطلبي مترجمة من المدرسة. ليس على طفلك أن يترجم.
    .regarder = هل يفهم الشخص أن الطلب يُرسل بمجرد الضغط؟
    .ne-pas-faire = سؤاله عن لغته أمام المجموعة.
mission-rdv_separes = أنت السيد Benali، منفصل عن السيدة Benali. خذ موعدك، ثم انظر ماذا يرى الآخرون.
    .indice-1 = افتح «رابط لأخذ موعد». اختر «السيد Benali».
    .indice-2 = اضغط على «متابعة». أحد الأوقات محجوز: اختر وقتًا آخر.
    .indice-3 = اضغط على «رؤية ما يراه الآخرون».
    .question = ماذا يُظهر سطر موعدك؟
    .retenir = يمكن لوليّي الأمر المنفصلين أن يأتيا في وقتين مختلفين. كل واحد يرى موعده فقط.
    .regarder = هل يجد الشخص ما يراه الآخرون من موعده؟
    .ne-pas-faire = طرح أي سؤال عن عائلة الشخص.
