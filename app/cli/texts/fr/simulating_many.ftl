ou-ecrire = Dire où écrire, avec --out DOSSIER : ce qui est fini y est gardé à chaque instant.
academie = Académie de { $academy }
tout-le-fichier = Tous les établissements du fichier
etape-deja-faits = { $done ->
        [one] { $done } établissement déjà fait
       *[other] { $done } établissements déjà faits
    } sur { $total }
etape-a-simuler = { $total ->
        [one] { $total } établissement
       *[other] { $total } établissements
    } à simuler
etape-avance = { $done ->
        [one] { $done } établissement
       *[other] { $done } établissements
    } sur { $total }
interrompu = Interrompu : { $done ->
        [one] { $done } établissement sur { $total } est gardé
       *[other] { $done } établissements sur { $total } sont gardés
    }. Relancer la même commande pour finir.
simulation = Politique « { $policy } », { $weeks ->
        [one] { $weeks } semaine
       *[other] { $weeks } semaines
    }, { $count ->
        [one] { $count } établissement
       *[other] { $count } établissements
    }.
fictives = Familles fictives, graine { $seed }. Les comportements sont des hypothèses.
zone-supposee = Où l'académie n'a pas de zone, les vacances sont supposées être celles de la zone { $zone }.
colonne-ips = IPS
colonne-etablissements = Établissements
colonne-laissees = Familles laissées de côté (médiane)
sans-ligne = Sans ligne : { $count ->
        [one] { $count } établissement, avec sa raison
       *[other] { $count } établissements, avec leur raison
    } dans { $file }.
ecrits = Écrits : { $files }.
zone-de-tous = { $place }, aux vacances supposées de la zone { $zone }
zone-de-quelques-uns = { $place }, dont { $supposed } aux vacances supposées de la zone { $zone }
rien-lu = Aucun collège ni lycée n'a pu être lu dans ces fichiers.
rien-lu-par-exemple = Aucun collège ni lycée n'a pu être lu dans ces fichiers. Par exemple : { $reason }
duree = { $seconds } s.
duree-et-memoire = { $seconds } s ; { $peak } Mio au plus dans un processus.
