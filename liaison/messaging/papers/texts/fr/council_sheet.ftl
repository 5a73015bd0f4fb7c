titre = { $after ->
    [0] Aucune famille laissée de côté, au lieu de { $before }
    [one] { $after } famille laissée de côté sur { $families }, au lieu de { $before }
   *[other] { $after } familles laissées de côté sur { $families }, au lieu de { $before }
}
titre-autant = { $out ->
    [0] Toujours aucune famille laissée de côté sur { $families }
   *[other] Autant de familles laissées de côté ({ $out } sur { $families })
}
titre-aussi = { $first } ; { $after ->
    [0] aucune { $state } au lieu de { $before }
   *[other] { $after } { $state } au lieu de { $before }
}
titre-autres = { $first }, { $moved ->
    [0] et aucune famille ne change d'état
    [one] et une famille change d'état
   *[other] et { $moved } familles changent d'état
}
sous-titre = { $school } · pour le { $council }, { $day }
pied-de-page = Ce que change la politique proposée · { $school }
ce-que-dit-la-feuille = Chaque point est une famille d'une école fictive qui en a { $families } : elle est au même endroit des deux côtés. Avant : « { $before } »{ $origin ->
    [oui] , dont on est parti
   *[non] {""}
}. Après, ce qui est proposé : « { $after } ».
comptes = Sur { $families ->
    [one] { $families } famille
   *[other] { $families } familles
}, avant et après
ce-que-l-on-compte = Ce que l'on compte
avant = Avant
apres = Après
difference = Différence
pour-qui = { $better ->
    [0] Ce n'est mieux pour aucune famille
    [one] C'est mieux pour { $better } famille
   *[other] C'est mieux pour { $better } familles
}, { $worse ->
    [0] moins bien pour aucune.
   *[other] moins bien pour { $worse }.
}
echange = { $exchanged ->
    [one] { $exchanged } autre est mieux jointe mais dérangée le soir, ou l'inverse.
   *[other] { $exchanged } autres sont mieux jointes mais dérangées le soir, ou l'inverse.
}
ce-qui-differe = Ce qui compte le plus dans ce changement
de-a = de « { $before } » à « { $after } » ; seul, il change quelque chose pour { $families ->
    [one] { $families } famille.
   *[other] { $families } familles.
}
autres-reglages = { $count ->
    [1] Un autre réglage diffère : la charte les a tous.
   *[other] { $count } autres réglages diffèrent : la charte les a tous.
}
fabrique = Simulé sur une école fictive, { $weeks ->
    [1] une semaine
   *[other] { $weeks } semaines
} à partir du { $start } : ce que font les familles est supposé. Un essai se lit avec ses hypothèses, et se refait.
vote = Date du vote, pour, contre, abstentions
