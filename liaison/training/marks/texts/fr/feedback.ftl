titre = Votre retour : { $exercise }
a-savoir = À savoir sur votre copie
vos-points = Vos points, question par question
question = Question
points = Points
essais = Essais
competence = { " " }Cette question entraîne à : { $label }.
ce-que-l-on-y-cherche = Ce que l'on y cherche :
ce-que-votre-reponse-apprend = Ce que votre réponse apprend :
a-retenir = À retenir :{ " " }
ce-qu-on-vous-ecrit = Ce que la personne qui anime vous écrit
votre-reponse = Votre réponse
dernier-essai = Votre dernier essai, sur { $attempts }
conditions-tenues = Conditions tenues : { $held } sur { $out_of }
condition = Condition
tenue = Tenue
ce-que-la-simulation-trouve = Ce que la simulation trouve
oui = oui
pas-encore = pas encore
ce-qui-manque = Ce qui manque encore : { $name }
a-lire = à lire
essayez-encore = Ce qu'une question apprend vient ici avec sa bonne réponse. Rouvrez l'exercice et essayez encore, si vous voulez : à l'écran, chaque réponse dit ce qu'elle apprend.
pas-repondu = Vous n'avez pas répondu à cette question.
pied-de-page = Les écoles, les familles et les messages de cet exercice sont fictifs.
remis-le = { $who } · remis le { $date } à { $hour }{ $zone }
points-en-tout =
    { $n ->
        [one] { $points } point
       *[other] { $points } points
    } sur { $out_of }.
textes-en-attente =
    { $n ->
        [0] Aucun texte n'attend
        [one] Un texte, sur { $at_stake ->
        [one] { $points } point
       *[other] { $points } points
    }, attend
       *[other] { $n } textes, sur { $at_stake ->
        [one] { $points } point
       *[other] { $points } points
    }, attendent
    } encore la lecture de la personne qui anime.
pas-encore-lu =
    Pas encore lu par la personne qui anime, sur { $n ->
        [one] { $points } point
       *[other] { $points } points
    }
points-obtenus =
    { $n ->
        [one] { $points } point
       *[other] { $points } points
    } sur { $out_of }
points-donnes =
    { $n ->
        [one] { $points } point
       *[other] { $points } points
    } sur { $out_of }, donnés par la personne qui anime
premier-essai = Votre premier essai
premier-essai-et-points =
    Votre premier essai ({ $n ->
        [one] { $points } point
       *[other] { $points } points
    })
pour-la-condition = Pour « { $condition } ». { $left_out }
