cahier-nom = Ödev defteri ve ders programı
cahier-titre = Neyi görmek istiyorsunuz?
cahier-travail = Yapılacak ödevler
cahier-horaire = Ders programı
cahier-semaine = { $debut } – { $fin }
cahier-jour = { $jour }
cahier-heure = { $heure }
cahier-jour-heure = { $jour }, { $heure }

# Le travail
cahier-travail-titre = { $jour } için ödevler
cahier-svt = SVT (fen: yaşam ve yer bilimleri)
cahier-svt-travail = Yaprak incelemesini hazırlamak
cahier-maths = Matematik
cahier-maths-travail = İki alıştırma
cahier-document-joint = Ekte bir belge
cahier-fait = Yapıldı
cahier-pour = Hangi güne
cahier-donne-par = Veren
cahier-a-faire = Yapılacak
cahier-etat = Inès'in işareti
cahier-etat-a-faire = Henüz yapılmadı
cahier-m-roussel = Bay Roussel
cahier-svt-consigne = Ekteki belgeyi okumak ve malzemeyi hazırlamak.
cahier-maths-consigne = 62. sayfadaki 4. ve 5. alıştırmaları yapmak.
cahier-maths-conseil = Inès'e ne yapması gerektiğini sorabilirsiniz. Ödevi yapan odur.
cahier-ouvrir-document = Belgeyi aç
cahier-noter-vu = Gördüğümü işaretle
cahier-enlever-vu = “Görüldü” işaretini kaldır
cahier-vu-note = Sizin için işaretlendi. Inès ödevini kendisi yapar.
cahier-vu = Bu ödevi gördünüz.
cahier-noter-fait = Yapıldı diye işaretle
cahier-enlever-fait = “Yapıldı” işaretini kaldır
cahier-fait-note = İşaretlendi. Anneniz ve babanız da bunu görür.
cahier-document-titre = Ekteki belge
cahier-document-image = Bayan Ferrand'ın verdiği bir sayfa
cahier-document-sujet = Bir ağaç yaprağını incelemek
cahier-document-etape-lire = Kitabın 40. sayfasını okuyun.
cahier-document-etape-dessiner = Defterinize bir ağaç yaprağı çizin.
cahier-document-etape-apporter = Bir ağaç yaprağı ve bir büyüteç getirin.

# L'emploi du temps
cahier-semaine-choix = Bir gün seçin
cahier-aujourd-hui = Bugün
cahier-demain = Yarın
cahier-changement = Değişiklik
cahier-cours = Sabah dersleri
cahier-colonne-heure = Saat
cahier-colonne-cours = Ders
cahier-colonne-salle = Derslik
cahier-francais = Fransızca
cahier-pas-de-cours = Ders yok
cahier-eps = EPS (spor)
cahier-gymnase = Spor salonu
cahier-salle-15 = Derslik 15
cahier-salle-112 = Derslik 112
cahier-salle-204 = Derslik 204
cahier-absence-debut = Bayan Delcourt gelmiyor. İlk ders saat { $heure }.
cahier-absence-permanence = İzin verdiyseniz Inès daha geç gelir. Vermediyseniz etüt salonuna (permanence) gider. Orada bir yetişkin bulunur.
cahier-salle-svt = SVT dersinin yeri değişiyor. Ders 204 numaralı derslikte.

# Le pense-bête
cahier-pense-bete = Hatırlatma notum
cahier-pense-bete-detail = Yarın değişenleri yazmak için
cahier-pense-bete-titre = Yarın için hatırlatma notum
cahier-question-heure = Inès'in ilk dersinin saati
cahier-question-salle = SVT dersinin dersliği
cahier-garder-note = Bu notu sakla
cahier-changer-note = Notumu değiştir
cahier-voir-horaire = Ders programını gör
cahier-note-manque = Bir saat ve bir derslik seçin. Yarının ders programında yazıyorlar.
cahier-note-heure = Ders programında başka bir saat var. Yarınki ilk derse bakın.
cahier-note-salle = Ders programında başka bir derslik var. Yarınki SVT satırına bakın.
cahier-note-gardee = Notunuz bu telefonda saklandı.

mission-travail_de_demain = Inès'in yarınki ödevlerini bulun.
    .indice-1 = “Ödev defteri ve ders programı” bölümünü açın.
    .indice-2 = “Yapılacak ödevler” satırına basın.
    .retenir = Ödev defteri (cahier de textes) öğrencinin ne yapacağını ve hangi güne yapacağını söyler.
    .regarder = Kişinin doğru bölümü ilk seferde bulup bulmadığına bakın.
    .ne-pas-faire = Satırı göstermeyin. Bırakın kişi menüyü okusun.

mission-horaire_de_demain = Inès'in yarınki derslerini bulun.
    .indice-1 = “Ders programı” satırına basın.
    .indice-2 = Üzerinde “Yarın” yazan güne basın.
    .retenir = “Değişiklik” kelimesi farklı bir günü bildirir. Ne olduğunu görmek için o günü açın.
    .regarder = Kişinin bugünü ve yarını ayırt edip etmediğine bakın.
    .ne-pas-faire = Tabloyu onun yerine okumayın.

mission-document_joint = SVT ödevinin belgesini açın, sonra gördüğünüzü işaretleyin.
    .indice-1 = “Ödev defteri ve ders programı” bölümünü, sonra “Yapılacak ödevler” satırını açın.
    .indice-2 = SVT ödevini açın, sonra “Belgeyi aç” düğmesine basın.
    .indice-3 = “Geri” düğmesine, sonra “Gördüğümü işaretle” düğmesine basın.
    .retenir = Ekteki belge ne getirileceğini söyleyebilir. “Görüldü”, “yapıldı” demek değildir.
    .regarder = Kişinin “Geri” düğmesiyle belgeden dönüp dönmediğine bakın.
    .ne-pas-faire = Belgeyi açıklamayın. Inès'in ne getireceğini sorun.

mission-changements_de_demain = Yarın iki şey değişiyor. İlk dersin saatini ve SVT dersliğini not edin.
    .indice-1 = “Ödev defteri ve ders programı” bölümünü, sonra “Ders programı” satırını açın.
    .indice-2 = Üzerinde “Değişiklik” yazan günü açın ve iki değişikliği okuyun.
    .indice-3 = Geri dönün ve “Hatırlatma notum” satırını açın.
    .indice-4 = Saati ve dersliği seçin, sonra “Bu notu sakla” düğmesine basın.
    .retenir = Ders programına bir gün önceden bakın. Bir öğretmen gelmezse veya derslik değişirse gün değişebilir.
    .regarder = Kişinin yalnızca birini değil, iki değişikliği de görüp görmediğine bakın.
    .ne-pas-faire = Saati söylemeyin. Ekran nereye bakılacağını söylüyor.
