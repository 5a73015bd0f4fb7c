plusieurs-annees = des réponses sont d'une autre année scolaire que { $last } ({ $counts }) : toutes comptent, et les mêmes familles peuvent y être deux fois. Pour ne compter que { $last }, { $remedy }
d-une-annee = { $count ->
    [1] une de { $year }
   *[other] { $count } de { $year }
}
effacer = { $count ->
    [1] effacer la ligne { $lines }
   *[other] effacer les lignes { $lines }
}
ne-pas-donner-ce-fichier = ne pas donner ce fichier
