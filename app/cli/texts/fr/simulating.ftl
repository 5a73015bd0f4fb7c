etape-ecole = École « { $school } »
etape-messages = Messages de { $weeks ->
        [one] { $weeks } semaine
       *[other] { $weeks } semaines
    }
etape-indicateurs = Indicateurs
etape-tirages = { $replications } tirages, puis chaque hypothèse dans sa fourchette
etape-ecriture = Écriture dans « { $out } »
simulation = { $school }, politique « { $policy } », { $weeks ->
        [one] { $weeks } semaine
       *[other] { $weeks } semaines
    }.
fictives = École et familles fictives, graine { $seed }. Les comportements sont des hypothèses.
informees = Informées à temps : { $share } ({ $informed ->
        [one] { $informed } message
       *[other] { $informed } messages
    } sur { $messages }).
laissees = Familles laissées dehors : { $left_out } sur { $families }.
notifications = Notifications par responsable et par semaine : { $median } en médiane, { $p95 } pour les plus sollicités (95 %).
colonne-profil = Profil
colonne-familles = Familles
colonne-informees = Informées à temps
colonne-laissees = Laissées dehors
d-une-heure = { $day }, de { $hour } h à { $next } h
