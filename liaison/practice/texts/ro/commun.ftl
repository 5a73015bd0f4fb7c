# Ce qui entoure l'ENT, avec les mots du cadre (liaison/phone/texts). Les mots en capitales (ACTION, NOMBRE, TOTAL, TEXTE) sont remplacés :
# ils restent tels quels dans chaque langue. Les valeurs de la fiche (noms, numéros, mots de passe, dates) ne se traduisent pas.
commun-menu-titre = Ce doriți să faceți?
commun-se-deconnecter = Ieșiți din cont
commun-deconnexion-faite = Ați ieșit din cont. Ce ați scris în el este șters.
commun-deconnexion-missions = Misiunile făcute sunt încă în „Ajutor”: „Ștergeți” le elimină.

## Toujours à la même place
commun-nom = ENT de exercițiu
commun-college = Collège Les Tilleuls
commun-minutes = NOMBRE min
commun-tout-est-invente = Totul este inventat. Nimic din ce scrieți nu pleacă de pe acest aparat.

## Qui est connecté
commun-personne = Nimeni nu este în cont
commun-compte-responsable1 = Nadia Benali
commun-compte-responsable2 = Karim Benali
commun-compte-eleve = Inès Benali
commun-role-responsable = Reprezentant
commun-role-eleve = Elevă

## Choisir sa langue, commencer
commun-accueil-titre = Exersați în ENT
commun-accueil-explication = ENT-ul este site-ul pe care gimnaziul (collège, școala de la 11 la 15 ani) și familiile își scriu. Aici totul este inventat: puteți apăsa oriunde.
commun-choisir-mission = Alegeți o misiune
commun-choisir-mission-detail = Toate serviciile din ENT, unul câte unul
commun-promener = Plimbare prin ENT
commun-promener-detail = Fără misiune, doar pentru a privi
commun-promenade-compte = Cine sunteți în această plimbare?

## Parcours et missions
commun-parcours-titre = Alegeți o misiune
commun-parcours-prets = Trasee gata făcute
commun-parcours-services = Misiuni pe servicii
commun-parcours-choisi = Traseul dumneavoastră
commun-parcours-choisi-phrase = Aceste misiuni au fost alese pentru dumneavoastră.
commun-faites = NOMBRE din TOTAL
commun-faite = Misiune făcută
commun-niveau-1 = Ușor
commun-niveau-2 = Mediu
commun-niveau-3 = Mai lung
commun-mission = Misiunea dumneavoastră
commun-mission-plier = Ascundeți misiunea
commun-mission-deplier = Arătați misiunea
commun-mission-recommencer = Reîncepeți misiunea
commun-mission-vous-etes = Sunteți
commun-question-aide = Citiți ecranul, apoi răspundeți. Un ENT adevărat nu pune această întrebare: este aici pentru exersare.
commun-question-relire = Ecranul spune altceva. Citiți-l din nou, apoi alegeți alt răspuns.
commun-question-indice = Citiți ecranul. Jos este o întrebare: răspundeți la ea.
commun-indice = Un indiciu
commun-indice-autre = Alt indiciu
commun-indice-numero = Indiciul NOMBRE din TOTAL
commun-montrer = Arătați-mi
commun-montrer-rien = Apăsați pe „Meniu”, apoi citiți indiciile.
commun-fini-titre = Misiunea este făcută
commun-retenir = De ținut minte
commun-mission-suivante = Misiunea următoare
commun-revoir-ecran = Revedeți ecranul
commun-parcours-fini = Acest traseu s-a terminat.

## Aide
commun-aide-reglages = Setări
commun-mots-francais = Arătați și cuvintele în franceză
commun-aidant = Ajut altă persoană
commun-aidant-conseil = Persoana pe care o ajutați ține telefonul și apasă ea însăși.
commun-aidant-regarder = De observat
commun-aidant-ne-pas-faire = De evitat

## Ma fiche
commun-fiche-titre = Fișa mea
commun-fiche-detail = Nume, numere și parole de folosit aici
commun-fiche-explication = Aceste persoane sunt inventate. Folosiți informațiile lor, niciodată pe ale dumneavoastră.
commun-fiche-nom = Nume
commun-fiche-identifiant = Nume de utilizator
commun-fiche-mobile = Telefon mobil
commun-fiche-nouveau = Mobil nou
commun-fiche-adresse = Adresă
commun-fiche-courriel = Adresă de e-mail
commun-fiche-secret = Parolă
commun-fiche-naissance = Data nașterii
commun-fiche-classe = Clasa
commun-fiche-acceptee = Card acceptat
commun-fiche-refusee = Card refuzat
commun-fiche-site = Adresa ENT-ului
commun-fiche-mere = Mama
commun-fiche-pere = Tatăl, separat
commun-fiche-fille = Fiica
commun-fiche-fils = Fiul
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
commun-fiche-ines-classe = 3e B, collège Les Tilleuls
commun-fiche-ines-naissance = 14/03/2012
commun-fiche-ines-secret = Nuage-Stylo-2026
commun-fiche-yanis = Yanis Benali
commun-fiche-yanis-classe = CM2, școala Jules-Verne
commun-fiche-yanis-naissance = 02/10/2016
commun-fiche-ent = Gimnaziul și banii
commun-fiche-outils = Tot inventate
commun-fiche-ent-site = ent.tilleuls.example
commun-fiche-ent-acceptee = 0000 0000 0000 0012
commun-fiche-ent-refusee = 0000 0000 0000 0027

## Mémo
commun-memo-titre = Notițele mele
commun-memo-detail = Ce ați învățat, de tipărit
commun-memo-vide = Misiunile făcute vor apărea aici, cu ce este de ținut minte.
commun-memo-appris = Ce am învățat
commun-memo-chez-moi = În ENT-ul meu adevărat
commun-memo-adresse = Adresa ENT-ului meu
commun-memo-identifiant = Numele meu de utilizator
commun-memo-appeler = Pe cine sun dacă mă blochez
commun-memo-quand = În ce zile, la ce ore
commun-memo-pas-de-secret = Nu notați parola pe această foaie.
commun-memo-imprimer = Tipăriți
commun-memo-deux-pages = Pe o foaie mică (A5), aceste notițe pot ocupa două pagini.
commun-memo-image = Salvați imaginea
commun-memo-image-faite = Imaginea cu notițele este salvată pe acest aparat.

## Ce que la page a lu
commun-reseau-detail = Pentru a verifica că nu pleacă nimic

## Composer un parcours
commun-composer-titre = Alcătuiți un traseu
commun-composer-detail = Pentru persoana care conduce atelierul
commun-composer-explication = Bifați misiunile în ordinea dorită, apoi copiați adresa.
commun-composer-aidant = Deschideți cu sfaturile pentru persoana care ajută
commun-composer-adresse = Adresa traseului
commun-composer-copier = Copiați adresa
commun-composer-copiee = Adresa este copiată.
commun-composer-a-la-main = Copiați adresa manual: este selectată.
commun-composer-vide = Bifați cel puțin o misiune.
