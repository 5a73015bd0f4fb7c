en-tete = # Comment lire la liste de participants qui est à côté. Aucun nom ici ; effacer ce fichier, et on redemande.
lecture-d-une-liste = la lecture d'une liste
