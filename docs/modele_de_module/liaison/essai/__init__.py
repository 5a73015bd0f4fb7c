"""L'étude : combien de familles restent sans papier."""
