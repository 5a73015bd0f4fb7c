politique = Politique « { $name } », dans { $kind }, règles au { $day }.
aucun-constat = Aucun constat.
sur-une-loi =
    { $n ->
        [0] Aucun constat ne repose
        [one] Un constat repose
       *[other] { $n } constats reposent
    } sur une loi ou un règlement : à corriger avant de publier.
que-faire = { "" }  Que faire : { $change }
source = { "" }  Source : { $rule }
