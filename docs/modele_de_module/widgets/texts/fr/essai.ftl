## Compter les feuilles
parier = Voir qui reste sans papier
attente = Pariez pour voir le résultat
reglage = Combien de feuilles
resultat = La classe
classe = La classe fictive
points-titre = { $count ->
    [0] Aucune famille n'a sa feuille.
    [one] { $count } famille sur { $families } a sa feuille.
   *[other] { $count } familles sur { $families } ont leur feuille.
}
points-avec = avec une feuille
points-sans = sans papier
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
regle = Il faut une feuille par famille : { $families } ici, et non une par élève. Deux foyers en demandent deux.
suppose = On suppose que chaque feuille arrive : une feuille perdue dans un cartable laisse une famille de plus sans papier.
emporter-dit = La fiche dit combien de familles il y a, et combien de feuilles ; la commande du module la relit.
emporter-fiche = Emporter la fiche
