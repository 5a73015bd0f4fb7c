arrete-ici = Arrêté avant cette partie, comme demandé. Pressez de nouveau pour la faire.
tableau-garde =
    { $reason }
    Le tableau que vous aviez rempli est gardé : « { $file } », rien n'en est pris. Corrigez-le, donnez-lui le nom « { $table } » à la place de celui qui est là, puis pressez de nouveau.
tableau-a-reprendre =
    { $reason }
    Le tableau d'avant est gardé : « { $file } ». Pour rendre au carnet de notes ce qu'il n'a plus : { $command }
remises-a-regarder = Des remises sont refusées, ou à regarder : leurs raisons sont dans « { $journal } ».
pas-notee = { $code } : pas de note, { $reason }
pas-de-retour = { $code } : pas de retour, { $reason }
une-seule-adresse = Une seule adresse pour { $codes } : Moodle n'en ferait qu'une personne, leurs notes ne sont pas dans « moodle.csv ». La corriger dans « participants.csv », colonne « courriel », puis presser de nouveau.
