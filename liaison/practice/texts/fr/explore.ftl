# Une mission.
mission-impossible = La mission { $mission } ne peut pas être finie.
missions-trop-peu = { $n ->
    [one] { $n } mission seulement
   *[other] { $n } missions seulement
} : il en faut { $fewest }
aucune-mission-du-niveau = { $service } : aucune mission de niveau { $levels }
depart-sans-session = { $place } : son départ ne dit pas « session »
finie-des-le-depart = { $place } : elle est finie dès son départ
impasse = { $place } : ne peut plus être finie après { $walk }{ $guessed ->
    [oui] {" "}(à vérifier : trop d'états pour en être sûr)
   *[non] {""}
}

# Un écran, un bouton, un service.
ecrit-chez-un-autre = { $place } : écrit « { $name } », qui n'est pas à ce service
cas-muet = { $place } : un cas qui ne fait rien et ne dit rien
ecran-jamais-atteint = { $service } : personne n'atteint l'écran { $name }{ $sure ->
    [non] {" "}(pas prouvé : trop d'états)
   *[oui] {""}
}
bouton-jamais-vu = { $service } : personne ne voit le bouton { $name }{ $sure ->
    [non] {" "}(pas prouvé : trop d'états)
   *[oui] {""}
}
bouton-muet = { $service } : le bouton { $name } est parfois montré sans rien faire ni rien dire
trop-d-etats = { $service } : plus de { $most } états. Donnez-lui moins de variables, ou remettez ses champs à « vide » quand leur formulaire est fini.
