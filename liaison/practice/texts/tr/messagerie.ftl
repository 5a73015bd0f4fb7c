messagerie-nom = Mesajlar
messagerie-titre = Mesajlarınız
messagerie-recus = Gelen mesajlar
messagerie-soir-annonce = Saat şu an { $maintenant }. Şimdi yazılan mesaj yarın, { $jour }, saat { $heure } olunca gider.

# Personnes et sujets
messagerie-delcourt = Bayan Delcourt, sınıf rehber öğretmeni
messagerie-delcourt-classe = Bayan Delcourt, bütün sınıfa
messagerie-delcourt-seule = Yalnızca Bayan Delcourt
messagerie-morin = Bay Morin, mali işler
messagerie-haddad = Bay Haddad, okul yaşamı
messagerie-petit = Bayan Petit, müdürlük
messagerie-ferrand = Bayan Ferrand, SVT (fen) öğretmeni
messagerie-mme-benali = Bayan Benali
messagerie-vous = Siz
messagerie-vous-seule = Yalnızca Bayan Nadia Benali
messagerie-vous-seul = Yalnızca Bay Karim Benali
messagerie-classe-entiere = 3e B öğrencilerinin { $nombre } velisi
messagerie-sortie = Tiyatro gezisi
messagerie-carte-cantine = Yemekhane kartının fotoğrafı
messagerie-pique-nique = Piknik ve alerjiler
messagerie-rendez-vous = Randevu
messagerie-materiel = SVT dersi için malzeme
messagerie-carnet-oublie = Unutulan defter

# Un fil
messagerie-de = Kimden
messagerie-a = Kime
messagerie-conversation = Yazışma
messagerie-non-lu = Okunmadı
messagerie-reponse-attendue = Yanıt bekleniyor
messagerie-repondre = Yanıtla
messagerie-reponse-titre = Yanıtı yazın
messagerie-qui-lira = Kim okuyacak
messagerie-votre-message = Mesajınız
messagerie-texte-manque = Mesaj boş. Birkaç kelime yazın, sonra yeniden basın.
messagerie-envoyer = Gönder
messagerie-relire = Göndermeden önce gözden geçir
messagerie-modifier = Yanıtımı değiştir
messagerie-parti = Mesajınız gitti.
messagerie-envoye-a = Gönderildi, saat { $heure }
messagerie-en-attente = Mesajınız saklandı. Yarın, { $jour }, saat { $heure } olunca gidecek.
messagerie-attend = Bekliyor: yarın gider, { $jour }, saat { $heure }
messagerie-rappeler = Mesajımı geri çek
messagerie-rappele = Mesajınız geri çekildi. Düzeltip yeniden gönderebilirsiniz.

messagerie-sortie-message = Merhaba Hanımefendi, sınıf { $jour } günü tiyatroya gidiyor. Inès bizimle geliyor mu?
messagerie-sortie-aide = Örnek: Merhaba Hanımefendi, Inès tiyatroya geliyor. Nadia Benali

messagerie-cantine-message = Merhaba Hanımefendi, Inès'in yemekhane (cantine) kartı artık çalışmıyor. Lütfen bana bu kartın bir fotoğrafını gönderin.
messagerie-joindre = Fotoğraf ekle
messagerie-galerie-titre = Telefonunuzdaki fotoğraflar
messagerie-galerie-explication = Yalnızca seçtiğiniz fotoğraf gider. Diğerleri telefonunuzda kalır.
messagerie-galerie-question = Hangi fotoğrafı eklemek istiyorsunuz?
messagerie-photo-document = Belediyeden gelen bir mektubun fotoğrafı
messagerie-photo-carte = Inès'in yemekhane kartının fotoğrafı
messagerie-photo-famille = Ailenizin plajdaki fotoğrafı
messagerie-photo-manque = Önce bir fotoğraf seçin.
messagerie-photo-document-doute = Bu mektupta adresiniz görünüyor. Bay Morin bunu istemedi.
messagerie-photo-famille-doute = Bu fotoğrafta aileniz görünüyor. Okulun buna ihtiyacı yok.
messagerie-photo-autre = Bay Morin kartın fotoğrafını bekliyor. Bu mesajı geri çekebilirsiniz.
messagerie-voir-avant = Göndermeden önce fotoğrafı gör
messagerie-changer-photo = Başka bir fotoğraf seç

