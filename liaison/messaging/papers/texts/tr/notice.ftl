titre =
    { $lieu ->
        [ecole] Okul size yazıyor: bilmeniz gerekenler
        [college] Ortaokul size yazıyor: bilmeniz gerekenler
       *[other] Lise size yazıyor: bilmeniz gerekenler
    }

## Les moyens, les sujets
moyen-ent = ENT mesajları
moyen-vie_scolaire = okul yaşamı programı (vie scolaire)
moyen-sms = SMS
moyen-telephone = telefon araması
moyen-carnet = haberleşme defteri
moyen-affichage = duyuru panosu
moyen-courriel = e-posta
moyen-visio = görüntülü toplantı
sujet-absence = devamsızlık
sujet-retard = geç kalma
sujet-devoirs = ödevler
sujet-notes = notlar
sujet-bulletin = karne (LSU)
sujet-mot = çocuğunuzla ilgili yazı
sujet-sanction = ceza
sujet-reunion = toplantı, randevu
sujet-sortie = gezi
sujet-circulaire = genel bilgi
sujet-cantine = yemekhane
sujet-bourse = burs
sujet-fiche_renseignements = bilgi formu
sujet-orientation = yönlendirme
sujet-urgence = acil durum

## Où regarder
ou-regarder = Nereye bakmalı
sujets = { $sujets }.
sujets-tout = Size yazdığımız her şey.
sujets-tout-sauf = Her şey; şunlar hariç: { $sujets }.

## Quand
quand = Ne zaman
enfant-absent = Çocuğunuz okulda yok
absence-immediat = { $moyens }: hemen.
absence-quotidien = { $moyens }: her gün, saat { $heure }.
absence-hebdomadaire = { $moyens }: { $jour }, saat { $heure }.
absence-jamais = { $moyens }: hiçbir şey çalmaz, bakmanız gerekir.
absence-pas-pendant-suspended = Yayın durduğunda değil.
absence-pas-pendant-quiet = Sakin saatlerde değil.
absence-aussi-pendant-suspended = Yayın durduğunda da.
absence-aussi-pendant-quiet = Sakin saatlerde de.
absence-appel-immediat = Telefon araması: hemen.
absence-appel = Telefon araması.
absence-papier = { $moyens }: kâğıt üzerinde.
les-notes = Notlar
delai =
    { $jours ->
        [0] sınav günü
        [1] sınavdan bir gün sonra
       *[other] sınavdan { $jours } gün sonra
    }
note-eleve = Çocuğunuz notunu en erken { $delai } görür.
note-eleve-a-son-heure = Çocuğunuz notunu en erken { $delai }, saat { $heure } olunca görür.
note-eleve-jamais = Çocuğunuz notunu görmez: yayın bütün hafta durur.
note-parent = Siz en erken { $delai } görürsünüz.
note-parent-a-son-heure = Siz en erken { $delai }, saat { $heure } olunca görürsünüz.
note-parent-jamais = Siz görmezsiniz: yayın bütün hafta durur.
retenu-suspended = Yayın durur: ekranda yeni bir şey görünmez
retenu-quiet = Sakin saatler: aramalar dışında hiçbir şey çalmaz
temps-semaine = Bütün hafta, gece gündüz.
temps-jour = { $jour }, bütün gün.
temps-jours = { $premier } – { $dernier }, bütün gün.
temps-suite = { $premier } { $debut } – { $dernier } { $fin }.
temps-heures = { $jour }: { $debut } – { $fin }.
temps-chaque-jour = { $premier } – { $dernier }: { $debut } – { $fin }.
temps-vacances = Okul tatillerinde.
temps-feries = Resmî tatillerde.
heures-a-demander = Bu saatler hafta içinde sık değişir: listeyi isteyin.
effet-suspended = Yazdıklarımız sonra görünür.
effet-quiet = Görünen mesaj sizi bekler: okuyabilirsiniz.
ne-parait-jamais = Yazdıklarımız hiç görünmez.
passe = Bunlar hariç: { $sujets }.
passe-tout = Bütün konular hariç.
passe-tout-sauf = Yalnız şunlar için geçerlidir: { $sujets }.
ne-sonne-jamais = Yayının durduğu saatlerle birlikte bu bütün haftadır: hiçbir şey hiç çalmaz.
ne-sonne-jamais-a-part = Yayının durduğu saatlerle birlikte bu bütün haftadır: bunların dışında hiçbir şey hiç çalmaz.

## Sans internet
sans-internet = İnternet kullanmıyorsanız
dites-le-nous = Bize sözle veya kâğıtla bildirin
autrement = Konuya göre bilgi size başka yolla gelir: { $moyens }.
rien-d-autre = Henüz başka bir şey öngörülmedi: ne yapacağınızı bize sorun.
rien-pour = Henüz şunlar için bir şey öngörülmedi: { $sujets }. Ne yapacağınızı bize sorun.
rien-pour-tout-sauf = Henüz bir şey öngörülmedi; şunlar hariç: { $sujets }. Ne yapacağınızı bize sorun.

## Pour nous écrire
pour-nous-ecrire = Bize yazmak için
une-question = Bir soru
contactez-nous = Bize ulaşın: { $moyens }.
demandez-nous = Bize nasıl yazacağınızı sözle sorun.
reponse = En çok { $heures } saatte yanıt; geceler ve ders olmayan günler dahil; öğretmen soru gelir gelmez yanıtlarsa.
reponse-en-jours = En çok { $jours } günde yanıt; geceler ve ders olmayan günler dahil; öğretmen soru gelir gelmez yanıtlarsa.
deux-responsables = İki veli
a-chacun = Her birine yazarız.
a-un-seul = Şunlar için yalnız birine yazarız: { $sujets }.
a-un-seul-tout = Yalnız birine yazarız.
a-un-seul-tout-sauf = Yalnız birine yazarız; şunlar hariç: { $sujets }.
le-reste-a-chacun = Kalanlar için her birine yazarız.
votre-compte = Hesabınız
demandez-compte = Kendi hesabınızı isteyin. Şifrenizi kimseye vermeyin.
numero-change = Numaranız veya adresiniz değişirse
prevenez =
    { $lieu ->
        [ecole] Hemen okula bildirin.
        [college] Hemen ortaokula bildirin.
       *[other] Hemen liseye bildirin.
    }
une-autre-langue = Başka bir dil
messages-en = Mesajların olduğu diller: { $langues }. Bunları isteyin.
messages-en-tant = Mesajlar { $nombre } başka dilde var. Bunları isteyin.
numero-a-appeler = Aranacak telefon numarası
personne-a-demander = Sorulacak kişi
