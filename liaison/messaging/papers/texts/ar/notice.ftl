titre =
    { $lieu ->
        [ecole] المدرسة تكتب إليك: ما يجب معرفته
        [college] الإعدادية تكتب إليك: ما يجب معرفته
       *[other] الثانوية تكتب إليك: ما يجب معرفته
    }

## Les moyens, les sujets
moyen-ent = رسائل ENT
moyen-vie_scolaire = برنامج الحياة المدرسية (vie scolaire)
moyen-sms = رسالة SMS
moyen-telephone = مكالمة هاتفية
moyen-carnet = دفتر المراسلة
moyen-affichage = لوحة الإعلانات
moyen-courriel = البريد الإلكتروني
moyen-visio = اجتماع بالفيديو
sujet-absence = غياب
sujet-retard = تأخّر
sujet-devoirs = الواجبات
sujet-notes = العلامات
sujet-bulletin = الدفتر المدرسي (LSU)
sujet-mot = ملاحظة عن طفلك
sujet-sanction = عقوبة
sujet-reunion = اجتماع، موعد
sujet-sortie = رحلة
sujet-circulaire = معلومات عامة
sujet-cantine = المطعم المدرسي
sujet-bourse = منحة
sujet-fiche_renseignements = بطاقة المعلومات
sujet-orientation = التوجيه
sujet-urgence = حالة طارئة

## Où regarder
ou-regarder = أين تجد المعلومات
sujets = { $sujets }.
sujets-tout = كل ما نكتبه إليك.
sujets-tout-sauf = كل شيء، ما عدا: { $sujets }.

## Quand
quand = متى
enfant-absent = طفلك غائب
absence-immediat = { $moyens }: فورًا.
absence-quotidien = { $moyens }: كل يوم على الساعة { $heure }.
absence-hebdomadaire = { $moyens }: يوم { $jour } على الساعة { $heure }.
absence-jamais = { $moyens }: لا شيء يرن، يجب الاطلاع عليها.
absence-pas-pendant-suspended = ما عدا عندما يكون النشر متوقفًا.
absence-pas-pendant-quiet = ما عدا خلال الساعات الهادئة.
absence-aussi-pendant-suspended = حتى عندما يكون النشر متوقفًا.
absence-aussi-pendant-quiet = حتى خلال الساعات الهادئة.
absence-appel-immediat = مكالمة هاتفية: فورًا.
absence-appel = مكالمة هاتفية.
absence-papier = { $moyens }: على الورق.
les-notes = العلامات
delai =
    { $jours ->
        [0] في يوم الاختبار نفسه
        [1] في اليوم التالي للاختبار
        [two] بعد الاختبار بيومين
        [few] بعد الاختبار بـ { $jours } أيام
       *[other] بعد الاختبار بـ { $jours } يومًا
    }
note-eleve = تظهر العلامة لطفلك، في أقرب وقت، { $delai }.
note-eleve-a-son-heure = تظهر العلامة لطفلك، في أقرب وقت، { $delai }، على الساعة { $heure }.
note-eleve-jamais = لا تظهر العلامة لطفلك: النشر متوقف طوال الأسبوع.
note-parent = تظهر لك، في أقرب وقت، { $delai }.
note-parent-a-son-heure = تظهر لك، في أقرب وقت، { $delai }، على الساعة { $heure }.
note-parent-jamais = لا تظهر لك: النشر متوقف طوال الأسبوع.
retenu-suspended = النشر متوقف: لا يظهر شيء جديد على الشاشة
retenu-quiet = ساعات هادئة: لا شيء يرن، ما عدا المكالمات
temps-semaine = طوال الأسبوع، ليلًا ونهارًا.
temps-jour = يوم { $jour } كله.
temps-jours = من { $premier } إلى { $dernier }، طوال اليوم.
temps-suite = من { $premier } { $debut } إلى { $dernier } { $fin }.
temps-heures = يوم { $jour }، من { $debut } إلى { $fin }.
temps-chaque-jour = من { $premier } إلى { $dernier }، من { $debut } إلى { $fin }.
temps-vacances = خلال العطل المدرسية.
temps-feries = في أيام العطل الرسمية.
heures-a-demander = هذه الساعات تتغير كثيرًا خلال الأسبوع: يمكن طلب القائمة.
effet-suspended = ما نكتبه يظهر بعد ذلك.
effet-quiet = ما ظهر ينتظرك: يمكنك قراءته.
ne-parait-jamais = ما نكتبه لا يظهر أبدًا.
passe = استثناء: { $sujets }.
passe-tout = استثناء: كل المواضيع.
passe-tout-sauf = استثناء: كل المواضيع، ما عدا: { $sujets }.
ne-sonne-jamais = مع توقف النشر، يصبح ذلك طوال الأسبوع: لا شيء يرن أبدًا.
ne-sonne-jamais-a-part = مع توقف النشر، يصبح ذلك طوال الأسبوع: ما عدا هذه الاستثناءات، لا شيء يرن أبدًا.

