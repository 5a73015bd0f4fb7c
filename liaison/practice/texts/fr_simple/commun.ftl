# Les mots du cadre : ce qui entoure l'ENT. Les mots en capitales (ACTION, CHOIX, NOMBRE, TOTAL, TEXTE, SERVEUR) sont remplacés :
# ils restent tels quels dans chaque langue. Les valeurs de la fiche (noms, numéros, mots de passe, dates) ne se traduisent pas.
commun-menu-titre = Que voulez-vous faire ?
commun-a-voir = À voir : NOMBRE
commun-se-deconnecter = Me déconnecter
commun-deconnexion-faite = Vous avez quitté votre compte. Ce que vous avez écrit est effacé. Vos missions faites restent dans « Aide ». Pour les enlever : « Effacer ».

## Toujours à la même place
commun-nom = ENT d'entraînement
commun-college = Collège Les Tilleuls
commun-retour = Retour
commun-aide = Aide
commun-menu = Menu
commun-annuler = Annuler
commun-annuler-rien = Il n'y a rien à annuler.
commun-annule = C'est annulé : ACTION
commun-annule-choix = C'est annulé. Votre choix : CHOIX
commun-ecouter = Écouter
commun-arreter = Arrêter
commun-oui = Oui
commun-non = Non
commun-voir = Voir
commun-cacher = Cacher
commun-minutes = NOMBRE min
commun-ton-information = À savoir
commun-ton-attention = Attention
commun-ton-erreur = À corriger
commun-ton-fait = C'est fait
commun-tout-est-invente = Tout est inventé. Ce que vous écrivez reste sur cet appareil.
commun-non-relu = Cette traduction n'est pas encore relue par une personne de cette langue.
commun-rien-garde = Cet appareil ne garde rien. Vous fermez la page ? Il faut recommencer.

## Qui est connecté
commun-personne = Personne n'est connecté
commun-compte-responsable1 = Nadia Benali
commun-compte-responsable2 = Karim Benali
commun-compte-eleve = Inès Benali
commun-role-responsable = Responsable
commun-role-eleve = Élève

## Choisir sa langue, commencer
commun-langue-titre = Choisissez votre langue
commun-langue-changer = Changer de langue
commun-accueil-titre = S'entraîner à l'ENT
commun-accueil-explication = L'ENT est le site du collège pour les familles. On s'y écrit. Ici, tout est inventé. Vous pouvez appuyer partout.
commun-commencer = Commencer
commun-continuer = Continuer
commun-choisir-mission = Choisir une mission
commun-choisir-mission-detail = Tous les services de l'ENT, un par un
commun-promener = Me promener dans l'ENT
commun-promener-detail = Sans mission, pour regarder
commun-promenade-compte = Qui êtes-vous pour cette promenade ?

## Parcours et missions
commun-parcours-titre = Choisir une mission
commun-parcours-prets = Parcours tout prêts
commun-parcours-services = Missions par service
commun-parcours-choisi = Votre parcours
commun-parcours-choisi-phrase = Ces missions sont choisies pour vous.
commun-faites = NOMBRE sur TOTAL
commun-faite = Mission faite
commun-niveau-1 = Facile
commun-niveau-2 = Moyen
commun-niveau-3 = Plus long
commun-mission = Votre mission
commun-mission-plier = Cacher la mission
commun-mission-deplier = Voir la mission
commun-mission-recommencer = Recommencer la mission
commun-mission-vous-etes = Vous êtes
commun-question-aide = Lisez l'écran, puis répondez. Cette question est là pour s'entraîner.
commun-question-relire = L'écran dit autre chose. Relisez-le. Choisissez une autre réponse.
commun-question-indice = Lisez l'écran. Répondez à la question, en bas.
commun-indice = Un indice
commun-indice-autre = Un autre indice
commun-indice-numero = Indice NOMBRE sur TOTAL
commun-montrer = Montrez-moi
commun-montrer-appuyer = Appuyez ici : ACTION
commun-montrer-choisir = Choisissez : ACTION
commun-montrer-ecrire = Écrivez ici : TEXTE
commun-montrer-rien = Appuyez sur « Menu », puis lisez les indices.
commun-fini-titre = La mission est faite
commun-retenir = À retenir
commun-mission-suivante = Mission suivante
commun-revoir-ecran = Revoir l'écran
commun-parcours-fini = Ce parcours est terminé.

## Aide
commun-aide-titre = Aide
commun-aide-bouton-retour = « Retour » revient à l'écran d'avant.
commun-aide-bouton-menu = « Menu » montre tous les services.
commun-aide-bouton-annuler = « Annuler » défait ce que vous venez de faire.
commun-aide-touches = Trois boutons, toujours à la même place
commun-aide-reglages = Réglages
commun-mots-francais = Montrer aussi les mots français
commun-aidant = J'aide une autre personne
commun-aidant-titre = Pour la personne qui aide
commun-aidant-conseil = La personne que vous aidez tient le téléphone et appuie elle-même.
commun-aidant-regarder = À regarder
commun-aidant-ne-pas-faire = À ne pas faire
commun-accueil-aller = Aller au début

