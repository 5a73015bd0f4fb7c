colonnes-attendues = « { $file } » doit commencer par ces colonnes : { $columns }
tant-de-cellules = ligne { $line } : { $cells ->
    [one] { $cells } cellule
   *[other] { $cells } cellules
}, { $columns } sont attendues
