"""Les listes d'une école : quatre fichiers CSV, lus ligne par ligne, et écrits."""
