dossier-absent = Le dossier « { $folder } » n'est plus là : la clé USB ou le disque est-il branché ? Le tableau reprend seul dès que le dossier revient.
dossier-ferme = Le dossier « { $folder } » ne peut pas être lu : l'accès est refusé.
pas-une-seance = « { $folder } » n'est pas le dossier d'une séance : il n'a ni « { $session } », ni « { $submitted } ». « Préparer une séance » à l'écran en fait un, ou « liaison session new ».
copie-a-regarder = Copie à regarder : sa lecture s'est arrêtée ({ $error }).
