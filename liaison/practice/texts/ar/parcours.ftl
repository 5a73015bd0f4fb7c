parcours-premiere_connexion = أول دخول
    .phrase = فتح الحساب، الدخول، قراءة رسالة، والخروج دون ترك أي شيء.
parcours-atelier_90 = ورشة من 90 دقيقة
    .phrase = ما يُستعمل خلال السنة، مع وقت للكلام بين المهام.
parcours-presse = وقت قليل
    .phrase = الأكثر فائدة، في أقل من عشر دقائق.
parcours-sans_ent = مدرسة بلا ENT
    .phrase = رابط يكفي: موعد واجتماع، بدون حساب.
