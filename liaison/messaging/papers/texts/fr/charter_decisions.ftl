ce-qui-a-ete-tranche = Ce que l'équipe a tranché
tableau-des-decisions = Ce qui est retenu, et pourquoi
entre-plusieurs = Entre { $policies } politiques préparées par des groupes, l'équipe a retenu, et dit pourquoi :
retenu = « { $words } », plutôt que { $others }.
seul = « { $words } ».
ou = ou
pourquoi = Pourquoi : { $reason }
sans-raison = Sans raison écrite.
sans-discussion = { $count ->
    [1] Un autre réglage différait d'une politique à l'autre et n'a pas été discuté : il prend la valeur du milieu ou la plus choisie.
   *[other] { $count } autres réglages différaient d'une politique à l'autre et n'ont pas été discutés : chacun prend la valeur du milieu ou la plus choisie.
}
pourquoi-ce-vote = Pourquoi ce vote
# Les comptes sont séparés par des points-virgules : familles laissées de côté : 17 au lieu de 51.
de-a = { $label } : { $after } au lieu de { $before }
ce-qui-change = Sur { $families ->
    [one] { $families } famille
   *[other] { $families } familles
} d'une école fictive, à côté de « { $before } » : { $amounts }.
rien-ne-change = Sur { $families ->
    [one] { $families } famille
   *[other] { $families } familles
} d'une école fictive, ces comptes sont les mêmes qu'avec « { $before } ».
simule = C'est une simulation : ce que font les familles y est supposé.
