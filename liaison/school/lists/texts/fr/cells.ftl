nombre-entier = un nombre entier de { $low } à { $high }
un-texte = un texte, non vide
un-identifiant = un identifiant sans espace, sans virgule ni point-virgule
oui-ou-non = oui, non
un-niveau = { $levels }, ou plusieurs joints par un tiret (CE1-CE2)
une-part = un nombre de 0 à 1
une-langue = un code de langue ISO 639-1 : fr, ar, tr, uk…
