liste-illisible = « { $file } » : { $fault }.
aucun-nom = « { $file } » n'a aucun nom : un nom par ligne est attendu.
deux-fois-la-meme-personne = « { $file } », ligne { $line } : la même personne qu'à la ligne { $first }, même nom et même adresse. En garder une.
trop-de-noms = « { $file } » a plus de { $most } noms : faire plusieurs séances.
nom-attendu = un nom est attendu, pas « { $text } ».
nom-trop-long = un nom de { $n } signes, { $most } au plus. Un nom par ligne.
adresse-fautive = « { $email } » n'est pas une adresse électronique. La corriger, ou la retirer.
une-ligne-fautive = « { $file } », { $fault }
lignes-fautives = « { $file } », { $n ->
        [one] { $n } ligne
       *[other] { $n } lignes
    } à corriger ou à retirer :
ligne-fautive = ligne { $line } : { $fault }
ligne-illisible = « { $file } », ligne { $line } : { $fault }.
