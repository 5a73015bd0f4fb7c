pas-lisible = « { $path } » ne peut pas être lu : l'enregistrer en CSV, encodage UTF-8.
ligne-fautive = « { $file } », ligne { $line } : { $reason }
deja-plus-haut = « { $file } », ligne { $line } : { $column ->
        [code] le code
       *[identifiant] l'identifiant
    } « { $value } » est déjà à la ligne { $first }.
titre-moodle = { $exercise } (sur { $points })
titre-points = { $exercise } points
titre-a-lire = { $exercise } à lire
sur = (sur)
