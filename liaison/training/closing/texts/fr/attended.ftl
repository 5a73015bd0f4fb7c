code-inconnu = La séance n'a pas de code « { $code } ».
pas-present = « { $code } » n'est pas noté présent dans « { $file } » : l'y mettre, puis relancer.
