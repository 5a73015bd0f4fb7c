fichier-colonnes-plus-lues = le fichier a { $width } colonnes : { $most_columns } au plus sont lues
verifier-les-accents = le fichier n'est pas entièrement en UTF-8, il a été lu en { $read } : vérifier les accents
