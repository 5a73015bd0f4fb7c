une-fiche = une fiche d'essai
