## Les pages de la suite : ce qui entoure chaque carnet rendu par Voilà

voila-suite = Carnets de liaison
voila-aller-au-contenu = Aller au contenu
voila-accueil = Accueil de la suite
voila-entete = En-tête de la suite
voila-demarrage = La page se prépare…
voila-demarrage-detail = Quelques secondes suffisent d’habitude. Rien n’est à faire.
voila-partie-attendue = Cette partie se prépare…
voila-sans-javascript = Cette page a besoin de JavaScript. Autorisez-le dans votre navigateur pour { "127.0.0.1" }, puis rechargez la page.
voila-pied-donnees = Données fictives. Rien ne quitte cette machine.
voila-pied-licence = Code sous licence EUPL 1.2, textes sous licence CC BY-SA 4.0.
voila-recharger = Recharger la page

## Ce que la page dit quand quelque chose ne va pas : ce qui arrive, ce qui est gardé, quoi faire

voila-avis-coupure = La connexion avec le serveur est coupée
voila-avis-coupure-detail = Ce que vous voyez reste à l’écran, et les fichiers que vous avez enregistrés sont gardés. La page essaie de se reconnecter seule. Si le serveur est arrêté, relancez-le, puis rechargez la page : vos réglages non enregistrés sont alors à refaire.
voila-avis-retour = La connexion est revenue
voila-avis-retour-detail = Vous pouvez continuer où vous en étiez.
voila-avis-arret = Le calcul s’est arrêté
voila-avis-arret-detail = Ce que vous voyez reste à l’écran, mais la page ne répond plus. Les fichiers que vous avez enregistrés sont gardés. Rechargez la page : vos réglages non enregistrés sont à refaire.
voila-avis-erreur = Une partie de la page ne répond plus
voila-avis-erreur-detail = Le reste de la page peut encore servir, et les fichiers que vous avez enregistrés sont gardés. Enregistrez ce que vous pouvez, puis rechargez la page.
voila-avis-lenteur = La page met plus de temps que prévu
voila-avis-lenteur-detail = Rien n’est perdu. Patientez encore un peu, ou rechargez la page.
voila-cellule = Cette partie du carnet n’a pas pu se calculer
voila-cellule-detail = Le reste de la page peut servir. Rechargez la page ; si le message revient, ouvrez le carnet dans JupyterLab pour voir la cause.

## Les pages d’erreur

voila-erreur-absente = Cette page n’existe pas
voila-erreur-absente-detail = Le carnet demandé n’est pas dans la suite. Revenez à l’accueil : il mène à tout ce qui existe.
voila-erreur-cle = Cette adresse demande sa clé
voila-erreur-cle-detail = Le serveur ne répond qu’à la personne qui l’a ouvert. Reprenez l’adresse complète affichée dans la fenêtre où vous l’avez lancé : elle contient la clé. Votre navigateur s’en souviendra ensuite.
voila-erreur-autre = Le serveur n’a pas pu préparer cette page
voila-erreur-autre-detail = Vos fichiers sont gardés. Rechargez la page ; si le message revient, arrêtez le serveur avec Ctrl-C et relancez-le.
