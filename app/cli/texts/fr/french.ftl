fichier-ferme = « { $file } » ne peut pas être lu ou écrit : { $reason }. Rien n'a été écrit à moitié.
lecture-seule = Dans « { $folder } », rien ne peut être écrit : ce disque est en lecture seule. Rien n'a été écrit à moitié. { $todo }, puis relancez.
disque-plein = Le disque est plein : la commande s'est arrêtée. Ce qui était écrit est resté, et rien ne l'est à moitié. Libérez de la place, puis relancez.
erreur-inattendue = Une erreur inattendue arrête la commande ({ $kind } : { $error }). Rien n'a été écrit à moitié. Pour la signaler, relancer avec { $trace }=1 et joindre ce qui s'affiche.
cette-option = cette option
l-option = l'option { $option }
parametre = « { $name } »
voir = Voir « { $command } --help ».
option-inconnue = L'option { $option } n'existe pas.
option-inconnue-et-proches = L'option { $option } n'existe pas. Options proches : { $near }.
option-manquante = Il manque { $param }.
valeur-inattendue = La valeur donnée à { $param } ne convient pas : { $expected }.
option-mal-employee = L'option { $option } est mal employée : il lui manque une valeur, ou elle n'en prend pas.
commande-inconnue = Cette commande n'existe pas. Commandes : { $names }.
mot-de-trop = La commande a reçu un mot de trop, ou il en manque un.
