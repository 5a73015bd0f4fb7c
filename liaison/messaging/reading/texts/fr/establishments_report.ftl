titre = Une politique, des établissements
pied-de-page = Politique « { $policy } » · populations fictives
ce-qui-est-simule = { $where } : { $establishments ->
    [one] { $establishments } établissement
   *[other] { $establishments } établissements
}, { $families ->
    [one] { $families_counted } famille inventée
   *[other] { $families_counted } familles inventées
}, { $weeks ->
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
} à partir du { $start }, la même politique partout : « { $policy } ». { $out ->
    [0] Aucune famille n'est laissée
    [one] { $out_counted } famille est laissée
   *[other] { $out_counted } familles sont laissées
} de côté. Graine : { $seed }.
ce-que-ce-n-est-pas = Ce que ce n'est pas
ni-mesure-ni-classement = Ni une mesure, ni un classement des établissements. Leur taille et leur IPS sont publiés ; leurs familles sont inventées d'après eux, et ce qu'elles font des messages est une suite d'hypothèses. Deux établissements de même IPS donnent presque la même chose : c'est l'hypothèse qui parle.

par-ips = Familles laissées de côté, par IPS
aucun-ips = Aucun IPS n'est publié pour ces établissements : donner le fichier avec --ips.
du-plus-bas-au-plus-haut = { $lowest } des familles sont laissées de côté là où l'IPS est le plus bas, { $highest } là où il est le plus haut.
axe = Part des familles laissées de côté (%)
axe-des-groupes = Part des familles laissées de côté (%) ; trait : un établissement sur deux
un-etablissement = { $name }, IPS { $ips }
d-un-ips-a-l-autre = IPS { $lowest } à { $highest }
groupe = { $label }, { $establishments } établissements
sans-ips = Établissements sans IPS publié, absents du graphique : { $establishments }.

illisibles = Établissements qui n'ont pas pu être lus
sans-ligne = { $establishments ->
    [one] { $establishments } établissement
   *[other] { $establishments } établissements
} sans ligne, et pourquoi
code = Code
nom = Nom
raison = Raison
et-d-autres = Et { $others ->
    [one] { $others } autre
   *[other] { $others } autres
}, dans illisibles.csv.
