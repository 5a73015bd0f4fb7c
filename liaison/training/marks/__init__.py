"""Les notes : ce qui est lu d'une copie, le carnet de nbgrader, ce qui revient à chacun."""
