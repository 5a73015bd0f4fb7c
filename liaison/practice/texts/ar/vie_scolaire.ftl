vie_scolaire-nom = الحياة المدرسية
vie-scolaire-titre = الحياة المدرسية لـ Inès
vie-scolaire-absence = غياب
vie-scolaire-retard = تأخّر
vie-scolaire-retenue = ساعة عقاب
vie-scolaire-le-jour = { $jour }
vie-scolaire-de-a = من { $debut } إلى { $fin }
vie-scolaire-a-justifier = يحتاج إلى تبرير
vie-scolaire-a-lire = للقراءة

vie-scolaire-jour = اليوم
vie-scolaire-heures = الساعات
vie-scolaire-signalee = الإبلاغ
vie-scolaire-signalee-comment = برسالة SMS وفي ENT، على الساعة { $heure }
vie-scolaire-motif = السبب
vie-scolaire-document = الوثيقة
vie-scolaire-motif-attendu = لم يُعطَ بعد
vie-scolaire-regle-absence = حسب مصادر أخرى، قانون التعليم (code de l'éducation) يطلب من الإعدادية أن تُبلغ عن الغياب فورًا، ويطلب من وليّي الأمر إعطاء السبب دون تأخير.
vie-scolaire-donner-motif = إعطاء السبب
vie-scolaire-corriger-motif = تصحيح السبب
vie-scolaire-eleve-absence = وليّ الأمر يعطي السبب بحسابه. بحساب التلميذ، يمكن القراءة فقط.

vie-scolaire-motif-question = لماذا كانت Inès غائبة؟
vie-scolaire-motif-aide = السبب (motif) هو ما جعلها تغيب.
vie-scolaire-sante = الصحة
vie-scolaire-sante-aide = مرض، موعد عند الطبيب
vie-scolaire-transport = النقل
vie-scolaire-transport-aide = حافلة معطّلة، طريق مغلق
vie-scolaire-famille = العائلة
vie-scolaire-famille-aide = حدث عائلي مهم
vie-scolaire-continuer = متابعة
vie-scolaire-motif-manque = يجب اختيار سبب أولًا.

vie-scolaire-document-question = هل تُرفق وثيقة؟
vie-scolaire-pas-necessaire = هذه الأشياء ليست ضرورية: اسم المرض، وصفة الطبيب، بطاقة الهوية.
vie-scolaire-photos = صور هاتفك (خيالية)
vie-scolaire-sans-document = بدون وثيقة
vie-scolaire-certificat = شهادة الطبيب
vie-scolaire-certificat-aide = تقول: «رأيتُ Inès هذا الصباح.»
vie-scolaire-ordonnance = وصفة الطبيب
vie-scolaire-ordonnance-aide = فيها أسماء الأدوية.
vie-scolaire-attestation-car = شهادة من شركة الحافلة
vie-scolaire-attestation-aide = تقول: «الحافلة معطّلة.»
vie-scolaire-envoyer-motif = إرسال إلى الحياة المدرسية
vie-scolaire-ordonnance-non = وصفة الطبيب تُظهر أدوية Inès. الإعدادية لا تحتاج إليها. يمكن اختيار وثيقة أخرى، أو الإرسال بدون وثيقة.
vie-scolaire-certificat-non = لا تُطلب شهادة هنا. حسب مصادر أخرى، الإعدادية تطلبها فقط لبعض الأمراض المعدية المكتوبة في قائمة رسمية. يجب الإرسال بدون وثيقة.
vie-scolaire-document-autre-motif = هذه الوثيقة لا تناسب السبب المختار. يمكن اختيار وثيقة أخرى، أو الرجوع إلى السبب.
vie-scolaire-motif-envoye = أُرسل السبب إلى السيد Haddad، وهو CPE (المسؤول عن الحياة المدرسية). ما زال بإمكانك تصحيحه.

vie-scolaire-arrivee = الوصول
vie-scolaire-arrivee-heure =
    { $minutes ->
        [one] { $heure }، بعد البداية بدقيقة واحدة
        [two] { $heure }، بعد البداية بدقيقتين
        [few] { $heure }، بعد البداية بـ { $minutes } دقائق
       *[other] { $heure }، بعد البداية بـ { $minutes } دقيقة
    }
vie-scolaire-cours = الحصة
vie-scolaire-cours-maths = السيد Roussel، الرياضيات
vie-scolaire-motif-retard = قالت Inès: «فاتتني الحافلة.»
vie-scolaire-retard-explique = التأخّر ليس غيابًا. عند الوصول، يسجّل مكتب الحياة المدرسية السبب.
vie-scolaire-retard-parler = للحديث عن ذلك، يمكن الكتابة إلى السيد Haddad، وهو CPE.

vie-scolaire-retenue-par = طلبها
vie-scolaire-retenue-pourquoi = لماذا
vie-scolaire-retenue-raison = واجب لم يُنجز، ثلاث مرات
vie-scolaire-retenue-explique = ساعة العقاب (retenue) عقوبة. يبقى التلميذ في الإعدادية ليعمل، مع شخص بالغ.
vie-scolaire-dire-lu = قرأت
vie-scolaire-lu-fait = الإعدادية تعرف أنك قرأت. القراءة لا تعني الموافقة.
vie-scolaire-demander = طلب توضيح
vie-scolaire-question-partie = سؤالك عند السيد Haddad.
vie-scolaire-eleve-retenue = هل تريدين توضيحًا؟ تحدّثي مع السيد Haddad، في مكتب الحياة المدرسية.
vie-scolaire-a-qui = ممّن يُطلب التوضيح؟
vie-scolaire-haddad = السيد Haddad
vie-scolaire-haddad-role = CPE: الغياب، التأخّر، العقوبات
vie-scolaire-roussel = السيد Roussel
vie-scolaire-roussel-role = أستاذ الرياضيات
vie-scolaire-morin = السيد Morin
vie-scolaire-morin-role = مكتب المالية: المطعم، الدفع
vie-scolaire-morin-non = السيد Morin يهتم بالمال. بخصوص عقوبة، يجب اختيار السيد Haddad، وهو CPE.
vie-scolaire-roussel-plutot = السيد Roussel يستطيع أيضًا أن يجيبك، عبر الرسائل. هنا، يجب البدء بالسيد Haddad، فهو يتابع العقوبات.
vie-scolaire-ecrire-titre = سؤالك إلى السيد Haddad
vie-scolaire-question = سؤالك
vie-scolaire-question-aide = مثال: «ماذا حدث؟ هل يمكنك أن تتصل بي؟»
vie-scolaire-envoyer-question = إرسال سؤالي
vie-scolaire-question-manque = يجب كتابة السؤال. جملة واحدة تكفي.
vie-scolaire-question-fait = أُرسل سؤالك. حسب مصادر أخرى، قانون التعليم يطلب من الإعدادية أن تجيب عنه، دون تحديد مدة.

mission-vs_lire_absence = اقرئي غياب Inès المُبلغ عنه هذا الصباح.
    .indice-1 = الغيابات موجودة في «الحياة المدرسية».
    .indice-2 = افتحي «الحياة المدرسية»، ثم اضغطي على «غياب».
    .question = في أي ساعات كانت Inès غائبة؟
    .retenir = حسب مصادر أخرى، تُبلغ الإعدادية عن الغياب فورًا. أخبريها إذا تغيّر رقم هاتفك.
    .regarder = هل يجد الشخص اليوم والساعات؟
    .ne-pas-faire = قراءة الشاشة مكانه. يمكن اقتراح القراءة بصوت عالٍ.
mission-vs_donner_le_motif = كانت Inès مريضة هذا الصباح: أعطي سبب غيابها.
    .indice-1 = افتحي «الحياة المدرسية»، ثم «غياب».
    .indice-2 = اضغطي على «إعطاء السبب»، اختاري «الصحة»، ثم «متابعة».
    .indice-3 = الوثيقة ليست ضرورية هنا: اضغطي على «إرسال إلى الحياة المدرسية».
    .retenir = السبب يكفي. حسب مصادر أخرى، الشهادة الطبية تُطلب فقط لبعض الأمراض المعدية.
    .regarder = هل يعرف الشخص أنه يستطيع الإرسال بدون وثيقة؟
    .ne-pas-faire = السؤال عن مرض الطفل، حتى من أجل المساعدة.
mission-vs_comprendre_retenue = اقرئي ساعة عقاب Inès واطلبي توضيحًا من CPE.
    .indice-1 = افتحي «الحياة المدرسية»، ثم «ساعة عقاب».
    .indice-2 = اضغطي على «طلب توضيح»، ثم اختاري السيد Haddad.
    .indice-3 = اكتبي جملة، ثم اضغطي على «إرسال سؤالي».
    .retenir = بخصوص عقوبة، المسؤول CPE هو الذي يوضّح. طلب التوضيح أمر عادي.
    .regarder = هل يميّز الشخص بين القراءة والموافقة؟
    .ne-pas-faire = كتابة السؤال مكانه. يكفي سؤاله: ماذا يريد أن يعرف؟
mission-vs_corriger_motif = السبب المُرسل خاطئ: ضعي «الصحة»، ولا تقولي شيئًا آخر عن صحة Inès.
    .indice-1 = افتحي «الحياة المدرسية»، ثم «غياب».
    .indice-2 = اضغطي على «تصحيح السبب»، اختاري «الصحة»، ثم «متابعة».
    .indice-3 = الوثيقة المناسبة تقول إن Inès ذهبت إلى الطبيب، دون ذكر الأدوية.
    .retenir = السبب يُصحَّح. حسب مصادر أخرى، الشهادة الطبية تُطلب فقط لبعض الأمراض المعدية. أرسلي أقل ما يمكن.
    .regarder = هل يعرف الشخص أن الإرسال ممكن بدون وثيقة؟
    .ne-pas-faire = اختيار الصورة، أو النظر إلى صوره الحقيقية.
