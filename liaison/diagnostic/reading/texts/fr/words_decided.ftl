mot-non-lu = « { $word } » n'est pas lu dans { $lines ->
        [one] { $lines } ligne
       *[other] { $lines } lignes
    } (colonne « { $column } »). Pour l'y compter, relancer avec { $option }, où RÉPONSE est { $accepted } ou { $no_answer }{ $several ->
        [0] .
       *[other] , ou plusieurs avec « + » ({ $example }).
    }{ $own ->
        [0] { "" }
       *[other] { " " }Si c'est une réponse proposée de plus, l'ajouter plutôt à « values » et à « words » de cette question, dans questionnaire.yaml.
    }
plusieurs-reponses = « { $word } »{ $lines ->
        [one] { " " }donne
       *[other] , et d'autres : { $lines } lignes de la colonne « { $column } » donnent
    } plusieurs réponses, et la question n'en attend qu'une. Pour les compter toutes : dans questionnaire.yaml, sous « id: { $question } », écrire « kind: multiple » à la place de « kind: single », puis relire les mêmes fichiers.
autres-mots = { $count ->
        [one] { $count } autre mot n'est pas lu dans plusieurs lignes : la suite après ceux-là
       *[other] { $count } autres mots ne sont pas lus dans plusieurs lignes : la suite après ceux-là
    }.
mot-illisible = « { $text } » ne se lit pas : écrire « QUESTION: MOT=RÉPONSE », par exemple « appareils: PC portable=ordinateur ».
pas-une-reponse = « { $answer } » n'est pas une réponse à « { $question } ». Réponses acceptées : { $accepted }.
pas-une-question = « { $question } » n'est pas une question.
une-grille = « { $question } » n'est pas une question. Une grille se dit ligne par ligne : { $rows }
