## L'affiche d'un parcours, et le titre de la page

affiche-titre = ENT'yi risksiz denemek
affiche-phrase = Her şeyi denemek için hayalî bir ENT: hesap yok, gerçek kişi yok.
affiche-etape-code = Telefonunuzun kamerasını açın.
affiche-etape-viser = Kamerayı koda tutun, sonra bağlantıya basın.
affiche-etape-langue = Dilinizi seçin.
affiche-etape-essayer = Deneyin. Her şeye yeniden başlanabilir.
affiche-code = Fotoğrafı çekilecek kod. Götürdüğü adres: { $adresse }
affiche-adresse = Kameranız yoksa bu adresi yazın:
affiche-sous-le-code = Kameranız yoksa kodun altındaki adresi yazın.
affiche-missions = Neler deneyeceksiniz
affiche-mission = { $mission } ({ $minutes } dk)
affiche-duree = Yaklaşık { $minutes } dakika sürer. Durup sonra devam edebilirsiniz.
affiche-appareil = Telefonunuzdan hiçbir şey çıkmaz. “Sil” düğmesi yaptıklarınızı kaldırır, kaydedilen bir resim kalır.
affiche-reprendre = Kaldığınız yerden devam edin
