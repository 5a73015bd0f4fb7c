fichier-vide-telecharger-nouveau = Le fichier « { $name } » est vide : le télécharger de nouveau.
fichier-pas-colonne-code = Le fichier « { $name } » n'a pas de colonne de code UAI. Noms acceptés : { $uai } (accents et majuscules ne comptent pas).
fichier-peut-pas-etre = Le fichier « { $name } » ne peut pas être lu ({ $error }).
fichier-ligne-pas-csv = Le fichier « { $name } », ligne { $row }, n'est pas du CSV lisible.
