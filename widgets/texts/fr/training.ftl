# Les questions d'un exercice : ce qui entoure chacune, et ce qui revient à une réponse.

## La copie
sheet-answered = { $answered ->
    [0] Aucune réponse gardée sur { $total } questions
    [one] 1 réponse gardée sur { $total } questions
   *[other] { $answered } réponses gardées sur { $total } questions
}
sheet-where = Chaque réponse se garde avec son bouton, { $lieu ->
    [salle] à votre place, { lieu-ici }
   *[machine] dans le fichier « reponses.json », à côté de ce carnet
}. Fermez et rouvrez quand vous voulez : vos réponses y sont encore.
sheet-missing = Sans réponse pour l'instant : { $titles }.
sheet-done = Chaque question a une réponse. Vous pouvez en changer jusqu'à la remise.
sheet-points = { $points ->
    [0] Aucun point
    [one] { $points } point
   *[other] { $points } points
} sur { $marked } aux questions que la machine note ; { $by_hand } points seront donnés par la personne qui anime.
sheet-damaged = Vos réponses gardées ne peuvent pas être relues
sheet-damaged-help = Rien n'a été effacé, et rien ne sera gardé avant que ce soit réglé. Appelez la personne qui anime, ou mettez ce fichier de côté et recommencez.
sheet-set-aside = Mettre ce fichier de côté et recommencer
sheet-set-aside-done = Le fichier illisible s'appelle maintenant « { $name } »
sheet-set-aside-text = Les questions sont ouvertes de nouveau. Gardez chacune de vos réponses.

## Autour d'une question
question-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
question-trains = { $points }. Cette question entraîne à : { $competence }.
question-keep = Garder ma réponse
question-keep-again = Garder cette nouvelle réponse
question-try = Essayer et garder ces réglages
question-try-again = Essayer et garder ces nouveaux réglages
question-incomplete = Rien n'a été gardé
question-not-kept = Cette réponse n'a pas été gardée
question-changed = Vous avez changé votre réponse depuis : elle n'est pas encore gardée.
question-trying = Vos réglages sont essayés, un instant.
question-attempts = { $attempts ->
    [one] Réponse gardée au premier essai. Vous pouvez en essayer une autre.
   *[other] Réponse gardée, { $attempts }e essai. Le premier et le dernier sont gardés ; la note suit le dernier.
}

## Ce qui manque à une réponse
missing-single = Choisissez une réponse, puis gardez-la.
missing-multiple = Cochez au moins une réponse, puis gardez.
missing-matching = Chaque ligne demande un choix : il en manque.
missing-number = Entrez un nombre, et choisissez son unité.
missing-text = Écrivez votre réponse, puis gardez-la.
missing-setting = Un réglage ne peut pas être retenu : corrigez-le d'abord.
multiple-help = Plusieurs réponses peuvent être justes. Une réponse fausse cochée enlève ce qu'une juste apporte.
ordering-help = Rangez avec les flèches. L'ordre affiché d'abord n'est pas une réponse : gardez-le s'il vous convient.

## Ce qui revient
verdict-bon = Juste : { $points } sur { $max }.
verdict-partiel = En partie : { $points } sur { $max }.
verdict-alerte = Pas encore : { $points } sur { $max }.
verdict-fault = La réponse gardée ne peut pas être prise en compte
verdict-remember = À retenir
verdict-read = { $said } On y cherchera :
verdict-later = Essayez encore, si vous voulez. Ce qu'il y a à retenir vient avec la bonne réponse, ou au deuxième essai.
condition-held = Tenue
condition-missed = Pas encore
condition-text = { $label } : { $found }.
condition-why = { $label } : { $found }. { $feedback }

## « Réglez ceci pour que… »
setting-conditions = Ce que vos réglages doivent obtenir
setting-condition = { $number }. { $label } ({ $points })
setting-back = Revenir aux réglages de départ
setting-missed = Ce qui manque encore, avec ces réglages
setting-missed-of = Choisi pour la condition
setting-missed-none = Pour cette condition, personne ne manque de rien : c'est autre chose qui ne va pas. Relisez ce qu'elle demande.

## Régler une messagerie
policy-fiction = École fictive : « { $school } », { $weeks } semaines simulées.

