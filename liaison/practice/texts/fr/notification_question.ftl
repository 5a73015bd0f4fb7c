# Ce qu'une condition compte.
mesure-pendant_le_repos = { $n ->
    [one] { $value } notification pendant leur repos
   *[other] { $value } notifications pendant leur repos
}
mesure-trop_tard = { $n ->
    [one] { $value } message appris trop tard
   *[other] { $value } messages appris trop tard
}
mesure-sonneries = { $n ->
    [one] { $value } sonnerie dans la semaine
   *[other] { $value } sonneries dans la semaine
}
mesure-langue_non_lue = { $n ->
    [one] { $value } compte dans une langue mal comprise
   *[other] { $value } comptes dans une langue mal comprise
}

# Ce qui arrive à qui une condition laisse de côté.
message-ecrit = « { $label } » : écrit { $moment }.
trop-tard-apres = On ne peut plus rien en faire après { $moment }.
nouvelle-arrive = La nouvelle arrive { $moment }.
langue-mal-comprise = Ses messages lui arrivent dans une langue mal comprise.
telephone-sonne = Son téléphone sonne { $n } fois dans la semaine.

moment = { $day } à { $hour }

# Ce qui ne va pas dans une question.
heures-sans-fuseau = les heures sont celles de la pendule, sans fuseau
message-utile-un-moment = un message est utile un moment après avoir été écrit
deux-responsables = décrire les deux responsables : { $accounts }
