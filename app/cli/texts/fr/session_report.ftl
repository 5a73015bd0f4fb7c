etape-copies = Copies de « { $title } »
etape-document = Le document, en trois formats
salle =
    { $title } : { $n ->
        [one] { $count } copie
       *[other] { $count } copies
    }.
salle-sans-chiffres =
    { $title } : { $n ->
        [one] { $count } copie
       *[other] { $count } copies
    }, trop peu pour des chiffres (moins de { $least }).
compte-rendu = Compte rendu : « { $path } », en DOCX, PDF et HTML. Il ne nomme personne.
