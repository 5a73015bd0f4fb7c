peut-etre = { $count ->
    [1] { $own ->
        [1] sa réponse
       *[other] une de ses { $own } réponses
    } est aussi dans « { $file } », qui en a { $others }, { $why } : les deux comptent
   *[other] { $count } de ses { $own } réponses sont aussi dans « { $file } », qui en a { $others }, { $why } : toutes comptent
}. Si c'est le même formulaire, { $remedy }
d-autres-numeros = sous d'autres numéros
d-autres-heures = à d'autres heures
d-autres-niveaux = sous d'autres niveaux
toutes-pareilles = { $count ->
    [1] toute pareille
   *[other] toutes pareilles
}
ne-donner-que = ne donner que « { $file } », qui a toutes ces familles
un-seul-fichier = ne donner qu'un fichier, où chaque famille est une fois
