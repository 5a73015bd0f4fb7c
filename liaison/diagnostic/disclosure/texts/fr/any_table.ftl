table-vide = « { $file } » doit avoir une ligne de titres, puis des lignes remplies.
cellules-attendues = elle a { $width ->
        [one] { $width } cellule, { $expected } sont attendues
       *[other] { $width } cellules, { $expected } sont attendues
    }
ligne-a-corriger = « { $file } », ligne { $line } : { $reason }. Corriger la ligne, puis relancer.
colonnes-a-compter = Compter par une à { $most } colonnes, chacune une fois.
additionner-ou-compter = Choisir : additionner une colonne, ou dire combien de familles compte chaque ligne.
non-comptee-par = Le tableau n'est pas compté par « { $column } », dite sans nom de personne.
trop-de-cases = Ce tableau aurait { $cells } cases, { $most } au plus : regrouper des valeurs, ou retirer une colonne.
deja-un-total = « { $file } » : la colonne « { $column } » porte déjà une ligne « { $total } » (ligne { $line }). Retirer cette ligne du tableau, puis relancer.
designerait-des-familles = La colonne « { $column } » { $reason }. Le tableau désignerait des familles. Compter par une autre colonne, ou regrouper ses valeurs.
semblent-des-noms = La colonne « { $column } » { $reason }. S'ils désignent des personnes, compter par une autre colonne. Sinon (des écoles, des rues, des métiers), relire toutes ses valeurs, puis le dire : --not-names { $option }.
trop-de-valeurs = La colonne « { $column } » a { $count } valeurs, { $most } au plus : c'est peut-être un nom ou un numéro. Compter par une autre colonne, ou regrouper ses valeurs.
une-seule-valeur = La colonne « { $column } » n'a qu'une valeur : le tableau la dirait de chaque famille. Retirer cette colonne, ou compter par une autre.
nombre-entier = un nombre entier
nombre-positif = un nombre, positif, à deux décimales au plus
nombre-attendu = « { $file } », ligne { $line }, colonne « { $column } » : « { $cell } » n'est pas { $expected }.
colonne-plusieurs-fois = « { $file } » a plusieurs colonnes « { $column } ». Colonnes : { $columns }.
colonne-absente = « { $file } » n’a pas de colonne « { $column } ». Colonnes : { $columns }.
