cellule-trop-longue-sans = une cellule y est trop longue, sans doute à cause d'un guillemet jamais refermé. Corriger cette ligne, puis enregistrer le fichier en CSV, encodage UTF-8.
