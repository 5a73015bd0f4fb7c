messagerie-nom = الرسائل
messagerie-titre = رسائلك
messagerie-recus = الرسائل الواردة
messagerie-soir-annonce = الساعة الآن { $maintenant }. الرسالة المكتوبة الآن تُرسل غدًا، { $jour }، على الساعة { $heure }.

# Personnes et sujets
messagerie-delcourt = السيدة Delcourt، الأستاذة الرئيسية
messagerie-delcourt-classe = السيدة Delcourt، إلى كل القسم
messagerie-delcourt-seule = السيدة Delcourt وحدها
messagerie-morin = السيد Morin، مكتب المالية
messagerie-haddad = السيد Haddad، الحياة المدرسية
messagerie-petit = السيدة Petit، الإدارة
messagerie-ferrand = السيدة Ferrand، أستاذة العلوم (SVT)
messagerie-mme-benali = السيدة Benali
messagerie-vous = أنت
messagerie-vous-seule = السيدة Nadia Benali وحدها
messagerie-vous-seul = السيد Karim Benali وحده
messagerie-classe-entiere = جميع أولياء أمور تلاميذ القسم 3e B، وعددهم { $nombre }
messagerie-sortie = رحلة إلى المسرح
messagerie-carte-cantine = صورة بطاقة المطعم المدرسي
messagerie-pique-nique = وجبة الرحلة والحساسية
messagerie-rendez-vous = موعد
messagerie-materiel = أدوات حصة العلوم (SVT)
messagerie-carnet-oublie = دفتر منسيّ

# Un fil
messagerie-de = من
messagerie-a = إلى
messagerie-conversation = المحادثة
messagerie-non-lu = غير مقروءة
messagerie-reponse-attendue = بانتظار الرد
messagerie-repondre = الرد
messagerie-reponse-titre = كتابة الرد
messagerie-qui-lira = من سيقرأ
messagerie-votre-message = رسالتك
messagerie-texte-manque = الرسالة فارغة. يجب كتابة بضع كلمات، ثم الضغط من جديد.
messagerie-envoyer = إرسال
messagerie-relire = مراجعة قبل الإرسال
messagerie-modifier = تعديل ردّي
messagerie-parti = أُرسلت رسالتك.
messagerie-envoye-a = أُرسلت على الساعة { $heure }
messagerie-en-attente = رسالتك محفوظة. ستُرسل غدًا، { $jour }، على الساعة { $heure }.
messagerie-attend = في الانتظار: تُرسل غدًا، { $jour }، على الساعة { $heure }
messagerie-rappeler = سحب رسالتي
messagerie-rappele = سُحبت رسالتك. يمكنك تصحيحها وإرسالها من جديد.

messagerie-sortie-message = مرحبًا سيدتي، يذهب القسم إلى المسرح يوم { $jour }. هل تأتي Inès معنا؟
messagerie-sortie-aide = مثال: مرحبًا سيدتي، ستأتي Inès إلى المسرح. Nadia Benali

messagerie-cantine-message = مرحبًا سيدتي، بطاقة المطعم المدرسي (cantine) الخاصة بـ Inès لم تعد تعمل. أرسلي لي من فضلك صورة لهذه البطاقة.
messagerie-joindre = إرفاق صورة
messagerie-galerie-titre = صور هاتفك
messagerie-galerie-explication = الصورة المختارة هي وحدها التي تُرسل. الصور الأخرى تبقى في هاتفك.
messagerie-galerie-question = أي صورة تُرفق؟
messagerie-photo-document = صورة رسالة من البلدية
messagerie-photo-carte = صورة بطاقة المطعم الخاصة بـ Inès
messagerie-photo-famille = صورة عائلتك على الشاطئ
messagerie-photo-manque = يجب اختيار صورة أولًا.
messagerie-photo-document-doute = هذه الرسالة تُظهر عنوانك. السيد Morin لم يطلبه.
messagerie-photo-famille-doute = هذه الصورة تُظهر عائلتك. الإعدادية لا تحتاج إليها.
messagerie-photo-autre = السيد Morin ينتظر صورة البطاقة. يمكنك سحب هذه الرسالة.
messagerie-voir-avant = رؤية الصورة قبل الإرسال
messagerie-changer-photo = اختيار صورة أخرى

