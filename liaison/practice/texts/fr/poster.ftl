# Ce qui ne peut pas devenir une affiche.
missions-ou-parcours = Donner des missions ou un parcours, l'un des deux.
mission-inconnue = La mission « { $name } » n'existe pas. Missions : { $known }.
parcours-inconnu = Le parcours « { $name } » n'existe pas. Parcours : { $known }.
langue-inconnue = La langue « { $code } » n'existe pas. Langues : { $known }.
adresse-trop-longue = L'adresse du code a { $n } signes, { $most } au plus se lisent de loin : { $fewer ->
    [oui] choisir moins de missions, ou un parcours tout fait.
   *[non] poser le site à une adresse plus courte.
}

# La fiche de la personne qui accompagne.
fiche = Accompagner sans faire à la place
    .pour-qui = Fiche de la personne qui accompagne
    .pied = L'ENT d'entraînement · tout y est fictif
regle = La règle
    .texte = La personne tient le téléphone et appuie elle-même. Vous regardez, vous attendez, puis vous posez une question : « Que cherchez-vous ? » L'indice est dans la page ; il vient avant votre doigt.
conseil-silence = Laissez dix secondes de silence avant de parler.
conseil-essayer = Dites « essayez » : tout peut être recommencé, rien n'est vrai.
conseil-rien-de-vrai = Ne demandez jamais un vrai mot de passe, un vrai nom, un vrai message.
conseil-pas-de-note = Personne n'est noté. Une mission non finie se reprend une autre fois.
missions = Mission par mission
    .mission = Mission
    .regarder = À regarder
    .ne-pas-faire = À ne pas faire à sa place
