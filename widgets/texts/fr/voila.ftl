## Les pages de la suite : ce qui entoure chaque carnet rendu par Voilà

voila-suite = Carnets de liaison
voila-aller-au-contenu = Aller au contenu
voila-accueil = Accueil de la suite
voila-demarrage = La page se prépare…
voila-demarrage-detail = Quelques secondes suffisent d’habitude. Rien n’est à faire.
voila-partie-attendue = Cette partie se prépare…
voila-sans-javascript = Cette page a besoin de JavaScript. Autorisez-le dans votre navigateur pour { "127.0.0.1" }, puis rechargez la page.
voila-pied-donnees = Données fictives, sauf celles que vous ouvrez. { lieu-pied }
voila-pied-salle = Données fictives, sauf celles que vous ouvrez. { lieu-pied-salle }
voila-pied-appareil = Rien de ce que vous écrivez sur cette page ne part de votre appareil.
voila-pied-licence = Code sous licence EUPL 1.2, textes sous licence CC BY-SA 4.0.
voila-recharger = Recharger la page

## Ce que la page dit quand quelque chose ne va pas : ce qui arrive, ce qui est gardé, quoi faire

voila-avis-coupure = La connexion avec le serveur est coupée
voila-avis-coupure-detail = { $lieu ->
    [salle] Ce que vous voyez reste à l’écran ; ce que vous avez remis, et chaque réponse gardée par son bouton, sont gardés sur l’ordinateur de la formatrice ou du formateur. La page essaie de se reconnecter seule. Si la salle est fermée, demandez si elle rouvre : ce qui n’était pas gardé est alors à refaire.
   *[autre] Ce que vous voyez reste à l’écran, et les fichiers que vous avez enregistrés sont gardés. La page essaie de se reconnecter seule. Si le serveur est arrêté, relancez-le, ouvrez dans ce navigateur l’adresse complète qu’il affiche, puis rechargez cette page : ce que le navigateur garde d’elle vous y est proposé, le reste est à refaire.
}
voila-avis-coupure-gardee = Ce que vous voyez reste à l’écran, et les fichiers que vous avez enregistrés sont gardés. La page essaie de se reconnecter seule. Si le serveur est arrêté, relancez-le, puis rechargez cette page : ce que le navigateur garde d’elle vous y est proposé, le reste est à refaire. S’il affiche une autre adresse, ouvrez celle-là.
voila-avis-relance = Le serveur répond de nouveau
voila-avis-relance-detail = { $lieu ->
    [salle] Il a été relancé, et le calcul de cette page s’est arrêté avec lui. Ce que vous voyez reste à l’écran ; ce que vous avez remis, et chaque réponse gardée par son bouton, sont gardés. Rechargez la page : ce qui n’était pas gardé est à refaire.
   *[autre] Il a été relancé, et le calcul de cette page s’est arrêté avec lui. Ce que vous voyez reste à l’écran, et les fichiers que vous avez enregistrés sont gardés. Rechargez la page : ce que le navigateur garde d’elle vous y est proposé, le reste est à refaire.
}
voila-avis-retour = La connexion est revenue
voila-avis-retour-detail = Vous pouvez continuer où vous en étiez.
voila-avis-arret = Le calcul s’est arrêté
voila-avis-arret-detail = Ce que vous voyez reste à l’écran, mais la page ne répond plus. Les fichiers que vous avez enregistrés sont gardés. Rechargez la page : ce que le navigateur garde d’elle vous y est proposé, le reste est à refaire.
voila-avis-erreur = Une partie de la page ne répond plus
voila-avis-erreur-detail = Le reste de la page peut encore servir, et les fichiers que vous avez enregistrés sont gardés. Enregistrez ce que vous pouvez, puis rechargez la page.
voila-avis-vide = La page est arrivée vide
voila-avis-vide-detail = Le carnet a été exécuté, et rien de ce qu’il devait montrer n’est là : le serveur a sans doute trop à faire. Vos fichiers sont gardés. La page se recharge une fois d’elle-même ; si elle reste vide, attendez un moment, puis rechargez-la.
voila-avis-longue = Une partie de la page n’a rien montré dans les deux minutes
voila-avis-longue-detail = Le serveur a trop à faire. Ce que vous voyez reste à l’écran, et vos fichiers sont gardés ; ce qui devait suivre n’a pas été calculé. Attendez un moment, puis rechargez la page.
voila-avis-attente = La page attend une réponse
voila-avis-attente-detail = Ce que vous voyez peut dater d’avant votre dernier geste. La suite vient d’elle-même dès que le calcul est fait ; rien n’est à refaire.
voila-avis-lenteur = La page met plus de temps que prévu
voila-avis-lenteur-detail = Rien n’est perdu. Patientez encore un peu, ou rechargez la page.
voila-avis-muet = Le serveur ne répond pas encore
voila-avis-muet-detail = { $lieu ->
    [salle] La page n’est pas rechargée : ce que vous voyez reste à l’écran. Si la salle est fermée, demandez si elle rouvre, puis appuyez de nouveau.
   *[autre] La page n’est pas rechargée : ce que vous voyez reste à l’écran. S’il est arrêté, relancez-le ; ouvrez dans ce navigateur l’adresse complète qu’il affiche ; puis appuyez de nouveau.
}
voila-avis-muet-gardee = La page n’est pas rechargée : ce que vous voyez reste à l’écran. S’il est arrêté, relancez-le, puis appuyez de nouveau ; s’il affiche une autre adresse, ouvrez celle-là.
voila-avis-cle = Le serveur demande à savoir qui vous êtes
voila-avis-cle-detail = { $lieu ->
    [salle] La page n’est pas rechargée : ce que vous voyez reste à l’écran. Entrez de nouveau dans la salle, dans un autre onglet, puis rechargez celle-ci.
   *[autre] La page n’est pas rechargée : ce que vous voyez reste à l’écran. Le serveur a sans doute été relancé, et sa clé a changé : ouvrez d’abord, dans ce navigateur, l’adresse complète qu’il affiche ; puis rechargez celle-ci.
}
voila-cellule = Cette partie du carnet n’a pas pu se calculer
voila-cellule-detail = Le reste de la page peut servir. Rechargez la page ; si le message revient, ouvrez le carnet dans JupyterLab pour voir la cause.
voila-morte = Le calcul de cette page s’est arrêté
voila-morte-detail = { $lieu ->
    [salle] Le plus souvent, la mémoire a manqué. Ce que vous avez gardé et remis n’a pas changé. Fermez les pages dont vous ne vous servez plus, puis rechargez celle-ci ; si le message revient, prévenez la personne qui anime.
   *[autre] Le plus souvent, la mémoire de l’ordinateur a manqué. Vos fichiers sont gardés. Fermez les pages et les programmes dont vous ne vous servez plus, puis rechargez cette page ; si le message revient, arrêtez le serveur avec Ctrl-C et relancez-le.
}

