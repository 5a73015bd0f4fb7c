reponse-deux-fois = « values » et « rows » ne nomment rien deux fois
rows-et-grille = « rows » va avec une grille, et avec elle seule
alone-et-plusieurs-reponses = « alone » nomme des valeurs d'une question à plusieurs réponses
implied-et-une-reponse = « implied.answer » nomme une valeur d'une question à une seule réponse
words-de-la-question = « words » dit les mots d'une réponse ou d'une ligne de la question
confirmed-inconnu = « confirmed » n'accepte pas « { $words } », mais { $known }
