tableaux = Tableaux dans « { $out } » : { $names }.
etape-lecture = Lecture des copies de « { $title } »
etape-notees = { $count ->
        [one] { $count } copie notée
       *[other] { $count } copies notées
    }
pas-de-note = pas de note
aucune-copie = Aucune copie de « { $exercise } » dans { $folder } : rien n'a été noté.
colonne-code = Code
colonne-note = Note
colonne-a-lire = À lire
colonne-tentatives = Tentatives
colonne-a-savoir = À savoir
copies-notees = Copies notées : { $marked } sur { $count }. Textes à lire : { $to_read }. Les notes sont dans le carnet de notes de nbgrader.
