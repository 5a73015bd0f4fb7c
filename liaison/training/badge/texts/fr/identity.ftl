pas-une-adresse = « { $text } » n'est pas l'adresse d'une clé Ed25519 : la recopier en entier.
pas-une-empreinte = « { $text } » n'est pas une empreinte : huit groupes de quatre signes, de 0 à 9 et de A à F. La recopier en entier : un morceau ne prouve rien.
