aucune-question-a-compter = { $source } n'a aucune question à compter : toutes attendent d'être relues. { $held }
mise-de-cote = Mise de côté : « { $title } ». { $reason } Si c'est une question fermée, relire ces mots un par un, et recopier chacun qui ne nomme personne sous « confirmed », à la question « { $question } » de questionnaire.yaml. Elle compte quand tous y sont.
titre-qui-nomme = Son titre peut nommer quelqu'un : s'il ne nomme personne, recopier « { $question } ».
titre-et-reponses-qui-nomment = { $title } { $answers }
pas-encore-relu = { $source } n'est pas encore relu, et rien n'est lu avec lui. { $to_read } { $source }, écrire à la place de « relu: non », ou ajouter sous « version » : relu: oui
reponses-qui-nomment = Ces réponses peuvent nommer quelqu'un : { $answers }.
reponses-et-autres-qui-nomment = Ces réponses peuvent nommer quelqu'un : { $answers } et { $more ->
        [one] { $more } autre
       *[other] { $more } autres
    }, sous « words ».
tout-relire = Relire chaque titre et chaque réponse, qui seront publiés tels quels : aucun ne doit nommer une personne, ni dire ce qu'une famille a écrit elle-même. Ôter la question qui le fait. Puis, dans
