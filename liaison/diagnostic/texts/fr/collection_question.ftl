en-ligne = en ligne
par-telephone = par téléphone
sur-papier = sur papier
besoin-debutantes = Elle fait peu de démarches seule avec l'ENT : le diagnostic la dit débutante.
besoin-sans-connexion = Elle n'a pas de connexion à la maison.
chaque-facon-une-fois = chaque façon de demander ne sert qu'une fois
besoin-et-mesure = « need » va avec la mesure « vues », et avec elle seule
compte-jamais-ouvert = Son compte de l'ENT n'a jamais été ouvert.
telephone-inconnu = L'école n'a pas son numéro de téléphone.
lit-peu-le-francais = Elle lit peu le français.
rien-demande = Personne ne lui a rien demandé.
une-famille-fictive = Une famille fictive, numéro { $number }
demandee = Demandée { $ways } : pas de réponse.
puis = { "" }, puis{ " " }
aurait-repondu = Elle aurait répondu { $ways }.

# Ce que les réglages essayés donnent, condition par condition.
mesure-taux = { $value } % des familles ont répondu
mesure-vues = { $n ->
    [one] { $value } famille vue dans les réponses
   *[other] { $value } familles vues dans les réponses
}
mesure-heures = { $n ->
    [one] { $value } heure de travail
   *[other] { $value } heures de travail
}
