memes-reglages = Rien ne change : « { $policy } », à laquelle on compare, a les mêmes réglages. Changez un réglage, ou choisissez une autre politique.
avant = Avant
apres = Après
familles = Familles { $state }
travail = Travail des personnels, en { $unit }
de-plus = { $amount } de plus
de-moins = { $amount } de moins
pareil = sans changement
change-quelque-chose = { $count ->
    [one] { $count } pour laquelle cela change
   *[other] { $count } pour lesquelles cela change
}
dit-de-l-image = Deux fois { $families ->
    [one] { $families } famille
   *[other] { $families } familles
} d'une école fictive, un point chacune. Avant : { $before }. Après : { $after }.
