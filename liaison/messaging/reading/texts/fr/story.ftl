cette-semaine = Envoyés à { $name } cette semaine-là : { $read ->
    [one] { $read } exemplaire sur { $copies } lu à temps.
   *[other] { $read } exemplaires sur { $copies } lus à temps.
}

# Ce qui arrive à un message, à la suite.
le-telephone-sonne = le téléphone sonne { $when }
lu = lu { $when }
le-jour-meme = à { $at }
le-lendemain = le lendemain à { $at }
dans-la-semaine = { $day } à { $at }
jours-apres = { $days } jours après

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
