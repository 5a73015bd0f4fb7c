## Composer un parcours
pathway-of = Missions : { $service }
pathway-mission = { $mission } ({ $minutes } min, niveau { $level })
pathway-count = { $count ->
    [0] Aucune mission
    [one] 1 mission
   *[other] { $count } missions
}
pathway-order = Dans quel ordre ?
pathway-order-help = Ce que vous cochez arrive à la fin de la liste ; rangez avec les flèches.
pathway-total = { $count ->
    [0] Aucune mission choisie
    [one] 1 mission, { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
   *[other] { $count } missions, { $minutes ->
       [one] { $minutes } minute
      *[other] { $minutes } minutes
   }
}
pathway-fiction = L'ENT d'entraînement fait lui-même chaque mission, par son plus court chemin et sans se tromper. Un vrai parent prend plus de temps.

## Régler les notifications de deux responsables
notifications-label = Ce que chaque compte choisit
notifications-corner = Compte
notifications-rythme = Prévenir
notifications-immediat = À chaque message
notifications-quotidien = Une fois par jour, à { $at }
notifications-hebdomadaire = Une fois par semaine, le { $day } à { $at }
notifications-soirees = Heures calmes
notifications-college = Aucune : la publication est suspendue de { $from } à { $until }
notifications-plus-tot = De { $from } à { $until }
notifications-langue = Langue des messages
notifications-francais = Français
notifications-anglais = Anglais
notifications-arabe = Arabe
notifications-portugais = Portugais
notifications-turc = Turc
notifications-person = { $name }. { $told }
notifications-week = Une semaine de messages, écrits aux deux responsables
notifications-message = Message
notifications-written = Écrit
notifications-until = Utile jusqu'à
notifications-acts = Qui doit agir
notifications-both = Les deux
notifications-fiction = Semaine inventée, du lundi au vendredi. Les heures des envois groupés et des heures calmes sont celles de l'ENT d'entraînement.
