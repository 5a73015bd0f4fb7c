"""Ne rien apprendre d'une seule famille : ce qui se dit, ce qui se tait, et ce qu'un lecteur en déduirait."""
