# Les besoins
besoin-ordinateur = Un ordinateur
besoin-cle-4g = Une connexion
besoin-atelier = Apprendre à s'en servir
besoin-interprete = Une autre langue que le français
besoin-hors-ecran = Autre chose que l'écran
besoin-garde = Faire garder les enfants

# Qui peut quoi
peut = { $kind } : { $action }
peut-ici = { $kind } : { $action } Ici : { $here }.

# Le fichier des partenaires
pas-lisible = « { $file } » n'est pas un fichier lisible : l'enregistrer en CSV UTF-8.
pas-garde = « { $file } » n'est pas gardé :
choisir-un-genre = ligne { $line }, genre : « { $kind } », choisir { $kinds }
trop-long = ligne { $line }, { $column } : { $n } caractères, { $most } au plus
