"""L'ENT d'entraînement : ses services, ses missions, et l'état dans lequel on s'y déplace. Aucune personne réelle."""
