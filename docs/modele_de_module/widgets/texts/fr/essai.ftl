## Un module d'essai
parier = Voir qui reste sans papier
attente = Pariez pour voir le résultat
reglage = Combien de copies
resultat = La classe
copies = Copies
reponse = { $copies } copies pour { $families } familles : une copie par famille ne va pas de soi.
sans-papier = { $count ->
    [0] Chaque famille a sa copie.
    [one] 1 famille reste sans papier.
   *[other] { $count } familles restent sans papier.
}
fiction = Une classe fictive de { $count } familles.
