"""Le compte rendu, ses mots, et ce qui sort en CSV."""
