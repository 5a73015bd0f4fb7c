la-reponse = La réponse

# Ce que la politique essayée donne, condition par condition.
mesure-laissees_de_cote = { $n ->
    [one] { $value } famille laissée de côté
   *[other] { $value } familles laissées de côté
}
mesure-part_informee = { $value } % des messages lus à temps
mesure-notifications_nuit = { $n ->
    [one] { $value } notification de nuit chez des responsables
   *[other] { $value } notifications de nuit chez des responsables
}
mesure-notifications_fin_de_semaine = { $n ->
    [one] { $value } notification chez des responsables en fin de semaine
   *[other] { $value } notifications chez des responsables en fin de semaine
}
mesure-notifications_par_semaine = { $n ->
    [one] { $value } notification par semaine pour un responsable sur deux
   *[other] { $value } notifications par semaine pour un responsable sur deux
}
mesure-doublons = { $n ->
    [one] { $value } exemplaire reçu en double
   *[other] { $value } exemplaires reçus en double
}
mesure-constats = { $n ->
    [one] { $value } constat
   *[other] { $value } constats
}

# Ce qui ne va pas dans une question.
profil-inconnu = « { $profile } » n'est pas un profil de familles : { $profiles }
constats-inconnus = constats inconnus : { $codes }
modele-inconnu = « { $name } » n'est pas un modèle de politique : { $presets }
