# Les refus
critere-deux-fois = un critère est cité deux fois pour { $item }
graine-pas-entiere = La graine « { $seed } » n'est pas un nombre entier, 0 ou plus.
deux-fois-le-meme-code = Comparer une famille à une autre : les deux codes sont les mêmes.
pas-demande = La famille { $code } n'a pas demandé { $item }.

# Pourquoi une famille reçoit, ou attend
recoit = La famille { $code } reçoit { $item } : elle est { $place }
attend = La famille { $code } attend : elle est { $place } Pour elle, { $missing ->
    [one] { $more } de plus suffirait
   *[other] { $more } de plus suffiraient
}.
place = { $rank } sur { $requests ->
    [one] { $count } demande
   *[other] { $count } demandes
}, pour { $available } à prêter.
critere = Critère { $number }, « { $criterion } » : { $words }.

# Pourquoi l'une passe avant l'autre
par-un-critere = La famille { $first } passe avant la famille { $second } : « { $criterion } » décide. { $first } : { $more } ; { $second } : { $less }.
par-un-critere-apres-egalite = La famille { $first } passe avant la famille { $second } : à égalité sur { $equal }, « { $criterion } » décide. { $first } : { $more } ; { $second } : { $less }.
par-le-sort = La famille { $first } passe avant la famille { $second } par tirage au sort, graine { $seed } : elles sont à égalité sur tous les critères de l'équipe.
par-le-sort-sans-critere = La famille { $first } passe avant la famille { $second } par tirage au sort, graine { $seed } : aucun critère n'est fixé.
un-reglage = un réglage de prêts
