ce-qui-a-ete-tranche = Ce que l'équipe a tranché
tableau-des-decisions = Ce qui est retenu, et pourquoi
entre-plusieurs = Entre { $policies } politiques préparées par des groupes, l'équipe a retenu :
retenu = « { $words } », plutôt que { $others }.
seul = « { $words } ».
ou = ou
pourquoi = Pourquoi : { $reason }
sans-raison = Sans raison écrite.
ce-qui-attend = Ce qui n'est pas encore tranché
en-attendant = { $pending ->
    [1] Un désaccord sur { $matters } n'est pas tranché
   *[other] { $pending } désaccords sur { $matters } ne sont pas tranchés
} : en attendant, ce texte prend la valeur du milieu ou la plus choisie ; à égalité, un ordre fixe en décide. L'annexe les liste.
annexe = Annexe : ce qui n'est pas encore tranché
tableau-en-attente = Ce que ce texte prend en attendant, et les autres valeurs
desaccord = Désaccord
valeur-en-attendant = En attendant
autres-valeurs = Autres valeurs
voulue-par = { $words } ({ $groups ->
    [0] voulu par aucun groupe : la valeur la plus proche de toutes
    [1] voulu par un groupe sur { $policies }
   *[other] voulu par { $groups } groupes sur { $policies }
})
# Dans l'ouverture, après ce que la charte met en mots.
rien-a-trancher = Les { $policies } politiques des groupes ont les mêmes réglages : rien n'était à trancher.
rien-de-tranche = Rien n'y est encore tranché : les { $policies } politiques des groupes diffèrent sur { $matters ->
    [1] un point, dont la valeur est
   *[other] { $matters } points, dont les valeurs sont
} en attente.
une-part-tranchee = L'équipe a tranché { $decisions ->
    [1] un désaccord
   *[other] { $decisions } désaccords
} sur { $matters } ; { $pending ->
    [1] un reste en attente.
   *[other] { $pending } restent en attente.
}
tout-tranche = { $matters ->
    [1] L'équipe a tranché le seul désaccord
   *[other] L'équipe a tranché les { $matters } désaccords
} de ses { $policies } groupes.
pourquoi-ce-vote = Pourquoi ce vote
# Les comptes sont séparés par des points-virgules : familles laissées de côté : 17 au lieu de 51.
de-a = { $label } : { $after } au lieu de { $before }
ce-qui-change = Sur { $families ->
    [one] { $families } famille
   *[other] { $families } familles
} d'une école fictive, à côté de « { $before } »{ $origin ->
    [oui] , dont on est parti
   *[non] {""}
} : { $amounts }.
rien-ne-change = Sur { $families ->
    [one] { $families } famille
   *[other] { $families } familles
} d'une école fictive, ces comptes sont les mêmes qu'avec « { $before } »{ $origin ->
    [oui] , dont on est parti
   *[non] {""}
}.
simule = C'est une simulation : ce que font les familles y est supposé.
