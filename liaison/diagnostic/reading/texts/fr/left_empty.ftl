vide-pour-toutes = la colonne est vide pour toutes les familles, comme d'une question qui n'a pas été posée
