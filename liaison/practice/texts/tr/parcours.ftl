parcours-premiere_connexion = İlk giriş
    .phrase = Hesabını açmak, girmek, bir mesaj okumak ve iz bırakmadan çıkmak.
parcours-atelier_90 = 90 dakikalık atölye
    .phrase = Yıl boyunca yapılanlar; görevler arasında konuşmaya zaman kalır.
parcours-presse = Acelem var
    .phrase = En yararlı olanlar, on dakikadan kısa sürede.
parcours-sans_ent = ENT'si olmayan bir okul
    .phrase = Bir bağlantı yeter: hesapsız bir randevu ve bir toplantı.