## Les pages d’erreur

voila-erreur-absente = Cette page n’existe pas
voila-erreur-absente-detail = Rien ne répond à cette adresse : elle est mal recopiée, ou ce qu’elle montrait a changé de place. Revenez à l’accueil : il mène à tout ce qui existe.
voila-message-illisible = Ce message ne peut pas être lu : rechargez la page.
voila-erreur-nom = Ce nom est trop long : aucun fichier n’en porte de pareil. Rien n’a été changé.
voila-erreur-fichier = Ce fichier n’existe pas
voila-erreur-fichier-detail = Le dossier de la suite n’a aucun fichier à cette adresse : elle est mal recopiée, ou le fichier a changé de nom ou de place. Revenez à l’accueil, ou cherchez le fichier dans JupyterLab.
voila-erreur-partie = Le dossier de la suite a changé de place
voila-erreur-partie-detail = { $lieu ->
    [salle] Ce que vous avez gardé et remis n’a pas changé. Rechargez la page ; si le message revient, prévenez la personne qui anime.
   *[autre] Le serveur cherche ses carnets là où ils étaient quand vous l’avez lancé. Vos fichiers sont gardés, là où ils sont maintenant. Remettez le dossier à sa place, puis rechargez la page ; ou arrêtez le serveur avec Ctrl-C et relancez-le depuis le nouveau dossier.
}
voila-erreur-illisible = Ce carnet ne peut pas être lu
voila-erreur-illisible-detail = Le fichier est là, mais son contenu est abîmé, ou d’une version trop récente. Rien n’y a été changé. Remettez-en une copie qui s’ouvre, ou téléchargez de nouveau la suite, puis rechargez la page.
voila-erreur-dehors = Cette adresse ne s’ouvre que depuis la suite
voila-erreur-dehors-detail = Rien n’a été ouvert. Revenez à l’accueil, et passez par une page de la suite ou par JupyterLab.
voila-erreur-sortie = Ce navigateur n’ouvre plus la suite
voila-erreur-sortie-detail = Vos fichiers sont gardés, et le serveur tourne encore. Pour revenir, reprenez l’adresse complète affichée dans la fenêtre où vous l’avez lancé.
voila-erreur-cle = Cette adresse demande sa clé
voila-erreur-cle-detail = Le serveur ne répond qu’à la personne qui l’a ouvert. Pour entrer, retrouvez la fenêtre où la suite a été lancée, par « nox -s run » ou « liaison serve » : ouvrez dans ce navigateur l’adresse complète qu’elle affiche. Cette adresse contient la clé. Rechargez ensuite cette page. Fenêtre introuvable ? Lancez de nouveau cette commande : elle ouvre l’accueil, avec la clé.
voila-erreur-ailleurs = Une autre page demande celle-ci
voila-erreur-ailleurs-detail = Rien n’a été ouvert. Si c’est bien vous qui vouliez venir ici, continuez ; sinon, fermez cet onglet.
voila-continuer = Continuer
voila-erreur-disque = Le disque est plein
voila-erreur-disque-detail = La page ne peut pas s’ouvrir. Vos fichiers sont gardés. Libérez de la place { lieu-ici }, puis rechargez la page.
voila-erreur-noyau = Le calcul de cette page n’a pas pu démarrer
voila-erreur-noyau-detail = { voila-morte-detail }
voila-erreur-pleine = Trop de pages sont ouvertes
voila-erreur-pleine-detail = Une page de plus ferait tomber les autres : un programme ne peut ouvrir ici qu’un certain nombre de fichiers à la fois. Les pages ouvertes ne sont pas touchées, et vos fichiers sont gardés. Fermez celles dont vous ne vous servez plus, puis rechargez celle-ci.
voila-erreur-trop = C’est trop gros pour ce serveur
voila-erreur-trop-detail = Ce qui vient d’être envoyé n’est pas gardé ; vos fichiers n’ont pas changé. Revenez à l’accueil, entrez de nouveau si on vous le demande, puis recommencez.
voila-erreur-fermee = La suite n’ajoute rien à JupyterLab et ne le reconstruit pas : il faudrait appeler un autre ordinateur. Rien n’a été changé.
voila-erreur-autre = Le serveur n’a pas pu préparer cette page
voila-erreur-autre-detail = { $lieu ->
    [salle] Ce que vous avez gardé et remis n’a pas changé. Rechargez la page ; si le message revient, prévenez la personne qui anime.
   *[autre] Vos fichiers sont gardés. Rechargez la page ; si le message revient, arrêtez le serveur avec Ctrl-C et relancez-le.
}

