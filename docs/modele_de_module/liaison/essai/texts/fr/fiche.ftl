une-fiche = une fiche de copies
