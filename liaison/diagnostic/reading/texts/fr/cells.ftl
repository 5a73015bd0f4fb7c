cellule-trop-longue = la cellule a { $length } caractères : ce n'est pas une réponse
caractere-illisible = la cellule contient un caractère illisible
changee-en-date = « { $answer } » est une date : le tableur a changé la réponse, écrire celle d'origine
reponse-inconnue = « { $answer } » n'est pas une réponse connue. Réponses acceptées : { $accepted }
