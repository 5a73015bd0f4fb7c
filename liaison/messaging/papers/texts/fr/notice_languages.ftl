langue-inconnue = La notice n'est pas écrite en « { $code } ». Langues : { $known }, ou toutes.
aucune-langue = Choisissez au moins une langue. Langues : { $known }, ou toutes.
