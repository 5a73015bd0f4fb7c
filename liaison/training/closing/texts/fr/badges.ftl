pas-de-noms = Cette séance n'a pas de noms : --names n'a rien à écrire. Enlever cette option.
