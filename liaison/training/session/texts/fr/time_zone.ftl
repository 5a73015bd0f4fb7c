fuseau-attendu = un fuseau horaire est attendu, par exemple Europe/Paris ou America/Guadeloupe
heure-de-paris = , heure de Paris
heure-locale = , heure locale : { $zone }
