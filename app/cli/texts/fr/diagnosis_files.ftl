fichier-a-lire = « { $place } » est un fichier à lire, et l'export serait écrit par-dessus. Rien n'a été écrit : donner à --out un autre dossier, ou renommer ce fichier.