messagerie-pique-nique-message = Merhaba, { $jour } günü her öğrenci yanında soğuk bir öğle yemeği getiriyor. Çocuğunuzun alerjisi varsa bana yazın.
messagerie-groupe-aide = Örnek: Merhaba Hanımefendi, Inès'in cevize alerjisi var.
messagerie-groupe-question = Yanıtınız kime gidiyor?
messagerie-groupe-expediteur = Yalnızca Bayan Delcourt'a
messagerie-groupe-tous = Herkese
messagerie-groupe-tous-aide = Bayan Delcourt ve sınıfın { $nombre } velisi
messagerie-groupe-manque = Önce yanıtınızı kimin okuyacağını seçin.
messagerie-groupe-doute = Alerji bir sağlık bilgisidir. Diğer ailelerin bunu okumasına gerek yok.
messagerie-groupe-lu-seule = Yanıtınızı yalnızca Bayan Delcourt okuyabilir.
messagerie-groupe-lu-tous = Yanıtınız { $nombre } veliye gönderildi. Geri çekebilirsiniz.
messagerie-groupe-rappele = Yanıtınız geri çekildi. Daha önce biri okumuş olabilir. Düzeltebilirsiniz.
messagerie-groupe-karim-lit = Bayan Benali herkese yanıt verdi. Bu yüzden yanıtını siz de okuyorsunuz.
messagerie-groupe-karim-ne-lit-pas = Yalnızca Bayan Delcourt'a gönderilen yanıtları görmezsiniz.

# Écrire le premier
messagerie-ecrire = Mesaj yaz
messagerie-ecrire-autre-compte = Yeni bir mesaj yazmak için Bayan Benali'nin hesabıyla alıştırma yapın.
messagerie-deja-envoye = Mesajınız zaten gönderildi. Okumak veya geri çekmek için mesajı açın.
messagerie-qui-titre = Kime yazıyorsunuz?
messagerie-qui-explication = Sorunuzla kimin ilgilendiğine bakın.
messagerie-qui-liste = Okulda çalışanlar
messagerie-delcourt-role = Sınıf, dersler, yönlendirme
messagerie-haddad-role = Devamsızlık, geç kalma, okuldan çıkış
messagerie-morin-role = Yemekhane, faturalar, burslar
messagerie-petit-role = Kayıt, ciddi bir durum
messagerie-ecrire-aide = Merhaba deyin, tek bir soru sorun, adınızı yazın.
messagerie-changer-destinataire = Başka bir kişi seç
messagerie-envoyes = Gönderdiğim mesajları gör
messagerie-envoyes-titre = Gönderilen mesajlar
messagerie-envoyes-aucun = Hiç mesaj göndermediniz.
messagerie-nouveau-message = Yeni mesajınız
messagerie-attente = Bekliyor
messagerie-depart = Gidiş zamanı
messagerie-parti-le = Gitti: { $jour }, saat { $heure }
messagerie-pas-perdu = Bu mesaj kaybolmadı. Başka bir şey yapmanıza gerek yok.
messagerie-rappele-destinataire = Mesajınız geri çekildi. Yazdığınız metin saklandı. Kime gideceğini seçin.

# Le soir
messagerie-soiree = Akşam yazılan mesaja ne olur?
messagerie-soiree-heures = Bu okulda yayın { $debut } – { $fin } arasında durur: hiçbir mesaj görünmez.
messagerie-soiree-attend = Bu saatlerde de yazabilirsiniz. Mesajınız bekler ve saat { $heure } olunca görünür.
messagerie-soiree-choix = Her okul kendi saatlerini seçer.
messagerie-soiree-urgence = Acil bir durumda telefon edin.

# Les deux autres comptes
messagerie-karim-message = Merhaba Beyefendi, Inès hakkında sizinle görüşmek isterim. Sabahı mı, akşamı mı tercih edersiniz?
messagerie-karim-aide = Örnek: Merhaba Hanımefendi, sabahı tercih ederim. Karim Benali
messagerie-ferrand-message = Merhaba Inès, { $jour } günü bir büyüteç getirin. Her şey ödev defterinde (cahier de textes) yazıyor.
messagerie-haddad-message = Merhaba Inès, defteriniz etüt salonunda (permanence) kaldı. Almak için okul yaşamı bürosuna (vie scolaire) uğrayın.
messagerie-compte-eleve = Bu mesaj Inès'in hesabında. Anne ve babası bunu kendi hesaplarında görmez.

mission-lire_message = Henüz okumadığınız mesajı okuyun.
    .indice-1 = “Mesajlar” bölümünü açın.
    .indice-2 = “Okunmadı” kelimesini bulun, sonra bu mesaja basın.
    .question = Sınıf tiyatroya hangi gün gidiyor?
    .retenir = Okunmamış mesajda bir işaret vardır. Mesajı açınca bu işaret kaybolur.
    .regarder = Kişinin listede “Okunmadı” kelimesini görüp görmediğine bakın.
    .ne-pas-faire = Mesajı ondan önce yüksek sesle okumayın.

