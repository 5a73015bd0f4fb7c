"""Ce que l'État publie d'un établissement : l'annuaire, les IPS, les effectifs, le code UAI."""
