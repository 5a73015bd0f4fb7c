# Les mots du cadre de toute page pour les familles. Les mots en capitales (ACTION, CHOIX, NOMBRE, TEXTE, NOM, SERVEUR) sont remplacés :
# ils restent tels quels dans chaque langue. Une page a ses mots à elle : nom, tout-est-invente, accueil-titre ; et dit autrement qui elle veut.

## Toujours à la même place
retour = Înapoi
aide = Ajutor
menu = Meniu
annuler = Anulați
annuler-rien = Nu este nimic de anulat.
annule = S-a anulat: ACTION
annule-choix = S-a anulat. Alegerea dumneavoastră: CHOIX
ecouter = Ascultați
arreter = Opriți
oui = Da
non = Nu
voir = Arătați
cacher = Ascundeți
a-voir = De văzut: NOMBRE
champ-plein = Cel mult NOMBRE de caractere: restul nu se scrie.
ton-information = De știut
ton-attention = Atenție
ton-erreur = De corectat
ton-fait = Gata
non-relu = Această traducere nu a fost încă recitită de un vorbitor nativ.
rien-garde = Acest aparat nu păstrează nimic: dacă părăsiți pagina, trebuie să o luați de la capăt.
non-garde = Ce faceți acum nu se păstrează. Ce era păstrat înainte rămâne: „Ștergeți” îl elimină.

## Choisir sa langue, commencer, aller où l'on montre
langue-titre = Alegeți limba dumneavoastră
langue-changer = Schimbați limba
commencer = Începeți
continuer = Continuați
accueil-aller = Mergeți la început
montrer-appuyer = Apăsați aici: ACTION
montrer-choisir = Alegeți: ACTION
montrer-ecrire = Scrieți aici: TEXTE

## Aide
aide-titre = Ajutor
aide-touches = Trei butoane, mereu în același loc
aide-bouton-retour = „Înapoi” duce la ecranul dinainte.
aide-bouton-menu = „Meniu” arată toate serviciile.
aide-bouton-annuler = „Anulați” desface ce tocmai ați făcut.
aidant-titre = Pentru persoana care ajută

## Ce que la page a lu
reseau-titre = Ce a citit această pagină
reseau-appareil = Fișiere citite pe acest aparat: NOMBRE.
reseau-serveur = Fișiere citite pe serverul SERVEUR: NOMBRE.
reseau-ailleurs = Fișiere citite în altă parte: NOMBRE.
reseau-rien-ne-part = Nimic din ce scrieți nu pleacă de pe acest aparat.
reseau-langue = Serverul află numai limba pe care o alegeți.
reseau-anormal = Au fost apelate alte servere. Arătați acest ecran persoanei care a instalat pagina.
reseau-liste = Fișiere citite
reseau-fichier = Fișier
reseau-origine = Origine
reseau-taille = Mărime
reseau-ko = NOMBRE KB

## Effacer
effacer-titre = Ștergeți ce ați făcut?
effacer-lien = Ștergeți
effacer-explication = Misiunile făcute, locul unde ați rămas și textele dumneavoastră vor fi șterse. Paginile pot rămâne pe aparat, fără nimic de-al dumneavoastră.
effacer-garder = Păstrați
effacer-fait = Ce păstra această pagină a fost șters.
effacer-telecharge = Un fișier rămâne în descărcările acestui aparat: NOM. Această pagină nu îl poate șterge. Ștergeți-l înainte de a da aparatul altcuiva sau rugați persoana care vi l-a împrumutat să facă asta.

## Un appareil partagé, un réseau coupé
reprise-titre = Dumneavoastră ați început?
reprise-explication = Cineva a început deja pe acest aparat. „Sunt altcineva” șterge imediat ce păstrează această pagină.
reprise-autre = Sunt altcineva
quitter-explication = Acest aparat nu păstrează nimic: ce ați făcut aici nu trece în altă limbă și va fi șters.
quitter-non-garde = Ce tocmai ați făcut nu trece în altă limbă și se va pierde. Ce era păstrat înainte rămâne și vi se va propune.
quitter-rester = Rămâneți aici
page-lente = Pagina cerută se încarcă: rețeaua este lentă. Așteptați puțin sau continuați aici.
page-loin = Această pagină nu este pe acest aparat, iar serverul nu răspunde. Nu s-a pierdut nimic: continuați aici sau încercați mai târziu.
page-refusee = Serverul răspunde, dar nu dă această pagină. Nu s-a pierdut nimic. Încercați mai târziu sau anunțați persoana care v-a dat adresa.
page-seule = Pagina NOM nu este lângă aceasta. Nu s-a pierdut nimic. Copiați din nou tot dosarul sau cereți-l persoanei care v-a dat această pagină.
