# Le fichier entier
pas-lisible = « { $file } » n'est pas un fichier lisible : { $fault }.
colonnes-absentes = « { $file } » est un fichier de besoins où il manque ces colonnes : { $columns }.
colonnes-en-trop = « { $file } » est un fichier de besoins avec d'autres colonnes : { $columns }. Les retirer : ce fichier ne porte que des codes et des besoins.
colonne-sans-nom = une colonne sans nom
colonnes-deux-fois = « { $file } » a deux fois ces colonnes : { $columns }. En retirer une.
pas-garde = Ce fichier n'est pas gardé :

# Une ligne, une cellule
ligne-fautive = ligne { $line } : { $fault }
autre-version = ligne { $line }, version : « { $read } », cette suite lit la version { $version }
ecrire-oui-ou-non = ligne { $line }, { $column } : « { $cell } », écrire oui ou non
ecrire-un-nombre = ligne { $line }, { $column } : « { $cell } », écrire un nombre de 1 à 20, ou rien
choisir = ligne { $line }, { $column } : « { $cell } », choisir { $values }, ou rien
