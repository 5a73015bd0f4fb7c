refusee = cette valeur n'est pas acceptée
choix = { $choices } est attendu
nombre =
    { $whole ->
        [oui] un nombre entier{ $bounds } est attendu
       *[non] un nombre{ $bounds } est attendu
    }
de-a = , de { $first } à { $last },
au-moins = , { $first } ou plus,
au-plus = , { $last } ou moins,
chemin-file =
    { $exists ->
        [oui] un fichier qui existe et qui s'ouvre est attendu
       *[non] un fichier est attendu
    }
chemin-dir =
    { $exists ->
        [oui] un dossier qui existe et qui s'ouvre est attendu
       *[non] un dossier est attendu
    }
chemin-path =
    { $exists ->
        [oui] un fichier ou un dossier qui existe et qui s'ouvre est attendu
       *[non] un fichier ou un dossier est attendu
    }
date = une date écrite comme { $example } est attendue
