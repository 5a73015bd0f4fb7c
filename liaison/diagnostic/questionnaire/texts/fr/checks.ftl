un-questionnaire = un questionnaire
au-moins-une-question = « items » a au moins une question
id-deux-fois = deux questions ont le même nom, « { $name } »
id-et-case = le nom de la question « { $name } » ne finit pas par « _ » et n'a pas deux « _ » qui se suivent : c'est le nom d'une de ses cases
regroup-pas-une-question = « regroup » : « { $name } » n'est pas une question à une seule réponse
regroup-pas-une-fois = « regroup » : « { $words } » ne nomme pas une fois chaque réponse de « { $name } »
rare-with-pas-une-reponse = « rare_with » : « { $other } » n'est pas une réponse de « { $name } »
implied-juste-avant = « { $question } » : « implied.value » nomme une valeur de la question juste avant
