deux-fois-le-meme-id = deux lignes de « { $list } » portent le même id
creneau-inconnu = créneau inconnu : { $slot }. Créneaux : { $slots }
deux-fois-le-meme-but = « ordre » cite deux fois le même but
un-reglage = un réglage d'ateliers
