familles-sans-papier = Familles sans papier : { $count }
