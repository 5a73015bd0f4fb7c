colonne-non-demandee-inconnue = Une colonne qui n'a pas été demandée est du questionnaire : { $columns }
colonnes-attendues = Une table de réponses a les colonnes du questionnaire, dans leur ordre : { $columns }
autre-type = La colonne « { $column } » est de type { $actual }, pas { $expected }.
index-attendu = L'index s'appelle « { $index } » et porte r0001, r0002…, chacun une fois.
en-partie-remplie = « { $question } » est remplie pour toutes ses valeurs, ou pour aucune.
question-inconnue = La question « { $question } » n'est pas dans le questionnaire.
colonne-inconnue-d-une-famille = Famille { $family } : le questionnaire n'a pas de colonne { $columns }
colonne-inconnue = Le questionnaire n'a pas de colonne { $columns }
longueurs-inegales = Les colonnes d'une table de réponses n'ont pas toutes la même longueur.
valeur-refusee-d-une-famille = Famille { $family }, « { $question } » : « { $value } » n'est pas accepté. Valeurs : { $accepted }.
deux-questionnaires = Des réponses à deux questionnaires différents ne se réunissent pas.
les-reponses-d-une-famille = les réponses d'une famille
autre-questionnaire = Ce fichier répond au questionnaire « { $actual } », pas « { $expected } ».
forme-attendue = La question « { $question } » attend { $kind ->
    [single] une valeur
    [multiple] une liste de valeurs
   *[grid] une valeur par ligne
}.
valeur-refusee = « { $place } » : « { $value } » n'est pas accepté.
valeur-parmi = « { $place } » : « { $value } » n'est pas accepté. Valeurs acceptées : { $accepted }.
