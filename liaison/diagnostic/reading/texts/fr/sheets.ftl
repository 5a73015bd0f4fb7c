feuille-a-donner = la feuille « { $sheet } » a les mêmes colonnes, et n'est pas lue : { $count ->
    [1] sa réponse n'est pas gardée
   *[other] ses { $count } réponses ne sont pas gardées
}. L'enregistrer comme un fichier à part, et le donner avec celui-ci
