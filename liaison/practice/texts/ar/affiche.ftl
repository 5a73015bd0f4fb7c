## L'affiche d'un parcours, et le titre de la page

affiche-titre = التدرّب على ENT بلا مخاطرة
affiche-phrase = موقع ENT خيالي لتجربة كل شيء: بدون حساب، وبدون أشخاص حقيقيين.
affiche-etape-code = فتح كاميرا الهاتف.
affiche-etape-viser = توجيهها نحو الرمز، ثم الضغط على الرابط.
affiche-etape-langue = اختيار اللغة.
affiche-etape-essayer = التجربة. يمكن إعادة كل شيء من البداية.
affiche-code = رمز للتصوير. يؤدي إلى العنوان {"\u2066"}{ $adresse }{"\u2069"}
affiche-adresse = بدون كاميرا، يمكن كتابة هذا العنوان:
affiche-sous-le-code = بدون كاميرا، يمكن كتابة العنوان الموجود تحت الرمز.
affiche-missions = ما يمكن تجربته
affiche-mission = { $mission } ({ $minutes } دق.)
affiche-duree =
    { $minutes ->
        [one] يلزم نحو دقيقة واحدة. يمكنك التوقف ثم المتابعة.
        [two] يلزم نحو دقيقتين. يمكنك التوقف ثم المتابعة.
        [few] يلزم نحو { $minutes } دقائق. يمكنك التوقف ثم المتابعة.
       *[other] يلزم نحو { $minutes } دقيقة. يمكنك التوقف ثم المتابعة.
    }
affiche-appareil = لا شيء يخرج من هاتفك. زر «مسح» يزيل ما قمت به، ما عدا صورة محفوظة.
affiche-reprendre = المتابعة من حيث توقفت
