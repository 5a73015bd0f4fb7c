peut-etre = { $count ->
    [1] { $own ->
        [1] sa réponse
       *[other] une de ses { $own } réponses
    } est aussi dans « { $file } », qui en a { $others }, { $why } : les deux comptent
   *[other] { $count } de ses { $own } réponses sont aussi dans « { $file } », qui en a { $others }, { $why } : toutes comptent
}. Si c'est le même formulaire, { $remedy }
a-la-meme-heure = à la même heure, mais avec trop peu en commun pour dire si c'est la même famille
d-autres-numeros = sous d'autres numéros
d-autres-heures = à d'autres heures
d-autres-niveaux = sous d'autres niveaux pour une partie
trop-peu-demandees = avec trop peu de questions en commun pour les réunir
autant-de-fois = autant de fois chacune, mais trop peu variées ou dans un autre ordre
trop-peu-variees = trop peu variées pour dire si l'un est une partie de l'autre
dans-le-meme-ordre = à la suite et dans le même ordre
toutes-pareilles = { $count ->
    [1] toute pareille
   *[other] toutes pareilles
}
