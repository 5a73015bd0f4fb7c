parcours-premiere_connexion = Première connexion
    .phrase = Entrer dans l'ENT pour la première fois, et lire un message.
