# Les mots du cadre de toute page pour les familles. Les mots en capitales (ACTION, CHOIX, NOMBRE, TEXTE, NOM, SERVEUR) sont remplacés :
# ils restent tels quels dans chaque langue. Une page a ses mots à elle : nom, tout-est-invente, accueil-titre ; et dit autrement qui elle veut.

## Toujours à la même place
retour = Back
aide = Help
menu = Menu
annuler = Undo
annuler-rien = There is nothing to undo.
annule = Undone: ACTION
annule-choix = Undone. Your choice: CHOIX
ecouter = Listen
arreter = Stop
oui = Yes
non = No
voir = See
cacher = Hide
a-voir = To see: NOMBRE
champ-plein = NOMBRE characters at most: the rest is not taken.
ton-information = Good to know
ton-attention = Be careful
ton-erreur = To correct
ton-fait = Done
non-relu = This translation has not yet been read by a person whose language this is.
rien-garde = This device keeps nothing: if you leave the page, you have to start again.
non-garde = What you do now is not kept. What was kept before stays: “Erase” removes it.

## Choisir sa langue, commencer, aller où l'on montre
langue-titre = Choose your language
langue-changer = Change language
commencer = Start
continuer = Continue
accueil-aller = Go to the beginning
montrer-appuyer = Press here: ACTION
montrer-choisir = Choose: ACTION
montrer-ecrire = Write here: TEXTE

## Aide
aide-titre = Help
aide-touches = Three buttons, always in the same place
aide-bouton-retour = “Back” returns to the screen before.
aide-bouton-menu = “Menu” shows all the services.
aide-bouton-annuler = “Undo” cancels what you have just done.
aidant-titre = For the person who helps

## Ce que la page a lu
reseau-titre = What this page has read
reseau-appareil = Files read on this device: NOMBRE.
reseau-serveur = Files read on the server SERVEUR: NOMBRE.
reseau-ailleurs = Files read elsewhere: NOMBRE.
reseau-rien-ne-part = Nothing that you write leaves this device.
reseau-langue = The server only learns which language you choose.
reseau-anormal = Other servers were called. Show this screen to the person who installed the page.
reseau-liste = Files read
reseau-fichier = File
reseau-origine = From
reseau-taille = Size
reseau-ko = NOMBRE KB

## Effacer
effacer-titre = Erase what I have done?
effacer-lien = Erase
effacer-explication = The missions done, your place and your texts will be erased. The pages may stay on the device, with nothing of yours in them.
effacer-garder = Keep
effacer-fait = What this page kept is erased.
effacer-telecharge = A file stays in the downloads of this device: NOM. This page cannot delete it. Delete it before you pass the device on, or ask whoever lends it to do so.

## Un appareil partagé, un réseau coupé
reprise-titre = Was it you who started?
reprise-explication = Someone has already started on this device. “I am someone else” erases what this page keeps, at once.
reprise-autre = I am someone else
quitter-explication = This device keeps nothing: what you have done here does not pass into another language, and will be erased.
quitter-non-garde = What you have just done does not pass into another language, and will be lost. What was kept before stays, and will be offered to you.
quitter-rester = Stay here
page-lente = The page you asked for is coming: the network is slow. Wait a little, or go on here.
page-loin = This page is not on this device, and the server does not answer. Nothing is lost: go on here, or try again later.
page-refusee = The server answers, but does not give this page. Nothing is lost. Try again later, or tell the person who gave you the address.
page-seule = The page NOM is not beside this one. Nothing is lost. Copy the whole folder again, or ask the person who gave you this page for it.
