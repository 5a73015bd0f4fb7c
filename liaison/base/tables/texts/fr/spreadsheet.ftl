classeur-vide = le classeur est vide
classeur-depasse-mo = le classeur dépasse { $largest_packed } Mo
classeur-abime-protege-ouvrir = le classeur est abîmé ou protégé : l'ouvrir dans un tableur et l'enregistrer
feuille-pas-lue = la feuille « { $other } » n'est pas lue
classeur-demesure-fois-deplie = le classeur est démesuré une fois déplié, il n'est pas ouvert