mission-repondre_message = Bayan Delcourt'a Inès'in tiyatroya gelip gelmediğini söyleyin.
    .indice-1 = “Mesajlar” bölümünü, sonra “Tiyatro gezisi” mesajını açın.
    .indice-2 = “Yanıtla” düğmesine basın ve birkaç kelime yazın.
    .indice-3 = “Gönder” düğmesine basın.
    .retenir = Kısa bir mesaj yeter. Merhaba deyin, yanıt verin, adınızı yazın.
    .regarder = Kişinin yazdığı metni yazışmada bulup bulmadığına bakın.
    .ne-pas-faire = Yazım yanlışlarını düzeltmeyin. Bayan Delcourt anlar.

mission-joindre_photo = Bay Morin'e istediği fotoğrafı gönderin.
    .indice-1 = “Mesajlar” bölümünü, sonra Bay Morin'in mesajını açın.
    .indice-2 = “Fotoğraf ekle” düğmesine basın ve Bay Morin'in istediği fotoğrafı seçin.
    .indice-3 = “Göndermeden önce fotoğrafı gör” düğmesine, sonra “Gönder” düğmesine basın.
    .retenir = Yalnızca istenen fotoğrafı gönderin. Göndermeden önce fotoğrafa bakın.
    .regarder = Kişinin fotoğrafı ve kimin okuyacağını kontrol edip etmediğine bakın.
    .ne-pas-faire = Fotoğrafı onun yerine seçmeyin. Mesajını geri çekebilir.

mission-bon_destinataire = Yemekhane faturası hakkında bir sorunuz var. Doğru kişiye yazın.
    .indice-1 = “Mesajlar” bölümünü açın, sonra “Mesaj yaz” düğmesine basın.
    .indice-2 = Her adın altında kişinin neyle ilgilendiğini okuyun.
    .indice-3 = Bay Morin'i seçin, sorunuzu yazın, sonra “Gönder” düğmesine basın.
    .retenir = Okulda her soruyla bir kişi ilgilenir. Liste kimin ne yaptığını söyler.
    .regarder = Kişinin adların altındaki satırları okuyup okumadığına bakın.
    .ne-pas-faire = Adı söylemeyin. Yanlış olursa “Gönderilen mesajlar” içinde düzeltilir.

mission-repondre_groupe = Inès'in cevize alerjisi olduğunu yalnızca Bayan Delcourt'a söyleyin.
    .indice-1 = “Mesajlar” bölümünü, sonra “Bayan Delcourt, bütün sınıfa” mesajını açın.
    .indice-2 = “Yanıtla” düğmesine basın, sonra yanıtınızı yazın.
    .indice-3 = “Yalnızca Bayan Delcourt'a” seçeneğini seçin.
    .indice-4 = “Göndermeden önce gözden geçir” düğmesine basın, kimin okuyacağını kontrol edin, sonra “Gönder” düğmesine basın.
    .retenir = Göndermeden önce kimin okuyacağına bakın. Bir mesajı geri çekmek her ENT'de mümkün değildir.
    .regarder = Kişinin göndermeden önce “Kim okuyacak” satırını okuyup okumadığına bakın.
    .ne-pas-faire = Herkese yanıt vermesini engellemeyin. Bırakın görsün ve geri çeksin.

mission-message_du_soir = Saat geç ve Inès hasta. Okul yaşamı bürosuna haber verin, sonra mesajın ne zaman gideceğini kontrol edin.
    .indice-1 = “Mesajlar” bölümünü açın, sonra “Mesaj yaz” düğmesine basın.
    .indice-2 = Bay Haddad, okul yaşamı, seçeneğini seçin ve mesajınızı yazın.
    .indice-3 = “Gönder” düğmesine basın.
    .indice-4 = Ne zaman gideceğini görmek için “Gönderilen mesajlar” içinde mesajınızı açın.
    .question = Bu mesaj saat kaçta gider?
    .retenir = Akşam yazabilirsiniz. Mesaj sabahı bekler: kaybolmaz. Acil bir durumda telefon edin.
    .regarder = Kişinin mesajın gidiş gününü ve saatini bulup bulmadığına bakın.
    .ne-pas-faire = Mesajın gittiğini söylemeyin. Bırakın kişi kontrol etsin.
