peut-etre = { $count ->
    [1] { $own ->
        [1] sa réponse
       *[other] une de ses { $own } réponses
    } est aussi dans « { $file } », qui en a { $others }, { $why } : les deux comptent
   *[other] { $count } de ses { $own } réponses sont aussi dans « { $file } », qui en a { $others }, { $why } : toutes comptent
}. Si ce sont les mêmes familles, { $remedy }
memes-numeros = { $count ->
    [1] { $own ->
        [1] sa réponse
       *[other] une de ses { $own } réponses
    } a le numéro d'une réponse de « { $file } », qui en a { $others }
   *[other] { $count } de ses { $own } réponses ont les numéros de réponses de « { $file } », qui en a { $others }
}, et { $changed ->
    [1] une n'y répond
   *[other] { $changed } n'y répondent
} pas de même : toutes comptent. Deux formulaires qui numérotent chacun depuis 1 en donnent autant : retirer alors de l'un des fichiers les colonnes de ces numéros. Si c'est un seul formulaire, dont des réponses ont changé, ne donner qu'un fichier, où chaque famille est une fois
d-autres-numeros = sous d'autres numéros
d-autres-heures = à d'autres heures
d-autres-niveaux = sous d'autres niveaux
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
