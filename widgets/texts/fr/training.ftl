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
} sur { $marked } aux questions que la machine note ; { $by_hand ->
    [one] { $by_hand } point sera donné
   *[other] { $by_hand } points seront donnés
} par la personne qui anime.
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
