journal-ferme = « { $file } » ne peut pas être lu ({ $reason }) : le fermer dans l'autre programme, puis relancer.
journal-abime = « { $file } », ligne { $line } : ce n'est plus le journal des remises. Le renommer, puis relancer : il est refait d'après le dossier « remises ».
etat-recue = reçue
etat-en_retard = en retard
etat-doublon = doublon
etat-refusee = refusée
etat-autre = pas une remise
