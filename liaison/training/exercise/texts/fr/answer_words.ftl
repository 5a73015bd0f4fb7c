des-reglages = des réglages, gardés dans le fichier de réponses.
