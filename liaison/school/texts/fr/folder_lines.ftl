valeurs-acceptees = { "" } Valeurs acceptées : { $accepted }.
