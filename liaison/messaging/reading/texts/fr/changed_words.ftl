# Ce qu'un changement fait d'un nombre : une proposition, sans majuscule ni point. Avant : « au lieu de ».
compte-laissees = { $after ->
    [0] aucune famille n'est laissée
    [one] une famille est laissée
   *[other] { $now } familles sont laissées
} de côté au lieu { $before ->
    [0] d'aucune
    [1] d'une
   *[other] de { $then }
}
compte-lus = { $after ->
    [0] aucun message n'est lu
    [one] un message est lu
   *[other] { $now } messages sont lus
} à temps au lieu { $before ->
    [0] d'aucun
    [1] d'un
   *[other] de { $then }
}
compte-sonneries = { $after ->
    [0] les téléphones ne sonnent jamais
   *[other] les téléphones sonnent { $now } fois
} au lieu { $before ->
    [0] d'aucune
   *[other] de { $then }
}
compte-copies = { $after ->
    [0] aucun message n'arrive
    [one] un message arrive
   *[other] { $now } messages arrivent
} en double, par un canal de plus, au lieu { $before ->
    [0] d'aucun
    [1] d'un
   *[other] de { $then }
}
change-part-informee = { $after } des messages sont lus à temps au lieu de { $before }
change-absence-a-temps = pour une absence, { $after } des familles sont prévenues à temps au lieu de { $before }
change-notifications-soir = cela sonne en moyenne { $after } fois par responsable et par semaine { $evening_hours }, hors urgences, au lieu de { $before }
change-notifications-par-semaine = cela sonne en moyenne { $after } fois par responsable et par semaine au lieu de { $before }
change-travail-personnels = les personnels y passent { $after } { $hours ->
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
