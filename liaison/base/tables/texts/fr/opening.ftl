fichier-depasse-mo-couper = le fichier dépasse { $largest_file } Mo : le couper en plusieurs
fichier-vide = le fichier est vide
fichier-peut-pas-etre = le fichier ne peut pas être lu ({ $error })
