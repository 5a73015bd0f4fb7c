pas-un-fichier = « { $path } » n'existe pas, ou n'est pas un fichier : donner le fichier .json du badge.
badge-ferme = « { $path } » ne peut pas être lu : l'accès est refusé.
trop-gros = « { $file } » est trop gros pour un badge : c'est un autre fichier.
le-badge-entier = le badge entier
forme-inconnue = « { $file } » n'a pas la forme d'un badge de cette suite (à regarder : « { $where } »). Il a été modifié, ou il a été fait par un autre outil : le demander de nouveau, ou le vérifier avec cet outil-là.
illisible = « { $file } » n'est pas un badge lisible : le fichier est coupé ou abîmé. Le demander de nouveau.
sans-signature = « { $file } » n'a pas la forme d'un badge de cette suite : il lui manque sa signature, ou il a une valeur de trop. Il a été modifié : le demander de nouveau.
