# Ce qu'une condition compte.
mesure-minutes = { $n ->
    [one] { $value } minute de missions
   *[other] { $value } minutes de missions
}
mesure-premiers_gestes = { $n ->
    [one] { $value } geste pour la première
   *[other] { $value } gestes pour la première
}
mesure-services_sans_action = { $n ->
    [one] { $value } service où l'on ne fait rien
   *[other] { $value } services où l'on ne fait rien
}
mesure-comptes_fermes = { $n ->
    [one] { $value } mission devant un compte fermé
   *[other] { $value } missions devant un compte fermé
}

# Un service où l'on ne fait rien.
missions-du-service = Missions de ce service dans votre parcours : { $visited ->
    [oui] de lecture
   *[non] aucune
}.
on-y-lit = On y lit seulement : personne n'y a encore écrit, signé ou demandé quelque chose.
on-n-y-passe-pas = On n'y passe pas : une famille repart sans l'avoir essayé.

# Une mission devant un compte fermé.
compte-du-depart = Elle commence dans le compte de { $name }.
juste-avant = Juste avant : « { $mission } »
premiere-du-parcours = C'est la première du parcours.
aucun-compte-ouvert = À ce moment, aucun compte n'est ouvert : il faut entrer d'abord, et personne ne l'a montré.
autre-compte-ouvert = À ce moment, c'est { $name } : il faut entrer d'abord, et personne ne l'a montré.

# Une mission longue, ou la première.
gestes-au-moins = { $n ->
    [one] { $n } geste
   *[other] { $n } gestes
} au moins.
minutes-et-niveau = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}, niveau { $level }.
commence-par-elle = C'est par elle que l'on commence.
la-plus-longue = C'est la plus longue de votre parcours.

# Ce qui ne va pas dans une question, ou dans une réponse.
inconnu-de-l-ent = l'ENT d'entraînement ne connaît pas : { $names }
mission-pas-offerte = « { $mission } » n'est pas une mission que l'on peut choisir ici.
