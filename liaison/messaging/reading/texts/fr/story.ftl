cette-semaine = Envoyés à { $name } cette semaine-là, un exemplaire par canal : { $read ->
    [one] { $read } lu à temps sur { $copies }.
   *[other] { $read } lus à temps sur { $copies }.
}

# Ce qui arrive à un message, à la suite.
le-telephone-sonne = le téléphone sonne { $when }
lu = lu { $when }
le-jour-meme = à { $at }
le-lendemain = le lendemain à { $at }
dans-la-semaine = { $day } à { $at }
jours-apres = { $days } jours après

# Ce qui sonne ou se lit un jour, de messages écrits avant lui.
ecrit-avant = { $message }, écrit { $day } à { $at }
ecrits-avant = { $moments ->
    [one] { $copies } exemplaires écrits { $days }
   *[other] à { $times }, { $copies } exemplaires écrits { $days }
}
rien-d-ecrit = rien d'écrit{ $read ->
    [0] { "" }
    [one] , { $read } lu
   *[other] , { $read } lus
}{ $rings ->
    [0] { "" }
    [one] , { $rings } sonnerie
   *[other] , { $rings } sonneries
}

# Trois faits sur une personne.
competences-autonome = à l'aise en ligne
competences-fragile = peu à l'aise en ligne
competences-non_utilisateur = ne va pas en ligne
travaille-la-nuit = travaille la nuit
lit-mal-le-francais = lit mal le français
appareil-ordinateur = un ordinateur
appareil-smartphone = un smartphone, pas d'ordinateur
appareil-aucun = pas d'appareil
appareil-non_connu = appareil non connu
compte-active = compte ENT activé
compte-non-active = compte ENT non activé
