appareil-nom = Le téléphone
appareil-titre = Que voulez-vous ouvrir ?
appareil-ouvrir-ent = L'ENT du collège
appareil-ouvrir-ent-detail = Collège Les Tilleuls (fictif)
