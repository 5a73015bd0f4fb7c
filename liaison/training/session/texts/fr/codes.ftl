code-manquant = Le code manque : c'est celui de votre bande de papier, cinq signes.
signe-inconnu = « { $text } » n'est pas un code : « { $sign } » n'y figure jamais. Un code n'a ni 0, ni 1, ni A, E, I, O, U : relire la bande de papier.
nombre-de-signes = « { $text } » n'est pas un code : il en faut { $expected } signes, et il y en a { $n }.
mal-recopie = « { $text } » n'est pas un code de cette suite : un signe est sans doute mal recopié.
code-autrement-ecrit = un code s'écrit { $code }, en capitales et sans espace
ligne-fautive = « { $file } », ligne { $line } : { $reason }
code-inconnu = « { $file } », ligne { $line } : la séance n'a pas de code « { $code } ».
