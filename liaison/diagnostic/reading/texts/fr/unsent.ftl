colonne-vide = la colonne « { $column } » est vide partout : des réponses non envoyées peuvent compter
reponses-arretees = { $count ->
    [one] { $count } réponse s’arrête
   *[other] { $count } réponses s’arrêtent
} avant la dernière page, et la date d'envoi n'est pas dans l'export : elles comptent. L'export refait avec cette date (submitdate) met à part ce qui n'a pas été envoyé
