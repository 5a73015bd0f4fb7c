sans-reponse = Sans réponse
axe-aisance = Aisance avec l'ENT
mode = Façon de répondre
