fichier-choisir-dossier-rien = « { $target } » est un fichier : choisir un dossier. Rien n'a changé.
dossier-contient-autre-chose = Le dossier « { $target } » contient autre chose qu'une école enregistrée par la suite ({ $held }). Rien n'a changé : choisir un dossier vide ou nouveau.
dossier-pas-pu-etre = Le dossier « { $target } » n'a pas pu être écrit ({ $error }). Rien n'a changé.
toutes-personnes-fictives = { "" } Toutes les personnes sont fictives.
dossier-pas-ouvert = Le dossier « { $path } » n'a pas été ouvert :
quatre-tables = { $origin }. Quatre tables : classes, personnes, appartenances, liens.
