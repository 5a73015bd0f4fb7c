table-vide = « { $file } » doit avoir une ligne de titres, puis des lignes remplies.
cellules-attendues = elle a { $width ->
        [one] { $width } cellule, { $expected } sont attendues
       *[other] { $width } cellules, { $expected } sont attendues
    }
ligne-a-corriger = « { $file } », ligne { $line } : { $reason }. Corriger la ligne, puis relancer.
colonne-plusieurs-fois = « { $file } » a plusieurs colonnes « { $column } ». Colonnes : { $columns }.
colonne-absente = « { $file } » n’a pas de colonne « { $column } ». Colonnes : { $columns }.
