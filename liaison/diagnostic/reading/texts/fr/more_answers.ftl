ajouter-toutes = { $count ->
    [0] Pour compter « Autre » les réponses non lues que { $few } familles au plus ont données
    [one] Si { $answers } est une réponse que le formulaire propose
   *[other] Si { $answers } sont des réponses que le formulaire propose
}, relancer avec { $option }{ $count ->
    [0] .
    [one] { " " }: elle s'ajoute au questionnaire, et ce que { $few } familles au plus ont écrit compte « Autre ».
   *[other] { " " }: toutes s'ajoutent au questionnaire d'un coup, et ce que { $few } familles au plus ont écrit compte « Autre ».
}
ajoutees = { $count ->
    [0] Aucune réponse n'est ajoutée au questionnaire : ce que peu de familles ont écrit compte « Autre ».
    [one] Ajoutée au questionnaire : { $answers }. Garder, pour le prochain export, equipe_questionnaire.yaml.
   *[other] Ajoutées au questionnaire : { $answers }. Garder, pour le prochain export, equipe_questionnaire.yaml.
}
