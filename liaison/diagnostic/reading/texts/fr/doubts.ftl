peut-etre = { $count ->
    [1] { $own ->
        [1] sa réponse
       *[other] une de ses { $own } réponses
    } est aussi dans « { $file } », qui en a { $others }, { $why } : les deux comptent
   *[other] { $count } de ses { $own } réponses sont aussi dans « { $file } », qui en a { $others }, { $why } : toutes comptent
}. Si ce sont les mêmes familles, { $remedy }
d-autres-numeros = sous d'autres numéros
d-autres-heures = à d'autres heures
d-autres-niveaux = sous d'autres niveaux
d-autres-reponses = sous le même numéro, avec d'autres réponses
toutes-pareilles = { $count ->
    [1] toute pareille
   *[other] toutes pareilles
}
ne-pas-donner = ne pas donner « { $other } » : « { $file } » a toutes ses familles
un-seul-fichier = ne donner qu'un fichier, où chaque famille est une fois
deux-moities = aucune de ses questions n'est dans « { $file } » : si ce sont deux moitiés d'un questionnaire, { $count ->
    [1] une famille compte
   *[other] { $count } familles comptent
} deux fois. Les réunir alors en un tableau, une ligne par famille, ou ne donner qu'un des deux fichiers
