critere-deux-fois = un critère est cité deux fois
besoins-de-qui-attend = « needs » va avec la mesure « attendent »
la-famille = La famille { $code }
sans-rendez-vous = Elle reçoit un ordinateur et a des démarches à apprendre : personne n'est prévu pour l'aider.
fait = { $words }.

# Ce que les réglages essayés donnent, condition par condition.
mesure-attendent = { $n ->
    [one] { $value } famille en attente
   *[other] { $value } familles en attente
}
mesure-seules = { $n ->
    [one] { $value } famille sans rendez-vous
   *[other] { $value } familles sans rendez-vous
}
mesure-cout = { $value } €
