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
champ-plein = NOMBRE signes, pas plus : la suite n'est pas prise.
ton-information = À savoir
ton-attention = Attention
ton-erreur = À corriger
ton-fait = C'est fait
non-relu = Cette traduction n'est pas encore relue par une personne de cette langue.
rien-garde = Cet appareil ne garde rien. Vous quittez la page ? Il faut recommencer.
non-garde = Cet appareil ne garde pas ce que vous faites maintenant. Il garde ce que vous avez fait avant. Pour l'enlever : « Effacer ».

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
reseau-appareil = Documents lus sur cet appareil : NOMBRE.
reseau-serveur = Documents lus sur le serveur SERVEUR : NOMBRE.
reseau-ailleurs = Documents lus ailleurs : NOMBRE.
reseau-rien-ne-part = Ce que vous écrivez reste sur cet appareil.
reseau-langue = Le serveur est l'ordinateur qui envoie la page. Il apprend seulement votre langue.
reseau-anormal = D'autres serveurs ont été appelés. Montrez cet écran à la personne qui a installé la page.
reseau-liste = Documents lus
reseau-fichier = Document
reseau-origine = Origine
reseau-taille = Taille
reseau-ko = NOMBRE Ko

## Effacer
effacer-titre = Effacer ce que j'ai fait ?
effacer-lien = Effacer
effacer-explication = Cette page effacera vos missions, votre place et vos textes. Les pages peuvent rester sur cet appareil. Rien de vous n'est dedans.
effacer-garder = Garder
effacer-fait = Cette page a effacé ce qu'elle gardait.
effacer-telecharge = Un document reste sur cet appareil : NOM. Cette page ne peut pas le supprimer. Supprimez-le. Ou demandez à la personne qui prête l'appareil.

## Un appareil partagé, un réseau coupé
reprise-titre = Est-ce vous qui avez commencé ?
reprise-explication = Une personne a déjà commencé sur cet appareil. C'est une autre personne que vous ? Le bouton « Je suis quelqu'un d'autre » efface ce que cette page garde.
reprise-autre = Je suis quelqu'un d'autre
quitter-explication = Cet appareil ne garde rien. Vous changez de langue ? Cette page efface ce que vous avez fait.
quitter-non-garde = Vous changez de langue ? Vous perdez ce que vous venez de faire. La page garde ce que vous avez fait avant. Elle vous le proposera.
quitter-rester = Rester ici
page-lente = La page demandée arrive. Le réseau est lent. Attendez un peu. Ou continuez ici.
page-loin = Cette page n'est pas sur cet appareil. Le serveur ne répond pas. Rien n'est perdu. Continuez ici, ou essayez plus tard.
page-refusee = Le serveur répond, mais il ne donne pas cette page. Rien n'est perdu. Essayez plus tard. Ou prévenez la personne qui vous a donné l'adresse.
page-seule = La page NOM n'est pas à côté de cette page. Rien n'est perdu. Copiez encore une fois tout le dossier. Ou demandez-le à la personne qui vous a donné cette page.
