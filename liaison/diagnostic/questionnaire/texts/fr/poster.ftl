niveau-inconnu = Le niveau « { $level } » n'existe pas. Niveaux : { $levels }.
langue-inconnue = La langue « { $language } » n'existe pas. Langues : { $languages }.
adresse-trop-longue = L'adresse du code a { $length } signes, { $most } au plus se lisent de loin : poser le site à une adresse plus courte.
