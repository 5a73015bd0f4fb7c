partie-d-un-nom = partie d'un nom, ou mot ordinaire : { $parts } fois
fichier-ferme = ce fichier ne peut pas être lu : { $refusal }
un-nom-y-figure-encore = un nom y figure encore
