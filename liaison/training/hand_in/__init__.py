"""Les remises : le fichier qu'une personne donne, ce qui en est reçu, ce qui compte."""
