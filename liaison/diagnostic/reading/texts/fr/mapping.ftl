une-correspondance = une correspondance
autre-questionnaire = Cette correspondance est celle du questionnaire « { $actual } », pas « { $expected } ».
pas-une-question = Colonne « { $column } » : « { $target } » n'est pas une question.
pas-une-reponse = Colonne « { $column } » : « { $answer } » n'est pas une réponse à « { $target } ». Réponses acceptées : { $accepted }.
colonne-et-cases = « { $question } » est répondue par une colonne et par des cases : garder l'un ou l'autre.
colonne-deux-fois = deux colonnes ont la même { $field } : « { $name } »
