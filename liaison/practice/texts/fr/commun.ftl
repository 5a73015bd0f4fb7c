commun-menu-titre = Que voulez-vous faire ?
commun-se-deconnecter = Me déconnecter
commun-deconnexion-faite = Vous êtes déconnecté. La personne suivante ne voit rien de vous.
