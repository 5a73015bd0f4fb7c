pas-de-moment = La famille { $code } n'a pas dit quand elle pourrait venir à un atelier.
atelier-trop-petit = Un atelier de { $size ->
        [one] { $size } personne
       *[other] { $size } personnes
    } ne reçoit pas une famille qui en envoie { $persons }.

# Un atelier, comme il s'annonce
annonce = { $slot }, { $room }, « { $theme } », avec { $people }{ $childcare ->
    [oui] , garde d'enfants sur place
   *[non] {""}
}
a-une-place = La famille { $code } a une place : { $workshop }.

# Aucun créneau ne peut servir la famille
sans-creneau-moment = La famille { $code } n'a pas de créneau : aucun créneau n'est à un moment où elle peut venir ({ $moments }).
sans-creneau-theme = La famille { $code } n'a pas de créneau : aucun thème ne correspond à ce qu'elle demande d'apprendre.
sans-creneau-animation = La famille { $code } n'a pas de créneau : personne n'anime sur les créneaux où elle peut venir.
sans-creneau-salle = La famille { $code } n'a pas de créneau : aucune salle n'est libre sur les créneaux où elle peut venir.
sans-creneau-langue = La famille { $code } n'a pas de créneau : personne n'anime ni n'interprète dans sa langue ({ $language }) sur les créneaux où elle peut venir.
sans-creneau-garde = La famille { $code } n'a pas de créneau : la garde d'enfants manque sur les créneaux où elle pourrait venir.

# La famille attend : pourquoi, et ce qu'il lui faudrait
attend = La famille { $code } attend : elle est { $rank } sur { $asking } au tirage au sort.
debutants-d-abord = Les familles qui ont le plus à apprendre passent d'abord.
aucun-plan = { $most ->
    [oui] Aucun plan qui place autant de familles
   *[non] Aucun plan
} ne lui donne une place{ $before ->
    [oui] {" "}sans en retirer une à une famille qui passe avant elle
   *[non] {""}
}.
le-plus-de-familles = L'équipe a choisi de placer le plus de familles. { $excludes }
faute-de-temps = Le calcul s'est arrêté faute de temps : un autre plan lui donnerait peut-être une place.
il-faudrait = Pour qu'elle vienne, il faudrait : { $ways }.
sur-un-creneau = { $slot }, { $lacks }
