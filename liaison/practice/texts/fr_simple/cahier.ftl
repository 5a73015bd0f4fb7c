cahier-nom = Cahier de textes et emploi du temps
cahier-titre = Que voulez-vous voir ?
cahier-travail = Travail à faire
cahier-horaire = Emploi du temps
cahier-semaine = Du { $debut } au { $fin }
cahier-jour = { $jour }
cahier-heure = { $heure }
cahier-jour-heure = { $jour }, { $heure }

# Le travail
cahier-travail-titre = Travail pour { $jour }
cahier-svt = SVT (sciences)
cahier-svt-travail = Préparer l'étude d'une feuille
cahier-maths = Mathématiques
cahier-maths-travail = Deux exercices
cahier-document-joint = Un document joint
cahier-fait = Fait
cahier-pour = Pour
cahier-donne-par = Donné par
cahier-a-faire = À faire
cahier-etat = Noté par Inès
cahier-etat-a-faire = Pas encore fait
cahier-m-roussel = M. Roussel
cahier-svt-consigne = Lisez le document joint. Préparez ce qu'il faut.
cahier-maths-consigne = Faire les exercices 4 et 5, page 62.
cahier-maths-conseil = Demandez à Inès ce qu'elle doit faire. C'est elle qui fait le travail.
cahier-ouvrir-document = Ouvrir le document
cahier-noter-vu = Noter que je l'ai vu
cahier-enlever-vu = Enlever « vu »
cahier-vu-note = C'est noté pour vous. Inès fait elle-même son travail.
cahier-vu = Vous avez vu ce travail.
cahier-noter-fait = Noter comme fait
cahier-enlever-fait = Enlever « fait »
cahier-fait-note = C'est noté. Vos parents le voient aussi.
cahier-document-titre = Document joint
cahier-document-image = Une page donnée par Mme Ferrand
cahier-document-sujet = Étudier une feuille d'arbre
cahier-document-etape-lire = Lisez la page 40 du livre.
cahier-document-etape-dessiner = Dessinez une feuille d'arbre sur votre cahier.
cahier-document-etape-apporter = Apportez une feuille d'arbre et une loupe.

# L'emploi du temps
cahier-semaine-choix = Choisissez un jour
cahier-aujourd-hui = Aujourd'hui
cahier-demain = Demain
cahier-changement = Changement
cahier-cours = Les cours du matin
cahier-colonne-heure = Heure
cahier-colonne-cours = Cours
cahier-colonne-salle = Salle
cahier-francais = Français
cahier-pas-de-cours = Pas de cours
cahier-eps = EPS (sport)
cahier-gymnase = Gymnase
cahier-salle-15 = Salle 15
cahier-salle-112 = Salle 112
cahier-salle-204 = Salle 204
cahier-absence-debut = Mme Delcourt est absente. Le premier cours est à { $heure }.
cahier-absence-permanence = Inès peut venir plus tard, avec votre accord. Sinon, elle va en permanence. C'est une salle avec un adulte.
cahier-salle-svt = Le cours de SVT change de salle. Il est en salle 204.

# Le pense-bête
cahier-pense-bete = Mon pense-bête
cahier-pense-bete-detail = Noter ce qui change demain
cahier-pense-bete-titre = Mon pense-bête pour demain
cahier-question-heure = Heure du premier cours d'Inès
cahier-question-salle = Salle du cours de SVT
cahier-garder-note = Garder cette note
cahier-changer-note = Changer ma note
cahier-voir-horaire = Voir l'emploi du temps
cahier-note-manque = Choisissez une heure et une salle. Regardez l'emploi du temps de demain.
cahier-note-heure = L'emploi du temps donne une autre heure. Regardez le premier cours de demain.
cahier-note-salle = L'emploi du temps donne une autre salle. Regardez la ligne SVT de demain.
cahier-note-gardee = Votre note est gardée sur ce téléphone.

mission-travail_de_demain = Trouvez le travail d'Inès pour demain.
    .indice-1 = Ouvrez « Cahier de textes et emploi du temps ».
    .indice-2 = Appuyez sur « Travail à faire ».
    .retenir = Le cahier de textes dit le travail à faire. Il dit pour quel jour.
    .regarder = Regardez si la personne trouve la bonne ligne du menu.
    .ne-pas-faire = Ne montrez pas la ligne. Laissez la personne lire le menu.

mission-horaire_de_demain = Trouvez les cours d'Inès pour demain.
    .indice-1 = Appuyez sur « Emploi du temps ».
    .indice-2 = Appuyez sur le jour marqué « Demain ».
    .retenir = Le mot « Changement » montre un jour différent. Ouvrez ce jour pour savoir quoi.
    .regarder = La personne voit-elle la différence entre aujourd'hui et demain ?
    .ne-pas-faire = Ne lisez pas le tableau à sa place.

mission-document_joint = Ouvrez le document de SVT. Puis notez que vous l'avez vu.
    .indice-1 = Ouvrez « Cahier de textes et emploi du temps », puis « Travail à faire ».
    .indice-2 = Ouvrez le travail de SVT, puis appuyez sur « Ouvrir le document ».
    .indice-3 = Appuyez sur « Retour ». Puis appuyez sur « Noter que je l'ai vu ».
    .retenir = Un document joint peut dire quoi apporter. « Vu » ne veut pas dire « fait ».
    .regarder = Regardez si la personne revient du document avec « Retour ».
    .ne-pas-faire = N'expliquez pas le document. Demandez ce qu'Inès doit apporter.

mission-changements_de_demain = Deux choses changent demain. Notez l'heure du premier cours. Notez la salle de SVT.
    .indice-1 = Ouvrez « Cahier de textes et emploi du temps », puis « Emploi du temps ».
    .indice-2 = Ouvrez le jour marqué « Changement ». Lisez les deux changements.
    .indice-3 = Revenez en arrière et ouvrez « Mon pense-bête ».
    .indice-4 = Choisissez l'heure et la salle. Appuyez sur « Garder cette note ».
    .retenir = Regardez l'emploi du temps le soir, pour demain. Un professeur absent change la journée. Une autre salle aussi.
    .regarder = La personne voit-elle les deux changements ?
    .ne-pas-faire = Ne donnez pas l'heure. L'écran dit où regarder.
