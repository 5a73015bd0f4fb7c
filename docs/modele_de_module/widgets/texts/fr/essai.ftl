## Compter les copies
parier = Voir qui reste sans papier
attente = Pariez pour voir le résultat
reglage = Combien de copies
resultat = La classe
copies = Copies
reponse = { $copies ->
    [one] { $copies } copie
   *[other] { $copies } copies
} pour { $families ->
    [one] { $families } famille
   *[other] { $families } familles
} : une copie par famille ne va pas de soi.
sans-papier = { $count ->
    [0] Chaque famille a sa copie.
    [one] { $count } famille reste sans papier.
   *[other] { $count } familles restent sans papier.
}
fiction = Une classe fictive de { $count ->
    [one] { $count } famille
   *[other] { $count } familles
}.
