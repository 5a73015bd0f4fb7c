rangee-comme-ecrite = Là où le nom de famille n'est pas connu, le nom est rangé comme il est écrit. La colonne « nom_de_famille » de participants.csv le dit.
titre = Feuille d'émargement
pied-de-page = Émargement · séance { $code }
signe-en-face-de-son-nom = Chaque personne signe en face de son nom
signe-en-face-de-son-code = Chaque personne signe en face de son code
que-des-codes = Cette feuille ne porte que des codes. La liste qui les relie à des noms, s'il y en a une, reste ailleurs.
la-personne-qui-anime = La personne qui anime
ce-que-cette-feuille-garde = Ce que cette feuille garde
lignes-vides = Les lignes vides servent à qui n'était pas attendu.
une-signature-reconnait = Une signature peut suffire à reconnaître quelqu'un : la feuille ne s'affiche pas.
date = Date
lieu = Lieu
animation = Animation
modules = Modules
demi-journee-matin = le matin
demi-journee-apres_midi = l'après-midi
code-et-nom =
    De chaque personne, cette feuille porte le code et le nom, et rien d'autre.{ $numbered ->
        [oui] { " " }Un numéro, dans l'ordre de la liste, distingue deux personnes d'un même nom.
       *[non] { "" }
    } Les fichiers de la séance gardent les noms jusqu'au { $until } ; la feuille signée, elle, se range et se détruit à la main.
