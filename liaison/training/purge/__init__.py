"""L'effacement des noms d'une séance, et sa preuve."""
