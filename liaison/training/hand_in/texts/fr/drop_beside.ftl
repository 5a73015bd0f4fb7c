autre-chose = « { $folder } » est un lien : le dépôt n'est pas ouvert. Ôtez-le, puis pressez de nouveau.
pas-fait = Le dépôt « { $folder } » n'a pas pu être fait ({ $reason }). Rien n'est perdu : choisissez les fichiers de remise dans la page.
pas-pris = Les fichiers n'ont pas pu être pris ({ $reason }). Rien de ce qui était reçu n'est perdu : recommencez.
