"""La salle : ce qu'elle a atteint pendant la séance, et ce qu'on en dit après."""
