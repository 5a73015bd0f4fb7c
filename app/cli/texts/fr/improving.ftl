restes = Restent d'une recherche d'avant, à jeter : { $names }.
etape-a-essayer =
    { $n ->
        [one] { $count } politique
       *[other] { $count } politiques
    } à essayer
arrete = Arrêté : voici ce qui était trouvé.
recherche = { $school }, politique « { $policy } », but « { $aim } ».
colonne-un-changement = Un seul changement
colonne-buts-atteints = Buts atteints
colonne-cout = Ce qu'il en coûte
ecrits = Écrits : { $paths }.
etape =
    { $doing } : { $n ->
        [one] { $count } politique essayée
       *[other] { $count } politiques essayées
    }
rien-d-essaye = École et familles fictives. Aucune autre politique essayée.
essayees =
    École et familles fictives. { $tried ->
        [one] { $tried } politique essayée
       *[other] { $tried } politiques essayées
    }, { $whole ->
        [one] { $whole_count } simulée
       *[other] { $whole_count } simulées
    } en entier.
nom-d-une-piste = { $policy }, piste { $rank }
