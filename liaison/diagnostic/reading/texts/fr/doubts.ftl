trop-peu-en-commun = { $count ->
    [1] une réponse a l'heure d'une réponse d'un autre fichier, et la même réponse à ce que tous deux demandent
   *[other] { $count } réponses ont l'heure de réponses d'un autre fichier, et les mêmes réponses à ce que tous deux demandent
}, trop peu pour dire si c'est la même famille : toutes comptent. Si c'est le même formulaire, ne donner que l'export qui a toutes les questions
aussi-trouvees = { $count ->
    [1] une de ses réponses est aussi, toute pareille, dans « { $file } » : les deux
   *[other] { $count } de ses réponses sont aussi, toutes pareilles, dans « { $file } » : toutes
} comptent. Si c'est le même formulaire, n'en donner qu'un
semblables = ses réponses sont celles de « { $file } », autant de fois chacune, mais trop peu variées ou dans un autre ordre : rien ne dit si c'est le même tableau, et toutes comptent. Si c'est le même, n'en donner qu'un
contient-l-autre = a les réponses de « { $file } », et d'autres, mais trop peu variées pour dire si l'un est une partie de l'autre : toutes comptent. Si c'est le même formulaire, ne donner que le plus long
dans-l-autre = ses réponses sont dans « { $file } », mais trop peu variées pour dire si l'un est une partie de l'autre : toutes comptent. Si c'est le même formulaire, ne donner que le plus long
a-d-autres-heures = ses réponses sont celles de « { $file } », à d'autres heures : toutes comptent. Si c'est le même formulaire, n'en donner qu'un export
pareilles-en-commun = ses réponses sont celles de « { $file } » à ce que tous deux demandent, trop peu pour les réunir : toutes comptent. Si c'est le même formulaire, ne donner que l'export qui a toutes les questions
a-d-autres-numeros = ses réponses sont celles de « { $file } », sous d'autres numéros : toutes comptent. Si c'est le même formulaire, n'en donner qu'un export
