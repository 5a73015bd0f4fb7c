lignes-lues = Lignes lues : { $read }. Réponses gardées : { $kept }. Refusées : { $refused }.
reponses-gardees = Réponses gardées : { $kept }.
deja-comptees = Déjà comptées : { $count }.
mises-a-part = Mises à part : { $count }.
lignes-vides = Lignes vides : { $count }.
remplacees = { $count ->
    [1] 1 ligne de « { $file } » est remplacée par sa correction.
   *[other] { $count } lignes de « { $file } » sont remplacées par leur correction.
}
ligne = ligne { $line }
colonne = colonne { $column }
