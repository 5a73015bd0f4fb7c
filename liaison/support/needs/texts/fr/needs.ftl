colonnes-attendues = Une table de besoins a ces colonnes, dans cet ordre : { $columns }. Lu : { $read }.
code-mal-ecrit = Un code de famille s'écrit en capitales et en chiffres, par exemple F012, sans nom. Lu : { $code }.
code-deux-fois = Le code { $code } revient deux fois : une ligne par famille.
valeurs-d-une-colonne = La colonne « { $column } » prend ces valeurs : { $values }.
oui-ou-non = La colonne « { $column } » dit oui ou non.
niveau-inconnu = Niveau inconnu : { $level }. Niveaux : { $levels }.
autant-de-valeurs-que-de-reponses = Il y a { $answers ->
        [one] { $answers } réponse
       *[other] { $answers } réponses
    } et { $values ->
        [one] { $values } valeur
       *[other] { $values } valeurs
    } pour « { $column } » : une par famille.
pas-les-memes-lignes = Les deux axes et les réponses n'ont pas les mêmes lignes.
