# Ce qui entoure l'ENT, avec les mots du cadre (liaison/phone/texts). Les mots en capitales (ACTION, NOMBRE, TOTAL, TEXTE) sont remplacés :
# ils restent tels quels dans chaque langue. Les valeurs de la fiche (noms, numéros, mots de passe, dates) ne se traduisent pas.
commun-menu-titre = Que voulez-vous faire ?
commun-se-deconnecter = Me déconnecter
commun-deconnexion-faite = Vous avez quitté votre compte. Ce que vous avez écrit est effacé.
commun-deconnexion-missions = Vos missions faites sont encore dans « Aide ». Pour les enlever : « Effacer ».

## Toujours à la même place
commun-nom = ENT d'entraînement
commun-college = Collège Les Tilleuls
commun-minutes = NOMBRE min
commun-tout-est-invente = Tout est inventé. Ce que vous écrivez reste sur cet appareil.

## Qui est connecté
commun-personne = Personne n'est connecté
commun-compte-responsable1 = Nadia Benali
commun-compte-responsable2 = Karim Benali
commun-compte-eleve = Inès Benali
commun-role-responsable = Responsable
commun-role-eleve = Élève

## Choisir sa langue, commencer
commun-accueil-titre = S'entraîner à l'ENT
commun-accueil-explication = L'ENT est le site du collège pour les familles. On s'y écrit. Ici, tout est inventé. Vous pouvez appuyer partout.
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
commun-montrer-rien = Appuyez sur « Menu », puis lisez les indices.
commun-fini-titre = La mission est faite
commun-retenir = À retenir
commun-mission-suivante = Mission suivante
commun-revoir-ecran = Revoir l'écran
commun-parcours-fini = Ce parcours est terminé.

## Aide
commun-aide-reglages = Réglages
commun-mots-francais = Montrer aussi les mots français
commun-aidant = J'aide une autre personne
commun-aidant-conseil = La personne que vous aidez tient le téléphone et appuie elle-même.
commun-aidant-regarder = À regarder
commun-aidant-ne-pas-faire = À ne pas faire

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
commun-reseau-detail = Pour vérifier que rien ne part

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
