# Chaque critère, puis comment se dit ce qu'une famille y a : un nombre qui croît avec le besoin.
critere-sans-appareil = Aucun appareil entre 17 h et 20 h
    .besoin = { $score ->
        [0] un appareil à la maison, ou pas de réponse
       *[1] aucun appareil entre 17 h et 20 h
    }
critere-enfants-par-appareil = Enfants pour un appareil
    .besoin = { $score ->
        [0] partage non renseigné
        [1] un enfant pour un appareil
        [2] deux enfants pour un appareil
        [3] trois enfants ou plus pour un appareil
       *[4] pas d'appareil à partager
    }
critere-annee-examen = Année d'examen
    .besoin = { $score ->
        [0] pas d'année d'examen connue
       *[1] un enfant en année d'examen
    }
critere-connexion = Connexion à la maison
    .besoin = { $score ->
        [0] connexion suffisante, ou pas de réponse
        [1] connexion mobile limitée
       *[2] pas de connexion
    }
critere-sans-aide = Personne pour aider
    .besoin = { $score ->
        [0] de l'aide possible, ou pas de réponse
       *[1] personne pour aider
    }
critere-fratrie = Enfants à l'école
    .besoin = { $score ->
        [0] nombre d'enfants non renseigné
        [1] un enfant à l'école
       *[2] { $score } enfants à l'école
    }
critere-besoin-accompagnement = Démarches à apprendre
    .besoin = { $score ->
        [0] démarches faites sans aide, ou pas de réponse
        [1] certaines démarches se font avec de l'aide
       *[2] la plupart des démarches restent à apprendre
    }
