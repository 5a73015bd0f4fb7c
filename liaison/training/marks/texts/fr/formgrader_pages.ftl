ce-que-l-on-y-cherche =
    Ce que l'on y cherche :

    { $lines }
pas-de-reponse = Pas de réponse.
