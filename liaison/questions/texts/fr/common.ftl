chaque-element-une-fois = le corrigé doit nommer chaque élément une fois
chaque-element-de-gauche = le corrigé doit donner une réponse à chaque élément de gauche
corrige-inconnu = le corrigé nomme ce qui n'est pas proposé : { $names }
deux-fois = donné deux fois : { $names }
