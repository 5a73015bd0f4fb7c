comptent-autre = { $count ->
    [1] 1 réponse qui n'est pas dans le questionnaire compte
   *[other] { $count } réponses qui ne sont pas dans le questionnaire comptent
} « { $other } » : aucune n'est écrite pareil par plus de { $few } familles. { $places }.