messagerie-pique-nique-message = مرحبًا، يوم { $jour } يُحضر كل تلميذ وجبة باردة. اكتبوا لي إن كانت لدى طفلكم حساسية.
messagerie-groupe-aide = مثال: مرحبًا سيدتي، Inès لديها حساسية من الجوز.
messagerie-groupe-question = إلى من يذهب ردّك؟
messagerie-groupe-expediteur = إلى السيدة Delcourt وحدها
messagerie-groupe-tous = إلى الجميع
messagerie-groupe-tous-aide = السيدة Delcourt وجميع أولياء أمور القسم، وعددهم { $nombre }
messagerie-groupe-manque = يجب أولًا اختيار من سيقرأ ردّك.
messagerie-groupe-doute = الحساسية معلومة صحية. العائلات الأخرى لا تحتاج إلى قراءتها.
messagerie-groupe-lu-seule = السيدة Delcourt وحدها تستطيع قراءة ردّك.
messagerie-groupe-lu-tous = ردّك موجّه إلى جميع أولياء الأمور، وعددهم { $nombre }. يمكنك سحبه.
messagerie-groupe-rappele = سُحب ردّك. ربما قرأه أحد قبل ذلك. يمكنك تصحيحه.
messagerie-groupe-karim-lit = ردّت السيدة Benali على الجميع. لذلك يظهر لك ردّها.
messagerie-groupe-karim-ne-lit-pas = لا تظهر لك الردود المرسلة إلى السيدة Delcourt وحدها.

# Écrire le premier
messagerie-ecrire = كتابة رسالة
messagerie-ecrire-autre-compte = لكتابة رسالة جديدة، يجب التدرّب بحساب السيدة Benali.
messagerie-deja-envoye = رسالتك أُرسلت من قبل. افتحها لقراءتها أو سحبها.
messagerie-qui-titre = إلى من تُرسل الرسالة؟
messagerie-qui-explication = هذا من يهتم بكل سؤال.
messagerie-qui-liste = العاملون في الإعدادية
messagerie-delcourt-role = القسم، الدراسة، التوجيه
messagerie-haddad-role = الغياب، التأخر، الخروج
messagerie-morin-role = المطعم، الفواتير، المنح
messagerie-petit-role = التسجيل، الحالات الخطيرة
messagerie-ecrire-aide = البدء بالتحية، ثم سؤال واحد، ثم الاسم.
messagerie-changer-destinataire = اختيار شخص آخر
messagerie-envoyes = عرض رسائلي المرسلة
messagerie-envoyes-titre = الرسائل المرسلة
messagerie-envoyes-aucun = لم تُرسل أي رسالة.
messagerie-nouveau-message = رسالتك الجديدة
messagerie-attente = في الانتظار
messagerie-depart = وقت الإرسال
messagerie-parti-le = أُرسلت يوم { $jour } على الساعة { $heure }
messagerie-pas-perdu = هذه الرسالة لم تضِع. لا شيء آخر عليك فعله.
messagerie-rappele-destinataire = سُحبت رسالتك. نصّك محفوظ. يجب اختيار من يُرسل إليه.

# Le soir
messagerie-soiree = ماذا يحدث لرسالة المساء؟
messagerie-soiree-heures = في هذه الإعدادية، النشر متوقف من { $debut } إلى { $fin }: لا تظهر أي رسالة.
messagerie-soiree-attend = يمكنك الكتابة خلال هذه الساعات. رسالتك تنتظر وتظهر على الساعة { $heure }.
messagerie-soiree-choix = كل إعدادية تختار أوقاتها.
messagerie-soiree-urgence = في حالة طارئة، يجب الاتصال بالهاتف.

# Les deux autres comptes
messagerie-karim-message = مرحبًا سيدي، أقترح عليك موعدًا بخصوص Inès. هل تفضّل الصباح أم المساء؟
messagerie-karim-aide = مثال: مرحبًا سيدتي، أفضّل الصباح. Karim Benali
messagerie-ferrand-message = مرحبًا Inès، أحضري عدسة مكبّرة يوم { $jour }. كل شيء مكتوب في دفتر النصوص (cahier de textes).
messagerie-haddad-message = مرحبًا Inès، بقي دفترك في قاعة المداومة (permanence). تعالي لأخذه من مكتب الحياة المدرسية (vie scolaire).
messagerie-compte-eleve = هذه الرسالة في حساب Inès. والداها لا يريانها في حسابيهما.

