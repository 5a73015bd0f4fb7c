# Où, dans un scénario.
lieu = { $service }, { $kind ->
    [mission] mission
    [champ] champ
   *[ecran] écran
} { $name }
lieu-detail = { lieu }, { $part ->
    [entree] entrée
   *[autre] { $part }
}

# Un fichier qui ne se lit pas, ou dont les parties ne vont pas ensemble.
pas-du-yaml = { $file } n'est pas du YAML lisible{ $place }.
pas-ce-qui-est-attendu =
    { $file } ne décrit pas ce qui est attendu :
    { $faults }
parties-pas-ensemble =
    Le scénario ne tient pas ensemble :
    { $faults }

# Les noms.
ecrit-plusieurs-fois = { $kind ->
    [ecran] écran
    [variable] variable ou champ
    [mission] mission
   *[bouton] bouton ou ligne
} « { $name } » : écrit { $n } fois
nom-reserve = variable « { $name } » : ce nom est réservé
variable-inconnue = { $place } : variable inconnue « { $name } »
valeur-inconnue = { $place } : « { $name } » n'a pas de valeur « { $value } » (possibles : { $values })
mission-inconnue = parcours { $path } : mission inconnue « { $name } »

# Ce qui est à un autre service.
lit-chez-un-autre = { $place } : lit « { $name } », qui appartient à { $owner } et n'est pas « shared »
ecrit-chez-un-autre = { $place } : écrit « { $name } », qui appartient à { $owner } et n'est pas « shared »

# Les écrans et les champs.
champ-remis-a-vide = { $place } : un champ ne peut être remis qu'à « { $empty } », pas à « { $value } » (« { $name } »)
ecran-par-go = { $place } : un écran s'ouvre par « go », pas par « set »
ouvre-ecran-inconnu = { $place } : ouvre l'écran inconnu « { $screen } »
entree-pas-un-ecran = { $service } : l'entrée « { $screen } » n'est pas un écran
retour-vers-ecran-inconnu = { $place } : « Retour » mène à l'écran inconnu « { $screen } »
entrer-ouvre-un-ecran = { $place } : entrer dans un écran ne peut pas en ouvrir un autre
cases-a-cocher = { $place } : des cases à cocher, que l'exploration des missions ne lit pas
champ-inconnu = { $place } : champ inconnu « { $name } »
exemple-mal-classe = { $place } : l'exemple « { $text } » est classé « { $given } »
