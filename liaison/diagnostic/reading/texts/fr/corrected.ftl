corrige-un-fichier-non-lu = elle corrige « { $file } », qui n'est pas lu : donner aussi ce fichier, sous ce nom. Sans lui, la famille pourrait compter deux fois
deja-gardee = la ligne { $line } de « { $file } » est déjà gardée, telle qu'elle est : retirer cette correction, ou vider ses cellules « fichier » et « ligne » si c'est une autre réponse
deja-corrigee = la ligne { $line } de « { $file } » est déjà gardée, corrigée ({ $by_file }, ligne { $by_line }) : retirer cette correction, ou vider ses cellules « fichier » et « ligne » si c'est une autre réponse
