"""La messagerie : ce qu'une équipe règle, ce qui en découle, qui est joint et qui reste dehors."""
