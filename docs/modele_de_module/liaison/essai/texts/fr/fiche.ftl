une-fiche = une fiche de feuilles
