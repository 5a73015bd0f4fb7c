tableau-a-remplir = { $waiting } Tableau à remplir : « { $path } », colonnes « points » et « commentaire ».
puis = Puis : { $command }
rien-a-lire = Aucun texte n'est à lire : le tableau n'a que ses titres.
tableau-garde =
    { $reason }
    Ce tableau est gardé : « { $kept } ». Corrigé : { $command }
tableau-a-reprendre =
    { $reason }
    Ce tableau est gardé : « { $kept } ». Notes et commentaires changés : { $changed }. Pour rendre au carnet de notes ce qu'il n'a plus : { $command }
rendues-au-carnet = Le carnet de notes ne les avait plus : { $answers }.
pas-prises = Pas prises, le carnet de notes en tient d'autres, ou n'a pas ce texte : { $answers }. Les comparer, et donner à l'écran celles qui conviennent.
pas-prises-avant-les-notes = Pas prises : { $answers }. Des copies ne sont pas notées ; les noter d'abord, puis relancer la même commande.
tableau-pris = « { $table } » était rempli, il est pris. Notes et commentaires changés : { $changed }.
notes-changees = Notes et commentaires changés dans le carnet de notes : { $changed }. { $waiting }
ensuite = Ensuite : liaison session close { $course }
cases-videes = Cases vidées, restées dans le carnet de notes : { $cells }. Pour effacer une note ou un commentaire, écrire « { $erase } » dans sa case.
lettres-perdues = Ce tableau a été enregistré en perdant des lettres (« ? » à leur place) : vos commentaires en ont peut-être perdu. Les relire ; la prochaine fois, l'enregistrer en CSV UTF-8.
encore-a-lire = Textes encore à lire : { $waiting } sur { $count }.
pas-encore-notees = Copies pas encore notées, leurs textes n'y sont pas : { $copies }. Les noter : liaison session grade --session { $course }
