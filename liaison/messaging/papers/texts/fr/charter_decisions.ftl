ce-qui-a-ete-tranche = Ce que l'équipe a tranché
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
