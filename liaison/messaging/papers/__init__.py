"""Ce que l'on emporte : la charte, la notice aux parents, la fiche de réglage."""
