"""Publier un tableau sans rien apprendre d'une seule personne : ce qui se cache, et ce qu'un lecteur en déduirait."""