## Ce que dit la fenêtre d’où le serveur est lancé

serveur-description = Ouvre la suite : un serveur local, pour cette machine seulement, et sa page d’accueil.
serveur-option-navigateur = donne l’adresse sans ouvrir le navigateur
serveur-option-port = premier port essayé (8866)
serveur-option-reserve = nombre de noyaux tenus prêts (2) ; 0 épargne de la mémoire et ralentit l’ouverture des pages
serveur-option-cle = prend une nouvelle clé : les adresses et les favoris ouverts avec l’ancienne la demandent
serveur-option-dossier = dossier qui contient « notebooks » (celui de la suite)
serveur-option-refusee = Option refusée : { $detail }. Écrivez « python -m app.voila --help » pour voir les options.
serveur-etape-dossier = Carnets de liaison : vérification du dossier…
serveur-etape-chargement = Chargement de JupyterLab et de Voilà…
serveur-etape-ouverture = Ouverture du serveur sur le port { $port }…
serveur-port-pris = Le port { $wanted } est déjà pris : la suite s’ouvre sur le port { $port }.
serveur-adresse = La suite est ouverte : { $url }
serveur-conseil = L’adresse contient votre clé : elle n’est valable que sur cette machine et pour vous. Pour arrêter : Ctrl-C.
serveur-conseil-gardee = L’adresse contient votre clé : elle n’est valable que sur cette machine et pour vous. Elle reste la même au prochain lancement, et vos favoris s’ouvrent ; « --new-key » la change. Pour arrêter : Ctrl-C.
serveur-conseil-cle = L’adresse contient votre clé, valable jusqu’à l’arrêt : sur cette machine, elle ouvre la suite à quiconque l’a. Gardez-la pour vous. Pour arrêter : Ctrl-C.
serveur-autre-compte = Un autre compte de cet ordinateur a demandé une page de la suite : rien ne lui est répondu. Vos pages ne sont pas touchées.
serveur-sans-navigateur = Le navigateur ne s’est pas ouvert de lui-même : copiez l’adresse ci-dessus dans le vôtre.
serveur-connexions = Un programme de cet ordinateur ouvre beaucoup de connexions sans la clé : les plus anciennes sont fermées au fur et à mesure. Vos pages ne sont pas touchées.
serveur-page-morte = Le calcul de « { $path } » s’est arrêté pendant que la page se préparait : le plus souvent, la mémoire a manqué. La page le dit ; elle est à recharger, les autres ne sont pas touchées.
serveur-page-pleine = « { $path } » ne s’ouvre pas : trop de pages sont ouvertes pour le nombre de fichiers qu’un programme peut ouvrir ici (« ulimit -n »). La page le dit, les autres ne sont pas touchées. Fermez celles dont vous ne vous servez plus, puis rechargez-la.
serveur-page-faute = Une partie de « { $path } » n’a pas pu se calculer ({ $kind }). La page le dit ; ouvrez ce carnet dans JupyterLab pour voir la cause.
serveur-page-longue = Une partie de « { $path } » n’a rien montré dans les deux minutes. La page le dit ; rechargez-la quand l’ordinateur a moins à faire.
serveur-demande-ratee = Le serveur n’a pas pu répondre à « { $method } { $address } » ({ $detail }). Il continue ; si une page attend cette réponse, rechargez-la.
serveur-demande-lieu = { $module }, ligne { $line }
serveur-arret-avant = Arrêtée avant d’être ouverte : rien n’a changé.
serveur-arret = La suite est arrêtée. Vos fichiers sont gardés.
serveur-arret-salle = La suite est arrêtée. La salle qu’elle avait ouverte se ferme d’elle-même, en moins d’une minute. Vos fichiers sont gardés, et ce qui y est remis aussi.
serveur-dossier-provisoire = Votre dossier personnel ne peut pas être écrit : les réglages de JupyterLab sont gardés jusqu’à l’arrêt seulement. Vos carnets ne changent pas de place.
serveur-erreur-port = Aucun port libre entre { $first } et { $last }. Rien n’est perdu. Fermez un autre serveur, ou choisissez un port avec « --port ».
serveur-erreur-port-nombre = Le port { $port } n’existe pas : choisissez un nombre entre 1024 et 65535.
serveur-erreur-accueil = Le carnet d’accueil manque : { $path }. Rien n’est lancé. Vérifiez que le dossier de la suite est complet, ou téléchargez-le de nouveau.
serveur-erreur-fichiers = Un programme ne peut ouvrir ici que { $most } fichiers à la fois, et il en faut { $needed } : rien n’est ouvert. Fermez ce terminal, ouvrez-en un autre, puis relancez. Si le message revient, cette limite (« nofile », celle de « ulimit -n ») est à lever par qui administre cet ordinateur.
serveur-erreur-disque = La suite ne peut pas s’ouvrir : { $detail }. Vos fichiers sont gardés. Libérez de la place, puis relancez la commande.
serveur-erreur-autre = Le serveur n’a pas pu s’ouvrir ({ $detail }). Vos fichiers sont gardés. Relancez la commande ; si le message revient, supprimez le dossier « .nox » et relancez.
