code-inconnu = La séance n'a pas de code « { $code } ».
pas-present = « { $code } » n'est pas noté présent dans « { $file } » : l'y mettre, puis relancer.
sans-ligne = Sans ligne dans « { $presences } », donc sans attestation ni badge : { $codes }. Leur en ajouter une : le code, puis un x par demi-journée suivie, ou rien.
