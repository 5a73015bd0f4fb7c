numero-deja-lu = le numéro de réponse { $number } est déjà à la ligne { $line }
