# Les mots du cadre de toute page pour les familles. Les mots en capitales (ACTION, CHOIX, NOMBRE, TEXTE, NOM, SERVEUR) sont remplacés :
# ils restent tels quels dans chaque langue. Une page a ses mots à elle : nom, tout-est-invente, accueil-titre ; et dit autrement qui elle veut.

## Toujours à la même place
retour = Geri
aide = Yardım
menu = Menü
annuler = Geri al
annuler-rien = Geri alınacak bir şey yok.
annule = Geri alındı: ACTION
annule-choix = Geri alındı. Seçiminiz: CHOIX
ecouter = Dinle
arreter = Durdur
oui = Evet
non = Hayır
voir = Göster
cacher = Gizle
a-voir = Bakılacak: NOMBRE
champ-plein = En fazla NOMBRE karakter: gerisi yazılmaz.
ton-information = Bilgi
ton-attention = Dikkat
ton-erreur = Düzeltilecek
ton-fait = Tamam
non-relu = Bu çeviriyi ana dili Türkçe olan biri henüz gözden geçirmedi.
rien-garde = Bu cihaz hiçbir şey saklamıyor: sayfadan çıkarsanız baştan başlamak gerekir.
non-garde = Şimdi yaptıklarınız saklanmıyor. Önceden saklananlar duruyor: “Sil” onları kaldırır.

## Choisir sa langue, commencer, aller où l'on montre
langue-titre = Dilinizi seçin
langue-changer = Dili değiştir
commencer = Başla
continuer = Devam et
accueil-aller = Başa dön
montrer-appuyer = Buraya basın: ACTION
montrer-choisir = Seçin: ACTION
montrer-ecrire = Buraya yazın: TEXTE

## Aide
aide-titre = Yardım
aide-touches = Üç düğme, hep aynı yerde
aide-bouton-retour = “Geri” önceki ekrana döner.
aide-bouton-menu = “Menü” bütün bölümleri gösterir.
aide-bouton-annuler = “Geri al” son yaptığınızı geri alır.
aidant-titre = Yardım eden kişi için

## Ce que la page a lu
reseau-titre = Bu sayfanın okudukları
reseau-appareil = Bu cihazda okunan dosya sayısı: NOMBRE.
reseau-serveur = SERVEUR sunucusunda okunan dosya sayısı: NOMBRE.
reseau-ailleurs = Başka yerde okunan dosya sayısı: NOMBRE.
reseau-rien-ne-part = Yazdığınız hiçbir şey bu cihazdan çıkmaz.
reseau-langue = Sunucu yalnızca seçtiğiniz dili öğrenir.
reseau-anormal = Başka sunuculara da bağlanıldı. Bu ekranı sayfayı kuran kişiye gösterin.
reseau-liste = Okunan dosyalar
reseau-fichier = Dosya
reseau-origine = Kaynak
reseau-taille = Boyut
reseau-ko = NOMBRE KB

## Effacer
effacer-titre = Yaptıklarım silinsin mi?
effacer-lien = Sil
effacer-explication = Yaptığınız görevler, kaldığınız yer ve yazdıklarınız silinir. Sayfalar, size ait hiçbir şey olmadan cihazda kalabilir.
effacer-garder = Sakla
effacer-fait = Bu sayfanın sakladıkları silindi.
effacer-telecharge = Bu cihazın indirilenler klasöründe bir dosya kalıyor: NOM. Bu sayfa onu silemez. Cihazı başkasına vermeden önce silin ya da cihazı ödünç veren kişiden silmesini isteyin.

## Un appareil partagé, un réseau coupé
reprise-titre = Başlayan siz miydiniz?
reprise-explication = Bu cihazda biri daha önce başlamış. «Ben başka biriyim» düğmesi bu sayfanın sakladıklarını hemen siler.
reprise-autre = Ben başka biriyim
quitter-explication = Bu cihaz hiçbir şey saklamıyor: burada yaptıklarınız başka dile geçmez ve silinir.
quitter-non-garde = Az önce yaptıklarınız başka dile geçmez ve kaybolur. Önceden saklananlar duruyor ve size önerilecek.
quitter-rester = Burada kal
page-lente = İstenen sayfa geliyor: ağ yavaş. Biraz bekleyin ya da burada devam edin.
page-loin = Bu sayfa bu cihazda yok ve sunucu yanıt vermiyor. Hiçbir şey kaybolmadı: burada devam edin ya da daha sonra yeniden deneyin.
page-refusee = Sunucu yanıt veriyor ama bu sayfayı vermiyor. Hiçbir şey kaybolmadı. Daha sonra yeniden deneyin ya da size adresi veren kişiye haber verin.
page-seule = NOM sayfası bu sayfanın yanında değil. Hiçbir şey kaybolmadı. Klasörün tamamını yeniden kopyalayın ya da bu sayfayı size veren kişiden isteyin.
