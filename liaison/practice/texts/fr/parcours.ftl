parcours-premiere_connexion = Première connexion
    .phrase = Ouvrir son compte, entrer, lire un message, et sortir sans rien laisser.
parcours-atelier_90 = Atelier de 90 minutes
    .phrase = Les gestes de l'année, avec du temps pour parler entre les missions.
parcours-presse = J'ai peu de temps
    .phrase = Le plus utile, en moins de dix minutes.
parcours-sans_ent = Une école sans ENT
    .phrase = Un lien suffit : un rendez-vous et une réunion, sans compte.
