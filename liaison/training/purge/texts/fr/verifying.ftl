partie-d-un-nom = partie d'un nom, ou mot ordinaire : { $parts } fois
d-abord-ligne = d'abord à la ligne { $line }
fichier-ferme = ce fichier ne peut pas être lu : { $refusal }
un-nom-y-figure-encore = un nom y figure encore
