minutes-qui-ne-font-pas-le-compte = « { $title } » annonce { $minutes } min et ses moments en font { $total } : changer programmes.yaml, ou la durée d'une étape dans animation.md.
module-sans-guide = Le programme demande « { $module } », qui n'a pas de guide.
le-module-entier = Le module entier, comme sa fiche le dit.
etapes-a-garder = De sa fiche, garder : { $steps }.
