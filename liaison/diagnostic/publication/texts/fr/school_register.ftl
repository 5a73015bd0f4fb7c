registre-non-ecrit = Le registre « { $path } » ne peut pas être écrit ({ $reason }) : l'export suivant ne saurait pas que celui-ci existe. Rien n'est écrit. Rendre ce dossier accessible, puis relancer.
plusieurs-ecoles = Plusieurs écoles sont inscrites sur cet ordinateur ({ $schools }) : dire laquelle avec --name.
aucune-publication-connue = Aucune publication n'est connue ici pour « { $name } », et cet ordinateur en connaît pour { $schools }. Rien n'est écrit. Si c'est la même école, redonner ce nom avec --name. Si ces réponses n'ont jamais été publiées, même en partie, le dire avec --new-collection.
dossier-illisible = Le dossier « { $folder } », où sont inscrites les publications, ne peut pas être lu ({ $reason }). Rien n'est écrit. Le rendre lisible, puis relancer.
