titre-et-place = { $title } ({ $place ->
    [1] 1re
   *[other] { $place }e
} colonne)
