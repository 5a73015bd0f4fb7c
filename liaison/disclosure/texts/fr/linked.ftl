familles-differentes = Les tableaux ne comptent pas les mêmes familles : le total de « { $question } » n'est pas partout le même. Compter aussi les familles sans réponse.
totaux-differents = Les tableaux ne comptent pas tous le même nombre de familles : les refaire ensemble.
deja-liees = « { $first } » et « { $second } » sont déjà liées par d'autres tableaux : ensemble, ils en diraient trop. Publier moins de croisements à la fois.
