appareil-nom = Le téléphone
appareil-titre = Que voulez-vous ouvrir ?
appareil-ouvrir-ent = L'ENT du collège
appareil-ouvrir-ent-detail = Collège Les Tilleuls (fictif)
appareil-sms = Un SMS reçu ce soir
appareil-sms-detail = D'un numéro que vous ne connaissez pas
appareil-mediatheque = L'ordinateur de la médiathèque
appareil-mediatheque-detail = Un ordinateur que tout le monde utilise
