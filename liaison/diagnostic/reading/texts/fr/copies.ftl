semblables = ses réponses sont celles de « { $file } », autant de fois chacune, mais trop peu variées ou dans un autre ordre : rien ne dit si c'est le même tableau, et toutes comptent. Si c'est le même, n'en donner qu'un
contient-l-autre = a les réponses de « { $file } », et d'autres, mais trop peu variées pour dire si l'un est une partie de l'autre : toutes comptent. Si c'est le même formulaire, ne donner que le plus long
dans-l-autre = ses réponses sont dans « { $file } », mais trop peu variées pour dire si l'un est une partie de l'autre : toutes comptent. Si c'est le même formulaire, ne donner que le plus long
a-d-autres-heures = ses réponses sont celles de « { $file } », à d'autres heures : toutes comptent. Si c'est le même formulaire, n'en donner qu'un export
pareilles-en-commun = ses réponses sont celles de « { $file } » à ce que tous deux demandent, trop peu pour les réunir : toutes comptent. Si c'est le même formulaire, ne donner que l'export qui a toutes les questions
