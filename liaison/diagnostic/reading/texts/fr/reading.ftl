sans-en-tete = le fichier n'a pas de ligne d'en-tête
aucune-colonne-reconnue = aucune colonne n'est reconnue (lues : { $columns }) : { $lines ->
        [one] sa ligne n'est pas gardée
       *[other] ses { $lines } lignes ne sont pas gardées
    }
colonnes-a-verifier = colonnes comprises d'après leur ressemblance ou le rang de leurs codes, à vérifier : { $columns }
lues-a-la-place = la correspondance attend d'autres colonnes, que le fichier n'a pas ; { $count ->
        [one] celle-ci pose la même question et est lue à leur place
       *[other] celles-ci posent les mêmes questions et sont lues à leur place
    } : { $columns }
