titre =
    { $lieu ->
        [ecole] L'école vous écrit
        [college] Le collège vous écrit
       *[other] Le lycée vous écrit
    }

## Les moyens, les sujets
moyen-ent = messagerie de l'ENT
moyen-vie_scolaire = site de vie scolaire
moyen-sms = SMS
moyen-telephone = appel au téléphone
moyen-carnet = carnet de liaison
moyen-affichage = affiche
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
sujet-circulaire = information pour tous
sujet-cantine = cantine
sujet-bourse = bourse
sujet-fiche_renseignements = fiche de renseignements
sujet-orientation = orientation
sujet-urgence = urgence

## Où regarder
ou-regarder = Où regarder
sujets = { $sujets }.
sujets-tout = Tous nos messages.
sujets-tout-sauf = Tous nos messages, sauf : { $sujets }.

## Quand
quand = Quand
enfant-absent = Votre enfant est absent
absence-immediat = { $moyens } : tout de suite.
absence-quotidien = { $moyens } : chaque jour à { $heure }.
absence-hebdomadaire = { $moyens } : le { $jour } à { $heure }.
absence-jamais = { $moyens } : rien ne sonne. Allez voir.
absence-pas-pendant-suspended = Mais pas quand la publication est suspendue.
absence-pas-pendant-quiet = Mais pas pendant les heures calmes.
absence-aussi-pendant-suspended = Même quand la publication est suspendue.
absence-aussi-pendant-quiet = Même pendant les heures calmes.
absence-appel-immediat = Appel au téléphone : tout de suite.
absence-appel = Appel au téléphone.
absence-papier = { $moyens } : sur papier.
les-notes = Les notes
delai =
    { $jours ->
        [0] le jour du contrôle
        [1] le jour après le contrôle
       *[other] { $jours } jours après le contrôle
    }
note-eleve = Votre enfant voit sa note au plus tôt { $delai }.
note-eleve-a-son-heure = Votre enfant voit sa note au plus tôt { $delai }, à { $heure }.
note-eleve-jamais = Votre enfant ne voit pas sa note. La publication est toujours suspendue.
note-parent = Vous voyez la note au plus tôt { $delai }.
note-parent-a-son-heure = Vous voyez la note au plus tôt { $delai }, à { $heure }.
note-parent-jamais = Vous ne voyez pas la note. La publication est toujours suspendue.
retenu-suspended = Publication suspendue : rien de nouveau n'arrive à l'écran
retenu-quiet = Heures calmes : rien ne sonne, sauf un appel
temps-semaine = Toute la semaine, jour et nuit.
temps-jour = Le { $jour } toute la journée.
temps-jours = Du { $premier } au { $dernier }, toute la journée.
temps-suite = Du { $premier } { $debut } au { $dernier } { $fin }.
temps-heures = Le { $jour }, de { $debut } à { $fin }.
temps-chaque-jour = Du { $premier } au { $dernier }, de { $debut } à { $fin }.
temps-vacances = Pendant les vacances.
temps-feries = Les jours fériés, sans école.
heures-a-demander = Ces heures changent souvent dans la semaine. Demandez la liste.
effet-suspended = Nos messages arrivent après.
effet-quiet = Le message vous attend. Vous pouvez le lire.
ne-parait-jamais = Nos messages n'arrivent jamais.
passe = Sauf pour : { $sujets }.
passe-tout = Sauf pour tous les messages.
passe-tout-sauf = Cela compte seulement pour : { $sujets }.
ne-sonne-jamais = Avec la publication suspendue, rien ne sonne jamais dans la semaine.
ne-sonne-jamais-a-part = Avec la publication suspendue, rien d'autre ne sonne dans la semaine.

## Sans internet
sans-internet = Vous n'avez pas internet
dites-le-nous = Dites-le-nous, en parlant ou sur papier
autrement = Nous avons aussi, pour une partie des messages : { $moyens }.
rien-d-autre = Rien d'autre n'est prévu. Demandez-nous comment faire.
rien-pour = Rien n'est prévu pour : { $sujets }. Demandez-nous comment faire.
rien-pour-tout-sauf = Rien n'est prévu, sauf pour : { $sujets }. Demandez-nous comment faire.

## Pour nous écrire
pour-nous-ecrire = Pour nous écrire
une-question = Une question
contactez-nous = Utilisez : { $moyens }.
demandez-nous = Demandez-nous comment nous écrire.
reponse =
    { $heures ->
        [one] Réponse en { $heures } heure au plus, nuits et jours sans classe compris. C'est vrai si le professeur répond dès qu'il a la question.
       *[other] Réponse en { $heures } heures au plus, nuits et jours sans classe compris. C'est vrai si le professeur répond dès qu'il a la question.
    }
reponse-en-jours = Réponse en { $jours } jours au plus, nuits et jours sans classe compris. C'est vrai si le professeur répond dès qu'il a la question.
deux-responsables = Deux responsables
a-chacun = Nous écrivons aux deux.
a-un-seul = Nous écrivons à un seul pour : { $sujets }.
a-un-seul-tout = Nous écrivons à un seul des deux.
a-un-seul-tout-sauf = Nous écrivons à un seul, sauf pour : { $sujets }.
le-reste-a-chacun = Pour les autres messages, nous écrivons aux deux.
votre-compte = Votre compte
demandez-compte = Demandez votre compte. Ne donnez pas votre mot de passe.
numero-change = Votre numéro ou votre adresse change
prevenez =
    { $lieu ->
        [ecole] Dites-le tout de suite à l'école.
        [college] Dites-le tout de suite au collège.
       *[other] Dites-le tout de suite au lycée.
    }
une-autre-langue = Une autre langue
messages-en = Les messages existent aussi en : { $langues }. Demandez-les.
messages-en-tant = Les messages existent en { $nombre } autres langues. Demandez-les.
numero-a-appeler = Numéro de téléphone à appeler
personne-a-demander = Personne à demander
