etape-copies = Copies de « { $title } »
etape-document = Le document, en trois formats
salle =
    { $title } : { $n ->
        [one] { $n } copie
       *[other] { $n } copies
    }.
salle-sans-chiffres =
    { $title } : { $n ->
        [one] { $n } copie
       *[other] { $n } copies
    }, trop peu pour des chiffres (moins de { $least }).
compte-rendu = Compte rendu : « { $path } », en DOCX, PDF et HTML. Il ne nomme personne.
