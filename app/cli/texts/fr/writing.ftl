peut-ecrire =
    { $name } ({ $sender }), règles « { $rules } » : { $n ->
        [0] ne peut écrire à personne
        [1] peut écrire à une personne
       *[other] peut écrire à { $count } personnes
    }.
colonne-identifiant = Identifiant
colonne-prenom = Prénom
colonne-nom = Nom
colonne-profil = Profil
colonne-pourquoi = Pourquoi
colonne-groupe = Groupe
colonne-membres = Membres
a-savoir = À savoir : { $link }
