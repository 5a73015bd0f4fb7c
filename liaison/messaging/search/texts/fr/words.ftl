telle-qu-elle-est = La politique telle qu'elle est

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
but-ici = { $goal }. Ici { $here } : { $reached }.
buts-perdus = { $count ->
    [1] Un but n'est plus atteint, sur ce tirage : { $goals }.
    [one] { $count } but n'est plus atteint, sur ce tirage : { $goals }.
   *[other] { $count } buts ne sont plus atteints, sur ce tirage : { $goals }.
}

# En tête de ce qui est décidé. Une piste a six changements au plus.
combien = { $changes ->
    [1] Un
    [2] Deux
    [3] Trois
    [4] Quatre
    [5] Cinq
    [6] Six
   *[other] { $changes }
}
suffit = { $changes ->
    [1] Un changement suffit pour atteindre le but
    [one] { $counted } changement suffit pour atteindre le but
   *[other] { $counted } changements suffisent pour atteindre le but
}
atteignent = { $counted } changements atteignent le but
a-moins = { $least ->
    [1] un seul y suffit, à plus haut prix
    [one] { $counted } y suffit, à plus haut prix
   *[other] { $counted } y suffisent, à plus haut prix
}
ici-par-hasard = { $changes ->
    [1] Un changement atteint le but sur ce tirage, mais le hasard suffit à l'expliquer
    [one] { $counted } changement atteint le but sur ce tirage, mais le hasard suffit à l'expliquer
   *[other] { $counted } changements atteignent le but sur ce tirage, mais le hasard suffit à l'expliquer
}
ici-seul = { $changes ->
    [1] Un changement atteint le but, sur ce seul tirage
    [one] { $counted } changement atteint le but, sur ce seul tirage
   *[other] { $counted } changements atteignent le but, sur ce seul tirage
}
moins-n-y-suffit = { $changes ->
    [2] Aucun changement seul n'y suffit : chacun a été simulé sur toutes les familles.
   *[other] Aucun changement seul n'y suffit, ni une partie de ceux-là : chacun a été simulé sur toutes les familles. D'autres, moins nombreux, seraient peut-être assez : tous n'ont pas été essayés ensemble.
}
telle-quelle = La politique atteint déjà le but : rien n'est à changer pour cela.
telle-quelle-par-hasard = La politique atteint le but sur ce tirage, mais le hasard suffit à l'expliquer. Rien de ce qui a été essayé ne l'atteint nettement plus sûrement.
telle-quelle-seul = La politique atteint le but, sur ce seul tirage.
nettement = { $paid ->
    [1] une chose nettement moins bonne
    [one] { $paid } chose nettement moins bonne
   *[other] { $paid } choses nettement moins bonnes
}
sur-ce-tirage = { $paid ->
    [1] une chose moins bonne sur ce seul tirage
    [one] { $paid } chose moins bonne sur ce seul tirage
   *[other] { $paid } choses moins bonnes sur ce seul tirage
}
constats = { $remarks ->
    [1] un constat de plus
    [one] { $remarks } constat de plus
   *[other] { $remarks } constats de plus
}
constats-de-plus = { $remarks ->
    [1] Un constat de plus : { $titles }.
    [one] { $remarks } constat de plus : { $titles }.
   *[other] { $remarks } constats de plus : { $titles }.
}
rien-d-autre = Rien d'autre ne change.

# Quand rien n'atteint le but.
tout-est-garde = Tout est gardé : il n'y a rien à essayer. Laissez libre au moins un réglage.
aucune-n-atteint = { $tried ->
    [1] La politique telle qu'elle est n'atteint pas le but, et aucune autre n'est essayée.
   *[other] Aucune des { $counted } politiques essayées n'atteint le but.
}
aucune-n-atteint-par-hasard = { $tried ->
    [1] La politique telle qu'elle est n'atteint pas le but sur ce tirage, et aucune autre n'est essayée.
   *[other] Aucune des { $counted } politiques essayées n'atteint le but sur ce tirage.
}
la-plus-proche = La plus proche, sans ce que le hasard suffit à expliquer, change ceci : { $changes }.
aucune-ne-s-approche = Aucune ne s'en approche plus.

# Qui y gagne, qui reste dehors.
aucun-profil = Aucun profil n'y gagne ni n'y perd de famille.
de-moins = { $families } de moins parmi « { $profile } »
de-plus = { $families } de plus parmi « { $profile } »
mais = { $gains }, mais { $losses }
qui-y-gagne = Familles laissées de côté, sur ce tirage : { $profiles }.
qui-y-gagne-par-hasard = Familles laissées de côté, sur ce tirage : { $profiles } : { $chance }.
aucune-dehors = Chaque famille est tenue informée par l'une au moins des politiques essayées.
aucune-dehors-telle-quelle = Chaque famille est tenue informée par la politique telle qu'elle est.
toujours-dehors = { $families ->
    [1] Une famille est laissée de côté (plus de la moitié de ce qui lui est écrit lui échappe) { $under } : { $profiles }.
    [one] { $families } famille est laissée de côté (plus de la moitié de ce qui lui est écrit lui échappe) { $under } : { $profiles }.
   *[other] { $families } familles sont laissées de côté (plus de la moitié de ce qui leur est écrit leur échappe) { $under } : { $profiles }.
}
sous-telle-quelle = sous la politique telle qu'elle est
sous-chacune = dans chacune des { $whole } politiques simulées en entier
sous-chacune-dont = dans chacune des { $whole } politiques simulées en entier, dont { $wide ->
    [one] { $wide } choisie
   *[other] { $wide } choisies
} pour joindre le plus de familles
recherche-arretee = La recherche a été arrêtée : d'autres réglages y changent peut-être quelque chose.
rien-ne-les-tient-informees = { $families ->
    [one] Rien de ce qui a été essayé ne la tient informée : il y faut sans doute autre chose qu'un message.
   *[other] Rien de ce qui a été essayé ne les tient informées : il y faut sans doute autre chose qu'un message.
}
