"""Ce que dit un fichier, de tout format : chaque façon dont ses lettres peuvent se lire."""
