## Compter les copies
parier = Voir qui reste sans papier
attente = Pariez pour voir le résultat
reglage = Combien de copies
resultat = La classe
copies = Copies
reponse = { $copies ->
    [one] 1 copie
   *[other] { $copies } copies
} pour { $families ->
    [one] 1 famille
   *[other] { $families } familles
} : une copie par famille ne va pas de soi.
sans-papier = { $count ->
    [0] Chaque famille a sa copie.
    [one] 1 famille reste sans papier.
   *[other] { $count } familles restent sans papier.
}
fiction = Une classe fictive de { $count ->
    [one] 1 famille
   *[other] { $count } familles
}.
