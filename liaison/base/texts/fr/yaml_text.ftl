plus-millions-signes-lisent = plus de { $longest } millions de signes ne se lisent pas
renvois-nom-pas-lus = les renvois « *nom » ne sont pas lus
plus-niveaux-lisent-pas = plus de { $deepest } niveaux ne se lisent pas
moities-de-signes = un signe n’y est qu’à moitié
a-la-ligne = , ligne { $line }, colonne { $column }
