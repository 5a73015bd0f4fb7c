etape-retours = Retours de « { $title } »
etape-copies = Copies lues : { $count }
aucune-copie = Aucune copie de « { $exercise } » dans { $folder } : aucun retour à écrire.
retours =
    { $title } : { $n ->
        [one] { $written } retour
       *[other] { $written } retours
    } sur { $count }, dans « { $folder } ».
pas-de-retour = { "" }  { $code } : pas de retour, { $reason }
page-seule = { "" }  { $code } : page web seule. { $reason }
