"""Ce qu'une simulation dit : qui est joint, qui ne l'est pas, et ce que l'on n'en sait pas."""
