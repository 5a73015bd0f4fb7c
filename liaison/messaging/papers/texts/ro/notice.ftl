titre =
    { $lieu ->
        [ecole] Școala vă scrie: ce trebuie să știți
        [college] Gimnaziul vă scrie: ce trebuie să știți
       *[other] Liceul vă scrie: ce trebuie să știți
    }

## Les moyens, les sujets
moyen-ent = mesageria din ENT
moyen-vie_scolaire = programul Viața școlară (vie scolaire)
moyen-sms = SMS
moyen-telephone = apel telefonic
moyen-carnet = carnet de legătură
moyen-affichage = avizier
moyen-courriel = e-mail
moyen-visio = ședință online
sujet-absence = absență
sujet-retard = întârziere
sujet-devoirs = teme
sujet-notes = note
sujet-bulletin = livretul școlar (LSU)
sujet-mot = bilet despre copilul dumneavoastră
sujet-sanction = pedeapsă
sujet-reunion = ședință, întâlnire
sujet-sortie = ieșire
sujet-circulaire = informații generale
sujet-cantine = cantină
sujet-bourse = bursă
sujet-fiche_renseignements = fișă de informații
sujet-orientation = orientarea școlară
sujet-urgence = urgență

## Où regarder
ou-regarder = Unde să vă uitați
sujets = { $sujets }.
sujets-tout = Tot ce vă scriem.
sujets-tout-sauf = Tot, în afară de: { $sujets }.

## Quand
quand = Când
enfant-absent = Copilul dumneavoastră lipsește
absence-immediat = { $moyens }: imediat.
absence-quotidien = { $moyens }: în fiecare zi, la ora { $heure }.
absence-hebdomadaire = { $moyens }: { $jour }, la ora { $heure }.
absence-jamais = { $moyens }: nu sună nimic, intrați să vedeți.
absence-pas-pendant-suspended = Dar nu când publicarea este suspendată.
absence-pas-pendant-quiet = Dar nu în orele liniștite.
absence-aussi-pendant-suspended = Chiar și când publicarea este suspendată.
absence-aussi-pendant-quiet = Chiar și în orele liniștite.
absence-appel-immediat = Apel telefonic: imediat.
absence-appel = Apel telefonic.
absence-papier = { $moyens }: pe hârtie.
les-notes = Notele
delai =
    { $jours ->
        [0] în ziua lucrării
        [1] a doua zi după lucrare
        [few] la { $jours } zile după lucrare
       *[other] la { $jours } de zile după lucrare
    }
note-eleve = Copilul dumneavoastră vede nota cel mai devreme { $delai }.
note-eleve-a-son-heure = Copilul dumneavoastră vede nota cel mai devreme { $delai }, la ora { $heure }.
note-eleve-jamais = Copilul dumneavoastră nu vede nota: publicarea este suspendată toată săptămâna.
note-parent = Dumneavoastră o vedeți cel mai devreme { $delai }.
note-parent-a-son-heure = Dumneavoastră o vedeți cel mai devreme { $delai }, la ora { $heure }.
note-parent-jamais = Dumneavoastră nu o vedeți: publicarea este suspendată toată săptămâna.
retenu-suspended = Publicare suspendată: pe ecran nu apare nimic nou
retenu-quiet = Ore liniștite: nu sună nimic, în afară de apeluri
temps-semaine = Toată săptămâna, zi și noapte.
temps-jour = { $jour }, toată ziua.
temps-jours = De { $premier } până { $dernier }, toată ziua.
temps-suite = De { $premier } { $debut } până { $dernier } { $fin }.
temps-heures = { $jour }, de la { $debut } la { $fin }.
temps-chaque-jour = De { $premier } până { $dernier }, de la { $debut } la { $fin }.
temps-vacances = În vacanțe.
temps-feries = În sărbătorile legale.
heures-a-demander = Aceste ore se schimbă des în timpul săptămânii: cereți lista.
effet-suspended = Ce scriem apare după aceea.
effet-quiet = Ce a apărut vă așteaptă: puteți citi.
ne-parait-jamais = Ce scriem nu apare niciodată.
passe = Excepție: { $sujets }.
passe-tout = Excepție: toate subiectele.
passe-tout-sauf = Excepție: toate subiectele, în afară de: { $sujets }.
ne-sonne-jamais = Împreună cu publicarea suspendată, este toată săptămâna: nu sună niciodată nimic.
ne-sonne-jamais-a-part = Împreună cu publicarea suspendată, este toată săptămâna: în afară de aceste excepții, nu sună niciodată nimic.

## Sans internet
sans-internet = Dacă nu folosiți internetul
dites-le-nous = Spuneți-ne, prin viu grai sau pe hârtie
autrement = În funcție de subiect, informația vă vine altfel: { $moyens }.
rien-d-autre = Încă nu este prevăzut nimic altceva: întrebați-ne cum să faceți.
rien-pour = Încă nu este prevăzut nimic pentru: { $sujets }. Întrebați-ne cum să faceți.
rien-pour-tout-sauf = Încă nu este prevăzut nimic, în afară de: { $sujets }. Întrebați-ne cum să faceți.

## Pour nous écrire
pour-nous-ecrire = Ca să ne scrieți
une-question = O întrebare
contactez-nous = Contactați-ne: { $moyens }.
demandez-nous = Întrebați-ne, prin viu grai, cum să ne scrieți.
reponse =
    { $heures ->
        [one] Răspuns în cel mult o oră, cu nopțile și zilele fără cursuri, dacă profesorul răspunde imediat ce are întrebarea.
        [few] Răspuns în cel mult { $heures } ore, cu nopțile și zilele fără cursuri, dacă profesorul răspunde imediat ce are întrebarea.
       *[other] Răspuns în cel mult { $heures } de ore, cu nopțile și zilele fără cursuri, dacă profesorul răspunde imediat ce are întrebarea.
    }
reponse-en-jours = Răspuns în cel mult { $jours } zile, cu nopțile și zilele fără cursuri, dacă profesorul răspunde imediat ce are întrebarea.
deux-responsables = Doi reprezentanți
a-chacun = Scriem fiecăruia.
a-un-seul = Scriem numai unuia dintre ei pentru: { $sujets }.
a-un-seul-tout = Scriem numai unuia dintre ei.
a-un-seul-tout-sauf = Scriem numai unuia dintre ei, în afară de: { $sujets }.
le-reste-a-chacun = Pentru rest, scriem fiecăruia.
votre-compte = Contul dumneavoastră
demandez-compte = Cereți-l pe al dumneavoastră. Nu dați nimănui parola.
numero-change = Numărul sau adresa dumneavoastră se schimbă
prevenez =
    { $lieu ->
        [ecole] Anunțați imediat școala.
        [college] Anunțați imediat gimnaziul.
       *[other] Anunțați imediat liceul.
    }
une-autre-langue = Altă limbă
messages-en = Mesajele există în: { $langues }. Cereți-le.
messages-en-tant =
    { $nombre ->
        [few] Mesajele există în alte { $nombre } limbi. Cereți-le.
       *[other] Mesajele există în alte { $nombre } de limbi. Cereți-le.
    }
numero-a-appeler = Număr de telefon la care sunați
personne-a-demander = Persoana de întrebat
