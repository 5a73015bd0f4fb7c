"""Ce dont chaque pièce a besoin, une fois : mots, fichiers, tableaux, formats, fautes, langues."""
