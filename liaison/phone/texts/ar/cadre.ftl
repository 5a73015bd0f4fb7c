# Les mots du cadre de toute page pour les familles. Les mots en capitales (ACTION, CHOIX, NOMBRE, TEXTE, NOM, SERVEUR) sont remplacés :
# ils restent tels quels dans chaque langue. Une page a ses mots à elle : nom, tout-est-invente, accueil-titre ; et dit autrement qui elle veut.

## Toujours à la même place
retour = رجوع
aide = مساعدة
menu = القائمة
annuler = تراجع
annuler-rien = لا يوجد ما يمكن التراجع عنه.
annule = تمّ التراجع عن: ACTION
annule-choix = تمّ التراجع. اختيارك: CHOIX
ecouter = استماع
arreter = إيقاف
oui = نعم
non = لا
voir = إظهار
cacher = إخفاء
a-voir = للاطلاع: NOMBRE
champ-plein = NOMBRE حرف على الأكثر: الباقي لا يُكتب.
ton-information = للعلم
ton-attention = انتباه
ton-erreur = للتصحيح
ton-fait = تمّ
non-relu = لم يراجع هذه الترجمة بعدُ شخصٌ لغتُه العربية.
rien-garde = هذا الجهاز لا يحفظ شيئًا: إذا غادرت الصفحة، يجب البدء من جديد.
non-garde = ما تفعله الآن لا يُحفظ. وما حُفظ من قبل باقٍ: زر «مسح» يزيله.

## Choisir sa langue, commencer, aller où l'on montre
langue-titre = اختيار اللغة
langue-changer = تغيير اللغة
commencer = بدء
continuer = متابعة
accueil-aller = الذهاب إلى البداية
montrer-appuyer = الضغط هنا: ACTION
montrer-choisir = الاختيار: ACTION
montrer-ecrire = الكتابة هنا: TEXTE

## Aide
aide-titre = المساعدة
aide-touches = ثلاثة أزرار، في المكان نفسه دائمًا
aide-bouton-retour = «رجوع» يعيدك إلى الشاشة السابقة.
aide-bouton-menu = «القائمة» تعرض كل الخدمات.
aide-bouton-annuler = «تراجع» يلغي آخر شيء فعلته.
aidant-titre = للشخص الذي يساعد

## Ce que la page a lu
reseau-titre = ما قرأته هذه الصفحة
reseau-appareil = ملفات قُرئت على هذا الجهاز: NOMBRE.
reseau-serveur = ملفات قُرئت على الخادم SERVEUR: {"\u200F"}NOMBRE.
reseau-ailleurs = ملفات قُرئت في مكان آخر: NOMBRE.
reseau-rien-ne-part = ما يُكتب لا يخرج من هذا الجهاز.
reseau-langue = الخادم يعرف فقط اللغة التي اختيرت.
reseau-anormal = اتصلت الصفحة بخوادم أخرى. يجب عرض هذه الشاشة على الشخص الذي وضع الصفحة.
reseau-liste = الملفات المقروءة
reseau-fichier = الملف
reseau-origine = المصدر
reseau-taille = الحجم
reseau-ko = NOMBRE كيلوبايت

## Effacer
effacer-titre = مسح ما فعلته؟
effacer-lien = مسح
effacer-explication = ستُمسح المهام المنجزة ومكانك ونصوصك. قد تبقى الصفحات على الجهاز، دون أي شيء يخصّك.
effacer-garder = إبقاء
effacer-fait = مُسح ما كانت هذه الصفحة تحفظه.
effacer-telecharge = بقي ملف في تنزيلات هذا الجهاز: {"\u2068"}NOM{"\u2069"}. لا تستطيع هذه الصفحة حذفه. يجب حذفه قبل تسليم الجهاز، أو طلب ذلك ممن يعيره.

## Un appareil partagé, un réseau coupé
reprise-titre = هل أنت من بدأ هنا؟
reprise-explication = بدأ شخص ما على هذا الجهاز من قبل. زر «أنا شخص آخر» يمسح فورًا ما تحفظه هذه الصفحة.
reprise-autre = أنا شخص آخر
quitter-explication = هذا الجهاز لا يحفظ شيئًا: ما فعلته هنا لا ينتقل إلى لغة أخرى، وسيُمسح.
quitter-non-garde = ما فعلته للتو لا ينتقل إلى لغة أخرى، وسيضيع. وما حُفظ من قبل باقٍ، وسيُعرض عليك.
quitter-rester = البقاء هنا
page-lente = الصفحة المطلوبة في الطريق: الشبكة بطيئة. يمكن الانتظار قليلًا، أو المتابعة هنا.
page-loin = هذه الصفحة غير موجودة على هذا الجهاز، والخادم لا يستجيب. لم يضع شيء: يمكن المتابعة هنا، أو المحاولة لاحقًا.
page-refusee = الخادم يستجيب، لكنه لا يعطي هذه الصفحة. لم يضع شيء. يمكن المحاولة لاحقًا، أو إخبار الشخص الذي أعطاك العنوان.
page-seule = الصفحة {"\u2068"}NOM{"\u2069"} ليست بجانب هذه الصفحة. لم يضع شيء. يمكن نسخ المجلد كله من جديد، أو طلبه من الشخص الذي أعطاك هذه الصفحة.
