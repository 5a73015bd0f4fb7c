# La notice aux parents : une page, en mots simples. Chaque phrase suit un réglage ; ce qui est à l'impératif demande, et n'affirme rien.
# Les mots de l'ENT sont ceux de l'ENT d'entraînement (liaison/practice/texts), dans chaque langue.
titre =
    { $lieu ->
        [ecole] L'école vous écrit : ce qu'il faut savoir
        [college] Le collège vous écrit : ce qu'il faut savoir
       *[other] Le lycée vous écrit : ce qu'il faut savoir
    }

## Les moyens, les sujets
moyen-ent = messagerie de l'ENT
moyen-vie_scolaire = logiciel de vie scolaire
moyen-sms = SMS
moyen-telephone = appel téléphonique
moyen-carnet = carnet de liaison
moyen-affichage = affichage
moyen-courriel = courriel
moyen-visio = réunion en visio
sujet-absence = absence
sujet-retard = retard
sujet-devoirs = devoirs
sujet-notes = notes
sujet-bulletin = livret scolaire (LSU)
sujet-mot = mot sur votre enfant
sujet-sanction = punition
sujet-reunion = réunion, rendez-vous
sujet-sortie = sortie
sujet-circulaire = information générale
sujet-cantine = cantine
sujet-bourse = bourse
sujet-fiche_renseignements = fiche de renseignements
sujet-orientation = orientation
sujet-urgence = urgence

## Où regarder
ou-regarder = Où regarder
sujets = { $sujets }.
sujets-tout = Tout ce que nous vous écrivons.
sujets-tout-sauf = Tout, sauf : { $sujets }.

## Quand
quand = Quand
enfant-absent = Votre enfant est absent
absence-immediat = { $moyens } : tout de suite.
absence-quotidien = { $moyens } : chaque jour à { $heure }.
absence-hebdomadaire = { $moyens } : le { $jour } à { $heure }.
absence-jamais = { $moyens } : rien ne sonne, allez voir.
absence-pas-pendant-suspended = Sauf quand la publication est suspendue.
absence-pas-pendant-quiet = Sauf pendant les heures calmes.
absence-aussi-pendant-suspended = Même quand la publication est suspendue.
absence-aussi-pendant-quiet = Même pendant les heures calmes.
absence-appel-immediat = Appel téléphonique : tout de suite.
absence-appel = Appel téléphonique.
absence-papier = { $moyens } : sur papier.
les-notes = Les notes
delai =
    { $jours ->
        [0] le jour même de l'évaluation
        [1] le lendemain de l'évaluation
       *[other] { $jours } jours après l'évaluation
    }
note-eleve = Votre enfant voit sa note au plus tôt { $delai }.
note-eleve-a-son-heure = Votre enfant voit sa note au plus tôt { $delai }, à { $heure }.
note-eleve-jamais = Votre enfant ne voit pas sa note : la publication est suspendue toute la semaine.
note-parent = Vous la voyez au plus tôt { $delai }.
note-parent-a-son-heure = Vous la voyez au plus tôt { $delai }, à { $heure }.
note-parent-jamais = Vous ne la voyez pas : la publication est suspendue toute la semaine.
retenu-suspended = Publication suspendue : rien de nouveau ne paraît à l'écran
retenu-quiet = Heures calmes : rien ne sonne, sauf un appel
temps-semaine = Toute la semaine, jour et nuit.
temps-jour = Le { $jour } toute la journée.
temps-jours = Du { $premier } au { $dernier }, toute la journée.
temps-suite = Du { $premier } { $debut } au { $dernier } { $fin }.
temps-heures = Le { $jour }, de { $debut } à { $fin }.
temps-chaque-jour = Du { $premier } au { $dernier }, de { $debut } à { $fin }.
temps-vacances = Pendant les vacances.
temps-feries = Les jours fériés.
heures-a-demander = Ces heures changent souvent dans la semaine : demandez-en la liste.
effet-suspended = Ce que nous écrivons paraît ensuite.
effet-quiet = Ce qui est paru vous attend : vous pouvez le lire.
ne-parait-jamais = Ce que nous écrivons ne paraît jamais.
passe = Exception : { $sujets }.
passe-tout = Exception : tous les sujets.
passe-tout-sauf = Exception : tous les sujets, sauf : { $sujets }.
ne-sonne-jamais = Avec la publication suspendue, c'est toute la semaine : rien ne sonne jamais.
ne-sonne-jamais-a-part = Avec la publication suspendue, c'est toute la semaine : à part ces exceptions, rien ne sonne jamais.

## Sans internet
sans-internet = Si vous n'utilisez pas internet
dites-le-nous = Dites-le-nous, de vive voix ou sur papier
autrement = Selon le sujet, l'information vous vient autrement : { $moyens }.
rien-d-autre = Rien d'autre n'est encore prévu : demandez-nous comment faire.
rien-pour = Rien n'est encore prévu pour : { $sujets }. Demandez-nous comment faire.
rien-pour-tout-sauf = Rien n'est encore prévu, sauf pour : { $sujets }. Demandez-nous comment faire.

## Pour nous écrire
pour-nous-ecrire = Pour nous écrire
une-question = Une question
contactez-nous = Contactez-nous : { $moyens }.
demandez-nous = Demandez-nous, de vive voix, comment nous écrire.
reponse =
    { $heures ->
        [one] Réponse en { $heures } heure au plus, nuits et jours sans classe compris, si l'enseignant répond dès qu'il a la question.
       *[other] Réponse en { $heures } heures au plus, nuits et jours sans classe compris, si l'enseignant répond dès qu'il a la question.
    }
reponse-en-jours = Réponse en { $jours } jours au plus, nuits et jours sans classe compris, si l'enseignant répond dès qu'il a la question.
deux-responsables = Deux responsables
a-chacun = Nous écrivons à chacun.
a-un-seul = À un seul des deux, nous écrivons pour : { $sujets }.
a-un-seul-tout = Nous écrivons à un seul des deux.
a-un-seul-tout-sauf = Nous écrivons à un seul des deux, sauf pour : { $sujets }.
le-reste-a-chacun = Pour le reste, nous écrivons à chacun.
votre-compte = Votre compte
demandez-compte = Demandez le vôtre. Gardez votre mot de passe pour vous.
numero-change = Votre numéro ou votre adresse change
prevenez =
    { $lieu ->
        [ecole] Prévenez l'école tout de suite.
        [college] Prévenez le collège tout de suite.
       *[other] Prévenez le lycée tout de suite.
    }
une-autre-langue = Une autre langue
messages-en = Les messages existent en : { $langues }. Demandez-les.
messages-en-tant = Les messages existent en { $nombre } autres langues. Demandez-les.
numero-a-appeler = Numéro de téléphone à appeler
personne-a-demander = Personne à demander