## Sans internet
sans-internet = بدون إنترنت
dites-le-nous = يمكنك إخبارنا بذلك، شفويًا أو على الورق
autrement = حسب الموضوع، تصلك المعلومة بطريقة أخرى: { $moyens }.
rien-d-autre = لا شيء آخر مقرر بعد: يمكنك سؤالنا عن الطريقة.
rien-pour = لا شيء مقرر بعد من أجل: { $sujets }. يمكنك سؤالنا عن الطريقة.
rien-pour-tout-sauf = لا شيء مقرر بعد، ما عدا من أجل: { $sujets }. يمكنك سؤالنا عن الطريقة.

## Pour nous écrire
pour-nous-ecrire = للكتابة إلينا
une-question = سؤال
contactez-nous = للاتصال بنا: { $moyens }.
demandez-nous = يمكنك سؤالنا شفويًا عن طريقة الكتابة إلينا.
reponse =
    { $heures ->
        [one] الرد خلال ساعة واحدة على الأكثر، مع احتساب الليالي والأيام بلا دروس، إذا ردّ الأستاذ فور وصول السؤال إليه.
        [two] الرد خلال ساعتين على الأكثر، مع احتساب الليالي والأيام بلا دروس، إذا ردّ الأستاذ فور وصول السؤال إليه.
        [few] الرد خلال { $heures } ساعات على الأكثر، مع احتساب الليالي والأيام بلا دروس، إذا ردّ الأستاذ فور وصول السؤال إليه.
       *[other] الرد خلال { $heures } ساعة على الأكثر، مع احتساب الليالي والأيام بلا دروس، إذا ردّ الأستاذ فور وصول السؤال إليه.
    }
reponse-en-jours =
    { $jours ->
        [two] الرد خلال يومين على الأكثر، مع احتساب الليالي والأيام بلا دروس، إذا ردّ الأستاذ فور وصول السؤال إليه.
        [few] الرد خلال { $jours } أيام على الأكثر، مع احتساب الليالي والأيام بلا دروس، إذا ردّ الأستاذ فور وصول السؤال إليه.
       *[other] الرد خلال { $jours } يومًا على الأكثر، مع احتساب الليالي والأيام بلا دروس، إذا ردّ الأستاذ فور وصول السؤال إليه.
    }
deux-responsables = وليّا الأمر
a-chacun = نكتب إلى كل واحد منهما.
a-un-seul = نكتب إلى واحد منهما فقط من أجل: { $sujets }.
a-un-seul-tout = نكتب إلى واحد منهما فقط.
a-un-seul-tout-sauf = نكتب إلى واحد منهما فقط، ما عدا من أجل: { $sujets }.
le-reste-a-chacun = من أجل الباقي، نكتب إلى كل واحد منهما.
votre-compte = حسابك
demandez-compte = يمكنك طلب حسابك. كلمة السر لك وحدك.
numero-change = إذا تغيّر رقمك أو عنوانك
prevenez =
    { $lieu ->
        [ecole] يجب إخبار المدرسة فورًا.
        [college] يجب إخبار الإعدادية فورًا.
       *[other] يجب إخبار الثانوية فورًا.
    }
une-autre-langue = لغة أخرى
messages-en = الرسائل متوفرة باللغات: { $langues }. يمكنك طلبها.
messages-en-tant =
    { $nombre ->
        [few] الرسائل متوفرة بـ { $nombre } لغات أخرى. يمكنك طلبها.
       *[other] الرسائل متوفرة بـ { $nombre } لغة أخرى. يمكنك طلبها.
    }
numero-a-appeler = رقم الهاتف للاتصال
personne-a-demander = الشخص الذي يُسأل عنه
