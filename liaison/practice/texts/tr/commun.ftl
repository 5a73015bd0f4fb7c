# Ce qui entoure l'ENT, avec les mots du cadre (liaison/phone/texts). Les mots en capitales (ACTION, NOMBRE, TOTAL, TEXTE) sont remplacés :
# ils restent tels quels dans chaque langue. Les valeurs de la fiche (noms, numéros, mots de passe, dates) ne se traduisent pas.
commun-menu-titre = Ne yapmak istiyorsunuz?
commun-se-deconnecter = Çıkış yap
commun-deconnexion-faite = Çıkış yaptınız. Hesapta yazdıklarınız silindi.
commun-deconnexion-missions = Yaptığınız görevler hâlâ “Yardım”da: “Sil” onları kaldırır.

## Toujours à la même place
commun-nom = Alıştırma ENT'si
commun-college = Les Tilleuls ortaokulu
commun-minutes = NOMBRE dk
commun-tout-est-invente = Her şey uydurmadır. Yazdığınız hiçbir şey bu cihazdan çıkmaz.

## Qui est connecté
commun-personne = Kimse giriş yapmadı
commun-compte-responsable1 = Nadia Benali
commun-compte-responsable2 = Karim Benali
commun-compte-eleve = Inès Benali
commun-role-responsable = Veli
commun-role-eleve = Öğrenci

## Choisir sa langue, commencer
commun-accueil-titre = ENT alıştırması
commun-accueil-explication = ENT, ortaokul (collège) ile ailelerin birbirine yazdığı sitedir. Burada her şey uydurmadır: her yere basabilirsiniz.
commun-choisir-mission = Bir görev seç
commun-choisir-mission-detail = ENT'nin bütün bölümleri, tek tek
commun-promener = ENT'de dolaş
commun-promener-detail = Görevsiz, bakmak için
commun-promenade-compte = Dolaşırken kim olacaksınız?

## Parcours et missions
commun-parcours-titre = Bir görev seçin
commun-parcours-prets = Hazır görev dizileri
commun-parcours-services = Bölümlere göre görevler
commun-parcours-choisi = Görev diziniz
commun-parcours-choisi-phrase = Bu görevler sizin için seçildi.
commun-faites = NOMBRE / TOTAL
commun-faite = Görev yapıldı
commun-niveau-1 = Kolay
commun-niveau-2 = Orta
commun-niveau-3 = Daha uzun
commun-mission = Göreviniz
commun-mission-plier = Görevi gizle
commun-mission-deplier = Görevi göster
commun-mission-recommencer = Göreve yeniden başla
commun-mission-vous-etes = Siz şu kişisiniz
commun-question-aide = Ekranı okuyun, sonra yanıtlayın. Gerçek bir ENT bu soruyu sormaz: soru alıştırma içindir.
commun-question-relire = Ekranda başka bir şey yazıyor. Yeniden okuyun, sonra başka bir yanıt seçin.
commun-question-indice = Ekranı okuyun. Altta bir soru var: yanıtlayın.
commun-indice = Bir ipucu
commun-indice-autre = Bir ipucu daha
commun-indice-numero = İpucu NOMBRE / TOTAL
commun-montrer = Bana göster
commun-montrer-rien = “Menü” düğmesine basın, sonra ipuçlarını okuyun.
commun-fini-titre = Görev tamamlandı
commun-retenir = Akılda kalsın
commun-mission-suivante = Sonraki görev
commun-revoir-ecran = Ekrana yeniden bak
commun-parcours-fini = Bu görev dizisi bitti.

## Aide
commun-aide-reglages = Ayarlar
commun-mots-francais = Fransızca kelimeleri de göster
commun-aidant = Başka birine yardım ediyorum
commun-aidant-conseil = Yardım ettiğiniz kişi telefonu kendisi tutar ve kendisi basar.
commun-aidant-regarder = Bakılacak
commun-aidant-ne-pas-faire = Yapılmayacak

## Ma fiche
commun-fiche-titre = Bilgi kartım
commun-fiche-detail = Burada kullanılacak adlar, numaralar ve şifreler
commun-fiche-explication = Bu kişiler uydurmadır. Onların bilgilerini kullanın, kendi bilgilerinizi asla kullanmayın.
commun-fiche-nom = Ad
commun-fiche-identifiant = Kullanıcı adı
commun-fiche-mobile = Cep telefonu
commun-fiche-nouveau = Yeni cep telefonu
commun-fiche-adresse = Adres
commun-fiche-courriel = E-posta adresi
commun-fiche-secret = Şifre
commun-fiche-naissance = Doğum tarihi
commun-fiche-classe = Sınıf
commun-fiche-acceptee = Kabul edilen kart
commun-fiche-refusee = Kabul edilmeyen kart
commun-fiche-site = ENT'nin adresi
commun-fiche-mere = Anne
commun-fiche-pere = Baba, ayrı yaşıyor
commun-fiche-fille = Kızı
commun-fiche-fils = Oğlu
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
commun-fiche-ines-classe = 3e B, Les Tilleuls ortaokulu
commun-fiche-ines-naissance = 14/03/2012
commun-fiche-ines-secret = Nuage-Stylo-2026
commun-fiche-yanis = Yanis Benali
commun-fiche-yanis-classe = CM2, Jules-Verne okulu
commun-fiche-yanis-naissance = 02/10/2016
commun-fiche-ent = Okul ve para
commun-fiche-outils = Bunlar da uydurma
commun-fiche-ent-site = ent.tilleuls.example
commun-fiche-ent-acceptee = 0000 0000 0000 0012
commun-fiche-ent-refusee = 0000 0000 0000 0027

## Mémo
commun-memo-titre = Özetim
commun-memo-detail = Öğrendikleriniz, yazdırmak için
commun-memo-vide = Yaptığınız görevler ve akılda kalacaklar burada görünecek.
commun-memo-appris = Öğrendiklerim
commun-memo-chez-moi = Benim gerçek ENT sitem
commun-memo-adresse = ENT sitemin adresi
commun-memo-identifiant = Kullanıcı adım
commun-memo-appeler = Takılırsam kimi arayacağım
commun-memo-quand = Hangi günler, hangi saatler
commun-memo-pas-de-secret = Bu kâğıda şifrenizi yazmayın.
commun-memo-imprimer = Yazdır
commun-memo-deux-pages = Küçük bir kâğıtta (A5) bu özet iki sayfa tutabilir.
commun-memo-image = Resmi kaydet
commun-memo-image-faite = Özetin resmi bu cihaza kaydedildi.

## Ce que la page a lu
commun-reseau-detail = Hiçbir şeyin gitmediğini kontrol etmek için

## Composer un parcours
commun-composer-titre = Görev dizisi hazırla
commun-composer-detail = Aracı kişiler için (médiatrice, médiateur)
commun-composer-explication = Görevleri istediğiniz sırayla işaretleyin, sonra adresi kopyalayın.
commun-composer-aidant = Yardım eden kişiye önerilerle aç
commun-composer-adresse = Görev dizisinin adresi
commun-composer-copier = Adresi kopyala
commun-composer-copiee = Adres kopyalandı.
commun-composer-a-la-main = Adresi elle kopyalayın: seçili durumda.
commun-composer-vide = En az bir görev işaretleyin.
