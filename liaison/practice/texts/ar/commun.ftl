# Ce qui entoure l'ENT, avec les mots du cadre (liaison/phone/texts). Les mots en capitales (ACTION, NOMBRE, TOTAL, TEXTE) sont remplacés :
# ils restent tels quels dans chaque langue. Les valeurs de la fiche (noms, numéros, mots de passe, dates) ne se traduisent pas.
commun-menu-titre = اختيار خدمة
commun-se-deconnecter = تسجيل الخروج
commun-deconnexion-faite = خرجت من الحساب. مُسح ما كتبته فيه.
commun-deconnexion-missions = مهامك المنجزة ما زالت في «مساعدة»: زر «مسح» يزيلها.

## Toujours à la même place
commun-nom = ENT للتدريب
commun-college = إعدادية Les Tilleuls
commun-minutes = NOMBRE دق.
commun-tout-est-invente = كل شيء هنا خيالي. ما يُكتب لا يخرج من هذا الجهاز.

## Qui est connecté
commun-personne = لا أحد دخل إلى حسابه
commun-compte-responsable1 = Nadia Benali
commun-compte-responsable2 = Karim Benali
commun-compte-eleve = Inès Benali
commun-role-responsable = الأم أو الأب
commun-role-eleve = التلميذ

## Choisir sa langue, commencer
commun-accueil-titre = التدرّب على ENT
commun-accueil-explication = ENT هو الموقع الذي تتراسل فيه الإعدادية (collège) والعائلات. هنا، كل شيء خيالي: يمكنك الضغط في أي مكان.
commun-choisir-mission = اختيار مهمة
commun-choisir-mission-detail = كل خدمات ENT، واحدة واحدة
commun-promener = التجوّل في ENT
commun-promener-detail = بدون مهمة، للنظر فقط
commun-promenade-compte = من أنت في هذه الجولة؟

## Parcours et missions
commun-parcours-titre = اختيار مهمة
commun-parcours-prets = مسارات جاهزة
commun-parcours-services = المهام حسب الخدمة
commun-parcours-choisi = مسارك
commun-parcours-choisi-phrase = اختيرت هذه المهام لك.
commun-faites = NOMBRE من TOTAL
commun-faite = مهمة منجزة
commun-niveau-1 = سهل
commun-niveau-2 = متوسط
commun-niveau-3 = أطول
commun-mission = مهمتك
commun-mission-plier = إخفاء المهمة
commun-mission-deplier = إظهار المهمة
commun-mission-recommencer = إعادة المهمة من البداية
commun-mission-vous-etes = أنت
commun-question-aide = تُقرأ الشاشة قبل الجواب. موقع ENT الحقيقي لا يطرح هذا السؤال: هو هنا للتدريب.
commun-question-relire = الشاشة تقول شيئًا آخر. يجب قراءتها من جديد، ثم اختيار جواب آخر.
commun-question-indice = يجب قراءة الشاشة. في الأسفل سؤال: يجب الجواب عنه.
commun-indice = تلميح
commun-indice-autre = تلميح آخر
commun-indice-numero = التلميح NOMBRE من TOTAL
commun-montrer = إظهار المكان
commun-montrer-rien = الضغط على «القائمة»، ثم قراءة التلميحات.
commun-fini-titre = أُنجزت المهمة
commun-retenir = ما يجب تذكّره
commun-mission-suivante = المهمة التالية
commun-revoir-ecran = رؤية الشاشة من جديد
commun-parcours-fini = انتهى هذا المسار.

## Aide
commun-aide-reglages = الإعدادات
commun-mots-francais = إظهار الكلمات الفرنسية أيضًا
commun-aidant = أساعد شخصًا آخر
commun-aidant-conseil = الشخص الذي يتلقى المساعدة يمسك الهاتف ويضغط بنفسه.
commun-aidant-regarder = ما يُلاحَظ
commun-aidant-ne-pas-faire = ما لا يجب فعله

