pas-une-seance = « { $course } » n'est pas le dossier d'une séance : nommer un exercice, parmi { $exercises }.
aucun-exercice = Aucun module de la séance n'a d'exercice noté : il n'y a rien à noter.
