# Les mots du cadre de toute page pour les familles. Les mots en capitales (ACTION, CHOIX, NOMBRE, TEXTE, NOM, SERVEUR) sont remplacés :
# ils restent tels quels dans chaque langue. Une page a ses mots à elle : nom, tout-est-invente, accueil-titre ; et dit autrement qui elle veut.

## Toujours à la même place
retour = Retour
aide = Aide
menu = Menu
annuler = Annuler
annuler-rien = Il n'y a rien à annuler.
annule = C'est annulé : ACTION
annule-choix = C'est annulé. Votre choix : CHOIX
ecouter = Écouter
arreter = Arrêter
oui = Oui
non = Non
voir = Voir
cacher = Cacher
a-voir = À voir : NOMBRE
champ-plein = NOMBRE signes au plus : la suite n'est pas prise.
ton-information = À savoir
ton-attention = Attention
ton-erreur = À corriger
ton-fait = C'est fait
non-relu = Cette traduction n'a pas encore été relue par une personne dont c'est la langue.
rien-garde = Cet appareil ne garde rien : si vous quittez la page, il faut recommencer.
non-garde = Ce que vous faites maintenant n'est pas gardé. Ce qui était gardé avant reste : « Effacer » l'enlève.

## Choisir sa langue, commencer, aller où l'on montre
langue-titre = Choisissez votre langue
langue-changer = Changer de langue
commencer = Commencer
continuer = Continuer
accueil-aller = Aller au début
montrer-appuyer = Appuyez ici : ACTION
montrer-choisir = Choisissez : ACTION
montrer-ecrire = Écrivez ici : TEXTE

## Aide
aide-titre = Aide
aide-touches = Trois boutons, toujours à la même place
aide-bouton-retour = « Retour » revient à l'écran d'avant.
aide-bouton-menu = « Menu » montre tous les services.
aide-bouton-annuler = « Annuler » défait ce que vous venez de faire.
aidant-titre = Pour la personne qui aide

## Ce que la page a lu
reseau-titre = Ce que cette page a lu
reseau-appareil = Fichiers lus sur cet appareil : NOMBRE.
reseau-serveur = Fichiers lus sur le serveur SERVEUR : NOMBRE.
reseau-ailleurs = Fichiers lus ailleurs : NOMBRE.
reseau-rien-ne-part = Rien de ce que vous écrivez ne part de cet appareil.
reseau-langue = Le serveur apprend seulement la langue que vous choisissez.
reseau-anormal = D'autres serveurs ont été appelés. Montrez cet écran à la personne qui a installé la page.
reseau-liste = Fichiers lus
reseau-fichier = Fichier
reseau-origine = Origine
reseau-taille = Taille
reseau-ko = NOMBRE Ko

## Effacer
effacer-titre = Effacer ce que j'ai fait ?
effacer-lien = Effacer
effacer-explication = Les missions faites, votre place et vos textes seront effacés. Les pages peuvent rester sur l'appareil, sans rien de vous.
effacer-garder = Garder
effacer-fait = Ce que cette page gardait est effacé.
effacer-telecharge = Un fichier reste dans les téléchargements de cet appareil : NOM. Cette page ne peut pas le supprimer. Supprimez-le avant de passer l'appareil, ou demandez à qui le prête de le faire.

## Un appareil partagé, un réseau coupé
reprise-titre = Est-ce vous qui avez commencé ?
reprise-explication = Quelqu'un a déjà commencé sur cet appareil. « Je suis quelqu'un d'autre » efface tout de suite ce que cette page garde.
reprise-autre = Je suis quelqu'un d'autre
quitter-explication = Cet appareil ne garde rien : ce que vous avez fait ici ne passe pas dans une autre langue, et sera effacé.
quitter-non-garde = Ce que vous venez de faire ne passe pas dans une autre langue, et sera perdu. Ce qui était gardé avant reste, et vous sera proposé.
quitter-rester = Rester ici
page-lente = La page demandée arrive : le réseau est lent. Attendez un peu, ou continuez ici.
page-loin = Cette page n'est pas sur cet appareil, et le serveur ne répond pas. Rien n'est perdu : continuez ici, ou réessayez plus tard.
page-refusee = Le serveur répond, mais il ne donne pas cette page. Rien n'est perdu. Réessayez plus tard, ou prévenez la personne qui vous a donné l'adresse.
page-seule = La page NOM n'est pas à côté de celle-ci. Rien n'est perdu. Copiez de nouveau le dossier entier, ou demandez-le à la personne qui vous a donné cette page.
