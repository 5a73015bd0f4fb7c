parcours-premiere_connexion = Première connexion
    .phrase = Ouvrir son compte, entrer et lire un message. Puis sortir sans rien laisser.
parcours-atelier_90 = Atelier de 90 minutes
    .phrase = Les gestes de l'année, avec du temps pour parler.
parcours-presse = J'ai peu de temps
    .phrase = Le plus utile, en moins de dix minutes.
parcours-sans_ent = Une école sans ENT
    .phrase = Un lien suffit pour un rendez-vous et une réunion. Il n'y a pas de compte.
