pas-encore-de-reponse = Pas encore de réponse.
sera-lu = Votre texte est enregistré. Il sera lu et noté par la formatrice ou le formateur.
a-revoir = À revoir : « { $left } » n'est pas « { $right } ».
vient-avant = « { $first } » vient avant « { $second } ».
