feuille-a-donner = la feuille « { $sheet } » a les mêmes colonnes, et n'est pas lue : { $count ->
    [1] sa réponse n'est pas gardée
   *[other] ses { $count } réponses ne sont pas gardées
}. Donner chaque feuille dans un fichier à part, ou ôter celle-ci du classeur si elle n'est pas à compter
