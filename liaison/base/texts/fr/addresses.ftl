pas-adresse-exemple-https = « { $text } » n'est pas une adresse. Exemple : https://ent-pratique.example.org/
