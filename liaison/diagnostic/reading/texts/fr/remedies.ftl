ne-donner-que = ne donner que « { $file } », qui a toutes ces familles
ne-donner-que-le-plus-recent = ne donner que « { $file } », le plus récent
un-seul-fichier = ne donner qu'un fichier, où chaque famille est une fois
