"""Les ateliers : de quoi l'équipe dispose, ce qu'ils cherchent, qui y vient, et ce qui manque à qui attend."""