## Régler une collecte
collection-steps = Les façons de demander, dans l'ordre
collection-steps-help = Une façon ne s'adresse qu'aux familles qui n'ont pas encore répondu.
collection-corner = Étape
collection-first = D'abord
collection-second = Puis
collection-third = Enfin
collection-way = Comment demander
collection-to = À qui
collection-en-ligne = En ligne, par l'ENT
collection-telephone = Par téléphone
collection-papier = Sur papier
collection-nothing = Rien de plus
collection-to-tous = Toutes celles qui n'ont pas répondu
collection-to-compte-inactif = Celles qui n'ont jamais ouvert leur compte
collection-to-sans-telephone-connu = Celles dont on n'a pas le téléphone
collection-none = Choisissez au moins une façon de demander
collection-twice = La même façon de demander revient deux fois
collection-fiction = École fictive : « { $school } ». Hypothèse : { $call } minutes par famille appelée, { $sheet } minutes par feuille distribuée et recopiée.

## Régler une publication
publication-tables = Ce que le conseil reçoit
publication-corner = Sujet
publication-by = Découpage
publication-absent = Pas de tableau
publication-ensemble = Toute l'école
publication-niveau = Par niveau
publication-langue = Par langue
publication-threshold = Un nombre est petit en dessous de
publication-threshold-help = Un nombre compte comme petit de 1 à ce seuil, non compris.
publication-unit = familles
publication-hiding = Ce que l'on cache
publication-rien = Rien
publication-petits = Les petits nombres
publication-proteges = Les petits nombres, et ceux qui les feraient retrouver
publication-fiction = École fictive : « { $school } », dont les familles ont répondu en ligne, au téléphone ou sur papier.

## Régler des prêts
loans-ordinateur = Ordinateurs à acheter
loans-cle-4g = Clés 4G à acheter
loans-meetings = Rendez-vous de prise en main
loans-meetings-help = Donnés, dans l'ordre des prêts, aux familles qui reçoivent un ordinateur et ont des démarches à apprendre.
loans-panel-ordinateur = Ordinateurs
loans-panel-cle-4g = Clés 4G
loans-panel-meetings = Rendez-vous
loans-summary-meetings = { $count } rendez-vous
loans-fiction = École fictive : « { $school } ». Prix supposés : { $computer } € un ordinateur, { $key } € une clé et son forfait, { $meeting } € un rendez-vous.

## Régler des ateliers
workshops-slots = Ce que vous mettez sur chaque créneau
workshops-slots-help = Un atelier reçoit douze personnes. Sans atelier, un créneau ne coûte rien.
workshops-corner = Créneau
workshops-number = Ateliers
workshops-count = { $count ->
    [0] Aucun atelier
    [one] Un atelier
   *[other] Deux ateliers
}
workshops-interpreter = Interprète
workshops-nobody = Personne
workshops-language = En { $name }
workshops-care = Garde d'enfants
workshops-fiction = École fictive : « { $school } ». Prix supposés : { $lead } € un atelier, { $interpreter } € un interprète, { $care } € la garde de { $children } enfants.

## Composer un parcours
pathway-of = Missions : { $service }
pathway-mission = { $mission } ({ $minutes } min, niveau { $level })
pathway-count = { $count ->
    [0] Aucune mission
    [one] 1 mission
   *[other] { $count } missions
}
pathway-order = Dans quel ordre ?
pathway-order-help = Ce que vous cochez arrive à la fin de la liste ; rangez avec les flèches.
pathway-total = { $count ->
    [0] Aucune mission choisie
    [one] 1 mission, { $minutes } minutes
   *[other] { $count } missions, { $minutes } minutes
}
pathway-fiction = L'ENT d'entraînement fait lui-même chaque mission, par son plus court chemin et sans se tromper. Un vrai parent prend plus de temps.

## Régler les notifications de deux responsables
notifications-label = Ce que chaque compte choisit
notifications-corner = Compte
notifications-rythme = Prévenir
notifications-immediat = À chaque message
notifications-quotidien = Une fois par jour, à { $at }
notifications-hebdomadaire = Une fois par semaine, le { $day } à { $at }
notifications-soirees = Heures calmes
notifications-college = Aucune : la publication est suspendue de { $from } à { $until }
notifications-plus-tot = De { $from } à { $until }
notifications-langue = Langue des messages
notifications-francais = Français
notifications-anglais = Anglais
notifications-arabe = Arabe
notifications-portugais = Portugais
notifications-turc = Turc
notifications-person = { $name }. { $told }
notifications-week = Une semaine de messages, écrits aux deux responsables
notifications-message = Message
notifications-written = Écrit
notifications-until = Utile jusqu'à
notifications-acts = Qui doit agir
notifications-both = Les deux
notifications-fiction = Semaine inventée, du lundi au vendredi. Les heures des envois groupés et des heures calmes sont celles de l'ENT d'entraînement.