## Ma fiche
commun-fiche-titre = Ma fiche
commun-fiche-detail = Noms, numéros et mots de passe à utiliser ici
commun-fiche-explication = Ces personnes sont inventées. Utilisez leurs informations, jamais les vôtres.
commun-fiche-nom = Nom
commun-fiche-identifiant = Identifiant
commun-fiche-mobile = Téléphone
commun-fiche-nouveau = Nouveau téléphone
commun-fiche-adresse = Adresse
commun-fiche-courriel = Adresse de courriel
commun-fiche-secret = Mot de passe
commun-fiche-naissance = Date de naissance
commun-fiche-classe = Classe
commun-fiche-acceptee = Carte acceptée
commun-fiche-refusee = Carte refusée
commun-fiche-site = Adresse de l'ENT
commun-fiche-mere = La mère
commun-fiche-pere = Le père, séparé
commun-fiche-fille = La fille
commun-fiche-fils = Le fils
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
commun-fiche-yanis-classe = CM2, école Jules-Verne
commun-fiche-yanis-naissance = 02/10/2016
commun-fiche-ent = Le collège et l'argent
commun-fiche-outils = Inventés aussi
commun-fiche-ent-site = ent.tilleuls.example
commun-fiche-ent-acceptee = 0000 0000 0000 0012
commun-fiche-ent-refusee = 0000 0000 0000 0027

## Mémo
commun-memo-titre = Mon mémo
commun-memo-detail = Ce que vous avez appris, à imprimer
commun-memo-vide = Faites une mission. Ce qu'il faut retenir s'écrit ici.
commun-memo-appris = Ce que j'ai appris
commun-memo-chez-moi = Dans mon vrai ENT
commun-memo-adresse = Adresse de mon ENT
commun-memo-identifiant = Mon identifiant
commun-memo-appeler = Qui appeler si je n'y arrive pas
commun-memo-quand = Quels jours, à quelles heures
commun-memo-pas-de-secret = Ne notez pas votre mot de passe sur cette feuille.
commun-memo-imprimer = Imprimer
commun-memo-deux-pages = Sur une petite feuille (A5), ce mémo peut prendre deux pages.
commun-memo-image = Enregistrer l'image
commun-memo-image-faite = L'image du mémo est enregistrée sur cet appareil.

## Ce que la page a lu
commun-reseau-titre = Ce que cette page a lu
commun-reseau-detail = Pour vérifier que rien ne part
commun-reseau-appareil = Documents lus sur cet appareil : NOMBRE.
commun-reseau-serveur = Documents lus sur le serveur SERVEUR : NOMBRE.
commun-reseau-ailleurs = Documents lus ailleurs : NOMBRE.
commun-reseau-rien-ne-part = Ce que vous écrivez reste sur cet appareil.
commun-reseau-langue = Le serveur est l'ordinateur qui envoie la page. Il apprend seulement votre langue.
commun-reseau-anormal = D'autres serveurs ont été appelés. Montrez cet écran à la personne qui a installé la page.
commun-reseau-liste = Documents lus
commun-reseau-fichier = Document
commun-reseau-origine = Origine
commun-reseau-taille = Taille
commun-reseau-ko = NOMBRE Ko

## Composer un parcours
commun-composer-titre = Composer un parcours
commun-composer-detail = Pour la personne qui prépare la séance
commun-composer-explication = Un parcours est une suite de missions. Cochez les missions dans l'ordre voulu. Copiez l'adresse.
commun-composer-aidant = Ouvrir avec les conseils pour la personne qui aide
commun-composer-adresse = Adresse du parcours
commun-composer-copier = Copier l'adresse
commun-composer-copiee = L'adresse est copiée.
commun-composer-a-la-main = Copiez l'adresse à la main. Elle est déjà choisie.
commun-composer-vide = Cochez au moins une mission.

## Effacer
commun-effacer-titre = Effacer ce que j'ai fait ?
commun-effacer-lien = Effacer
commun-effacer-explication = Vos missions, votre place et vos textes seront effacés de cet appareil. Les pages peuvent rester sur cet appareil. Rien de vous n'est dedans.
commun-effacer-garder = Garder
commun-effacer-fait = Cette page a effacé ce qu'elle gardait.
commun-effacer-telecharge = Un document reste sur cet appareil : NOM. Cette page ne peut pas le supprimer. Supprimez-le. Ou demandez à la personne qui prête l'appareil.

## Un appareil partagé, un réseau coupé
commun-reprise-titre = Est-ce vous qui avez commencé ?
commun-reprise-explication = Une personne a déjà commencé sur cet appareil. C'est une autre personne que vous ? Le bouton « Je suis quelqu'un d'autre » efface ce que cette page garde.
commun-reprise-autre = Je suis quelqu'un d'autre
commun-page-loin = Cette page n'est pas sur cet appareil. Le serveur ne répond pas. Rien n'est perdu. Continuez ici, ou essayez plus tard.
commun-page-refusee = Le serveur répond, mais il ne donne pas cette page. Rien n'est perdu. Essayez plus tard. Ou prévenez la personne qui vous a donné l'adresse.
commun-page-seule = La page NOM n'est pas à côté de cette page. Rien n'est perdu. Copiez encore une fois tout le dossier. Ou demandez-le à la personne qui vous a donné cette page.
