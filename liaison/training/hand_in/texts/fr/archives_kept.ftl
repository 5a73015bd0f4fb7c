horloge-en-avance = L'horloge de la machine avance : elle dit { $hour }.
nom-d-un-autre = Le nom du fichier porte un autre code : { $code }.
laisses-de-cote = Laissé de côté, dans l'archive : { $names }.
laisses-de-cote-et-d-autres = Laissé de côté, dans l'archive : { $names } et { $rest } de plus.