mission-lire_message = اقرئي الرسالة التي لم تقرئيها بعد.
    .indice-1 = افتحي «الرسائل».
    .indice-2 = ابحثي عن كلمة «غير مقروءة»، ثم اضغطي على هذه الرسالة.
    .question = في أي يوم يذهب القسم إلى المسرح؟
    .retenir = الرسالة غير المقروءة عليها علامة. تختفي العلامة عندما تفتحينها.
    .regarder = هل يرى الشخص كلمة «غير مقروءة» في القائمة؟
    .ne-pas-faire = قراءة الرسالة بصوت عالٍ قبله.

mission-repondre_message = أخبري السيدة Delcourt هل تأتي Inès إلى المسرح.
    .indice-1 = افتحي «الرسائل»، ثم الرسالة «رحلة إلى المسرح».
    .indice-2 = اضغطي على «الرد» واكتبي بضع كلمات.
    .indice-3 = اضغطي على «إرسال».
    .retenir = رسالة قصيرة تكفي. ابدئي بالتحية، أجيبي، واكتبي اسمك.
    .regarder = هل يجد الشخص نصّه في المحادثة؟
    .ne-pas-faire = تصحيح الأخطاء. السيدة Delcourt تفهم.

mission-joindre_photo = أرسلي إلى السيد Morin الصورة التي يطلبها.
    .indice-1 = افتحي «الرسائل»، ثم رسالة السيد Morin.
    .indice-2 = اضغطي على «إرفاق صورة» واختاري الصورة التي يطلبها السيد Morin.
    .indice-3 = اضغطي على «رؤية الصورة قبل الإرسال»، ثم على «إرسال».
    .retenir = أرسلي الصورة المطلوبة فقط. انظري إليها قبل الإرسال.
    .regarder = هل يتأكد الشخص من الصورة وممّن سيقرؤها؟
    .ne-pas-faire = اختيار الصورة مكانه. يمكنه سحب رسالته.

mission-bon_destinataire = لديك سؤال عن فاتورة المطعم. اكتبي إلى الشخص المناسب.
    .indice-1 = افتحي «الرسائل»، ثم «كتابة رسالة».
    .indice-2 = اقرئي تحت كل اسم بماذا يهتم هذا الشخص.
    .indice-3 = اختاري السيد Morin، اكتبي سؤالك، ثم اضغطي على «إرسال».
    .retenir = في الإعدادية، لكل سؤال شخص يهتم به. القائمة تقول من يفعل ماذا.
    .regarder = هل يقرأ الشخص السطور تحت الأسماء؟
    .ne-pas-faire = قول الاسم. الخطأ يُصحَّح في «الرسائل المرسلة».

mission-repondre_groupe = أخبري السيدة Delcourt، وحدها، أن Inès لديها حساسية من الجوز.
    .indice-1 = افتحي «الرسائل»، ثم «السيدة Delcourt، إلى كل القسم».
    .indice-2 = اضغطي على «الرد»، ثم اكتبي ردّك.
    .indice-3 = اختاري «إلى السيدة Delcourt وحدها».
    .indice-4 = اضغطي على «مراجعة قبل الإرسال»، تأكدي ممّن سيقرأ، ثم «إرسال».
    .retenir = قبل الإرسال، انظري من سيقرأ. سحب الرسالة غير ممكن في كل مواقع ENT.
    .regarder = هل يقرأ الشخص سطر «من سيقرأ» قبل الإرسال؟
    .ne-pas-faire = منع الرد على الجميع. الشخص يراه ويسحبه بنفسه.

mission-message_du_soir = الوقت متأخر وInès مريضة. أبلغي مكتب الحياة المدرسية، ثم تأكدي من وقت إرسال الرسالة.
    .indice-1 = افتحي «الرسائل»، ثم «كتابة رسالة».
    .indice-2 = اختاري السيد Haddad، الحياة المدرسية، واكتبي رسالتك.
    .indice-3 = اضغطي على «إرسال».
    .indice-4 = في «الرسائل المرسلة»، افتحي رسالتك لتري وقت إرسالها.
    .question = على أي ساعة تُرسل هذه الرسالة؟
    .retenir = يمكنك الكتابة في المساء. الرسالة تنتظر الصباح: لم تضِع. في حالة طارئة، اتصلي بالهاتف.
    .regarder = هل يجد الشخص يوم الإرسال وساعته؟
    .ne-pas-faire = القول إن الرسالة أُرسلت. الشخص يتأكد بنفسه.
