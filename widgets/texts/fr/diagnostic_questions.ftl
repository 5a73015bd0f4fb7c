## Régler une collecte
collection-steps = Les façons de demander, dans l'ordre
collection-steps-help = Une façon ne s'adresse qu'aux familles qui n'ont pas encore répondu.
collection-corner = Étape
collection-first = D'abord
collection-second = Puis
collection-third = Enfin
collection-way = Comment demander
collection-to = À qui
collection-en-ligne = En ligne, par l'ENT
collection-telephone = Par téléphone
collection-papier = Sur papier
collection-nothing = Rien de plus
collection-to-tous = Toutes celles qui n'ont pas répondu
collection-to-compte-inactif = Celles qui n'ont jamais ouvert leur compte
collection-to-sans-telephone-connu = Celles dont on n'a pas le téléphone
collection-none = Choisissez au moins une façon de demander
collection-twice = La même façon de demander revient deux fois
collection-fiction = École fictive : « { $school } ». Hypothèse : { $call ->
        [one] { $call } minute
       *[other] { $call } minutes
    } par famille appelée, { $sheet ->
        [one] { $sheet } minute
       *[other] { $sheet } minutes
    } par feuille distribuée et recopiée.

## Régler une publication
publication-tables = Ce que le conseil reçoit
publication-corner = Sujet
publication-by = Découpage
publication-absent = Pas de tableau
publication-ensemble = Toute l'école
publication-niveau = Par niveau
publication-langue = Par langue
publication-threshold = Un nombre est petit en dessous de
publication-threshold-help = Un nombre compte comme petit de 1 à ce seuil, non compris.
publication-unit = familles
publication-hiding = Ce que l'on cache
publication-rien = Rien
publication-petits = Les petits nombres
publication-proteges = Les petits nombres, et ceux qui les feraient retrouver
publication-fiction = École fictive : « { $school } », dont les familles ont répondu en ligne, au téléphone ou sur papier.
