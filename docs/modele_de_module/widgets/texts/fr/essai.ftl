## Compter les feuilles
parier = Voir qui reste sans papier
attente = Pariez pour voir le résultat
reglage = Combien de feuilles
resultat = La classe
feuilles = Feuilles
reponse = { $feuilles ->
    [one] { $feuilles } feuille
   *[other] { $feuilles } feuilles
} pour { $families ->
    [one] { $families } famille
   *[other] { $families } familles
} : une feuille par famille ne va pas de soi.
sans-papier = { $count ->
    [0] Chaque famille a sa feuille.
    [one] { $count } famille reste sans papier.
   *[other] { $count } familles restent sans papier.
}
fiction = Une classe fictive de { $count ->
    [one] { $count } famille
   *[other] { $count } familles
}.