## Ma fiche
commun-fiche-titre = بطاقتي
commun-fiche-detail = أسماء وأرقام وكلمات سر تُستعمل هنا
commun-fiche-explication = هؤلاء الأشخاص خياليون. تُستعمل معلوماتهم، ولا تُستعمل معلوماتك أبدًا.
commun-fiche-nom = الاسم
commun-fiche-identifiant = اسم المستخدم
commun-fiche-mobile = الهاتف المحمول
commun-fiche-nouveau = هاتف محمول جديد
commun-fiche-adresse = العنوان
commun-fiche-courriel = البريد الإلكتروني
commun-fiche-secret = كلمة السر
commun-fiche-naissance = تاريخ الميلاد
commun-fiche-classe = القسم
commun-fiche-acceptee = بطاقة مقبولة
commun-fiche-refusee = بطاقة مرفوضة
commun-fiche-site = عنوان ENT
commun-fiche-mere = الأم
commun-fiche-pere = الأب، منفصل
commun-fiche-fille = البنت
commun-fiche-fils = الابن
commun-fiche-nadia = Nadia Benali
commun-fiche-nadia-identifiant = n.benali
commun-fiche-nadia-mobile = 06 39 98 00 12
commun-fiche-nadia-nouveau = 06 39 98 00 45
commun-fiche-nadia-adresse = 4 rue des Érables
commun-fiche-nadia-courriel = n.benali@courriel.example
commun-fiche-nadia-secret = Soleil-Velo-2026
commun-fiche-karim = Karim Benali
commun-fiche-karim-identifiant = k.benali
commun-fiche-karim-mobile = 06 39 98 00 27
commun-fiche-karim-nouveau = 06 39 98 00 46
commun-fiche-karim-adresse = 18 avenue du Stade
commun-fiche-karim-secret = Lune-Train-2026
commun-fiche-ines = Inès Benali
commun-fiche-ines-identifiant = i.benali
commun-fiche-ines-classe = 3e B، إعدادية Les Tilleuls
commun-fiche-ines-naissance = 14/03/2012
commun-fiche-ines-secret = Nuage-Stylo-2026
commun-fiche-yanis = Yanis Benali
commun-fiche-yanis-classe = CM2، مدرسة Jules-Verne
commun-fiche-yanis-naissance = 02/10/2016
commun-fiche-ent = الإعدادية والمال
commun-fiche-outils = مخترعة أيضًا
commun-fiche-ent-site = ent.tilleuls.example
commun-fiche-ent-acceptee = 0000 0000 0000 0012
commun-fiche-ent-refusee = 0000 0000 0000 0027

## Mémo
commun-memo-titre = مذكّرتي
commun-memo-detail = ما تعلّمته، للطباعة
commun-memo-vide = ستظهر هنا المهام التي أنجزتها، مع ما يجب تذكّره.
commun-memo-appris = ما تعلّمته
commun-memo-chez-moi = في ENT الحقيقي الخاص بي
commun-memo-adresse = عنوان ENT الخاص بي
commun-memo-identifiant = اسم المستخدم الخاص بي
commun-memo-appeler = بمن أتصل إذا لم أستطع المتابعة
commun-memo-quand = في أي أيام وأي ساعات
commun-memo-pas-de-secret = لا تُكتب كلمة السر على هذه الورقة.
commun-memo-imprimer = طباعة
commun-memo-deux-pages = على ورقة صغيرة ({"\u2066"}A5{"\u2069"})، قد تأخذ هذه المذكّرة صفحتين.
commun-memo-image = حفظ الصورة
commun-memo-image-faite = حُفظت صورة المذكّرة في هذا الجهاز.

## Ce que la page a lu
commun-reseau-detail = للتأكد من أن لا شيء يخرج

## Composer un parcours
commun-composer-titre = تكوين مسار
commun-composer-detail = للوسيطة أو الوسيط
commun-composer-explication = وضع علامة على المهام بالترتيب المطلوب، ثم نسخ العنوان.
commun-composer-aidant = الفتح مع نصائح للشخص الذي يساعد
commun-composer-adresse = عنوان المسار
commun-composer-copier = نسخ العنوان
commun-composer-copiee = نُسخ العنوان.
commun-composer-a-la-main = نسخ العنوان باليد: هو محدّد.
commun-composer-vide = يجب وضع علامة على مهمة واحدة على الأقل.
