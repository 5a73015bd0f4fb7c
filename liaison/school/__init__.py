"""L'école : calendrier, classes, personnes, comptes, et qui peut écrire à qui."""
