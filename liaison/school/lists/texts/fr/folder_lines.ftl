valeurs-acceptees = { "" } Valeurs acceptées : { $accepted }.
a-la-ligne = , ligne { $line }
dans-la-colonne = , colonne { $column }
