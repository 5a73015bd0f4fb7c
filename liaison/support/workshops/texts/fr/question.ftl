langue-de-qui-n-a-pas-de-creneau = « language » va avec la mesure « sans_creneau »
creneau-inconnu = Créneau inconnu : { $slot }.
pas-d-interprete = Aucun interprète pour cette langue : { $languages }.
salle-cdi = CDI
salle-informatique = salle informatique
referente = référente numérique
mediateur = médiateur
interprete = interprète ({ $language })
theme = L'ENT
la-famille = La famille { $code }
a-tout-a-apprendre = La plupart des démarches restent à apprendre.
vient-avec-garde = Elle vient si un enfant est gardé.
sa-langue = Sa langue : { $language }.

# Ce que les réglages essayés donnent, condition par condition.
mesure-placees = { $n ->
    [one] { $value } place donnée
   *[other] { $value } places données
}
mesure-debutantes-placees = { $n ->
    [one] { $value } place donnée à des familles qui débutent
   *[other] { $value } places données à des familles qui débutent
}
mesure-sans-creneau = { $n ->
    [one] { $value } famille sans créneau
   *[other] { $value } familles sans créneau
}
mesure-cout = { $value } €
