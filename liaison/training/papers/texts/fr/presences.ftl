personne-n-est-encore-present = Personne n'est encore noté présent : « { $file } » n'existe pas. « liaison session attendance » l'écrit ; y mettre un x par demi-journée, ou dire --all si tout le monde était là.
ne-peut-pas-etre-lu = « { $file } » ne peut pas être lu : l'enregistrer en CSV, encodage UTF-8.
personne-n-est-present = Personne n'est noté présent dans « { $file } » : y mettre un x par demi-journée, ou dire --all.
premiere-ligne = La première ligne de « { $file } » doit être : { $header }. La remettre.
code-deja-plus-haut = « { $file } », ligne { $line } : le code { $code } est déjà plus haut. En garder une.
signe-incompris = « { $file } », ligne { $line } : « { $mark } » n'est pas compris. Écrire x ou oui ; rien ou non sinon.
ligne-fautive = « { $file } », ligne { $line } : { $reason }
