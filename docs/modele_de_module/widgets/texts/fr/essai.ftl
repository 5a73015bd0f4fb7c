## Un module d'essai
titre = Combien de copies ?
copies = Copies
sans-papier = { $count ->
    [0] Chaque famille a sa copie.
    [one] Une famille reste sans papier.
   *[other] { $count } familles restent sans papier.
}
fiction = Une classe fictive de { $count } familles.
