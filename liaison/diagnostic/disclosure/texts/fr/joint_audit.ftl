nombres-retrouves = Qui lit tout ce diagnostic trouverait à peu près { $count } { $count ->
    [one] petit nombre
   *[other] petits nombres
} de familles que le tableau cache. Rien n'est écrit. C'est une faute du programme : la signaler, sans publier ces réponses ; un seuil plus haut peut suffire en attendant.
