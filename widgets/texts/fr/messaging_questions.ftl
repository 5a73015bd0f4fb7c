## Régler une messagerie
policy-fiction = École fictive : « { $school } », { $weeks ->
    [one] { $weeks } semaine simulée
   *[other] { $weeks } semaines simulées
}.
