## Régler une messagerie
policy-fiction = École fictive : « { $school } », { $weeks } semaines simulées.
