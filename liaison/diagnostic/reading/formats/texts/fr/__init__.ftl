fichier-illisible = le fichier ne peut pas être lu ({ $reason })
