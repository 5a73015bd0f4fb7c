personne-n-est-encore-present = Personne n'est encore noté présent : « { $file } » n'existe pas. « Télécharger la feuille d'émargement » à l'écran de la séance l'écrit, ou « liaison session attendance » ; y mettre un x par demi-journée. Si tout le monde était là : « Toutes les personnes de la séance » à l'écran, ou --all.
ne-peut-pas-etre-lu = « { $file } » ne peut pas être lu : l'enregistrer en CSV, encodage UTF-8.
personne-n-est-present = Personne n'est noté présent dans « { $file } » : y mettre un x par demi-journée ; ou, si tout le monde était là, « Toutes les personnes de la séance » à l'écran, ou --all.
premiere-ligne = La première ligne de « { $file } » doit être : { $header }. La remettre.
code-deja-plus-haut = « { $file } », ligne { $line } : le code { $code } est déjà plus haut. En garder une.
signe-incompris = « { $file } », ligne { $line } : « { $mark } » n'est pas compris. Écrire x ou oui ; rien ou non sinon.
ligne-fautive = « { $file } », ligne { $line } : { $reason }
