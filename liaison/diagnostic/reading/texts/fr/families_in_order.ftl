des-lignes = des lignes { $first } à { $last }
d-un-fichier = des lignes { $first } à { $last } de « { $file } »
dans-l-ordre-des-envois = dans l'ordre des envois, de la ligne { $first } de « { $former } » à la ligne { $last } de « { $later } »,
dans-l-ordre-des-fichiers = d'un fichier à l'autre, de la ligne { $first } de « { $former } » à la ligne { $last } de « { $later } »,
