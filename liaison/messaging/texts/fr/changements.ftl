# Ce qu'un changement fait d'un nombre : une proposition, sans majuscule ni point. Avant : « au lieu de ».
laissees = { $after ->
    [0] aucune famille n'est laissée
    [one] une famille est laissée
   *[other] { $after } familles sont laissées
} de côté au lieu { $before ->
    [0] d'aucune
    [1] d'une
   *[other] de { $before }
}
lus = { $after ->
    [0] aucun message n'est lu
    [one] un message est lu
   *[other] { $after } messages sont lus
} à temps au lieu { $before ->
    [0] d'aucun
    [1] d'un
   *[other] de { $before }
}
sonneries = { $after ->
    [0] les téléphones ne sonnent jamais
   *[other] les téléphones sonnent { $after } fois
} au lieu { $before ->
    [0] d'aucune
   *[other] de { $before }
}
copies = { $after ->
    [0] aucun message n'arrive
    [one] un message arrive
   *[other] { $after } messages arrivent
} en double, par un canal de plus, au lieu { $before ->
    [0] d'aucun
    [1] d'un
   *[other] de { $before }
}
part-informee = { $after } des messages sont lus à temps au lieu de { $before }
absence-a-temps = pour une absence, { $after } des familles sont prévenues à temps au lieu de { $before }
notifications-soir = cela sonne en moyenne { $after } fois par responsable et par semaine entre 20 h et 7 h, hors urgences, au lieu de { $before }
notifications-par-semaine = cela sonne en moyenne { $after } fois par responsable et par semaine au lieu de { $before }
travail-personnels = les personnels y passent { $after } { $hours ->
    [one] heure
   *[other] heures
} par semaine au lieu de { $before }

# Ce que l'on en pense, après la proposition.
mieux = c'est mieux
mieux-seul = c'est mieux, sur ce seul tirage
moins-bien = c'est moins bien
moins-bien-seul = c'est moins bien, sur ce seul tirage
nettement-moins-bien = c'est nettement moins bien
hasard = le hasard d'un tirage suffit à l'expliquer
prix = Le prix : { $paid }.
prix-seul = Le prix, sur ce seul tirage : { $paid }.
buts-perdus = { $count ->
    [one] Un but n'est plus atteint, sur ce tirage : { $goals }.
   *[other] { $count } buts ne sont plus atteints, sur ce tirage : { $goals }.
}
par-hasard = Le hasard d'un tirage suffit à expliquer le reste : { $rest }.

# Un but, au tirage montré et aux autres.
atteint = atteint
atteint-par-hasard = atteint sur ce tirage, le hasard suffit à l'expliquer
atteint-seul = atteint sur ce seul tirage
pas-atteint = pas atteint
pas-atteint-par-hasard = pas atteint sur ce tirage, le hasard suffit à l'expliquer
pas-atteint-seul = pas atteint sur ce seul tirage
buts-atteints = { $sure } sur { $total }
buts-atteints-par-hasard = { $sure } sur { $total }, et { $more } sur ce tirage (le hasard suffit à l'expliquer)
buts-atteints-seuls = { $more } sur { $total }, sur ce seul tirage

# En tête de ce qui est décidé.
suffit = { $changes ->
    [one] Un changement suffit
   *[other] { $counted } changements suffisent
} pour atteindre le but
atteignent = { $counted } changements atteignent le but
a-moins = { $least ->
    [one] un seul y suffit
   *[other] { $less } y suffisent
}, à plus haut prix
ici-par-hasard = { $changes ->
    [one] Un changement atteint
   *[other] { $counted } changements atteignent
} le but sur ce tirage, mais le hasard suffit à l'expliquer
ici-seul = { $changes ->
    [one] Un changement atteint
   *[other] { $counted } changements atteignent
} le but, sur ce seul tirage
telle-quelle = La politique atteint déjà le but : rien n'est à changer pour cela.
telle-quelle-par-hasard = La politique atteint le but sur ce tirage, mais le hasard suffit à l'expliquer. Rien de ce qui a été essayé ne l'atteint nettement plus sûrement.
telle-quelle-seul = La politique atteint le but, sur ce seul tirage.
nettement = { $paid ->
    [one] une chose nettement moins bonne
   *[other] { $paid } choses nettement moins bonnes
}
sur-ce-tirage = { $paid ->
    [one] une chose moins bonne sur ce seul tirage
   *[other] { $paid } choses moins bonnes sur ce seul tirage
}
constats = { $remarks ->
    [one] un constat de plus
   *[other] { $remarks } constats de plus
}
