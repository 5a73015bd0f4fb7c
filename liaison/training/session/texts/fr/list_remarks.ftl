plusieurs-sur-une-ligne = Plusieurs personnes sur une ligne ? Un seul code y répond : { $lines }.
une-personne-par-ligne = Mettre une personne par ligne dans la liste, et refaire la séance : chacune a son code.
prenom-sans-nom = Un prénom sans nom, ou l'inverse (case vide, ou formule dont le tableur n'a pas gardé le résultat) : { $lines }.
fonction-ou-nom = Une fonction, ou une partie du nom ? Rien n'en est ôté : { $lines }.
au-dessus-des-titres = Au-dessus des titres, et donc personne : { $names }.
numero-enleve =
    Numéro ou puce enlevé devant un nom : { $n ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }.
adresse-a-cote =
    Adresse lue à côté d'un nom, dans la même case : { $n ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }.
adresses-non-lues = Des adresses de la colonne « { $title } » n'ont pas été lues : elle a autre chose aussi, ou une autre colonne en a. Les y laisser seules, et l'intituler « Courriel », pour les garder.
case-laissee = ligne { $line }, colonne { $column }, « { $cell } »
laisse-de-cote = Laissé de côté, dans des colonnes que rien ne dit être celles du nom : { $cells }.
une-seule-adresse = Une seule adresse, { $email }, pour { $names } : Moodle n'en ferait qu'une personne. La corriger dans participants.csv, colonne « courriel ».
mis-a-part = Mis à part du nom, et donc absent de l'attestation : { $functions }. Si c'est une partie du nom, l'y remettre dans participants.csv, colonne « nom ».
lu-nom-prenom =
    Lu comme « NOM, Prénom » : { $n ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }, dont { $first }.
autre-chose-avec-le-nom = Autre chose est écrit avec le nom, et irait avec lui sur l'attestation : { $lines }. L'ôter dans participants.csv, colonne « nom ».
nom-de-famille-inconnu = Rien ne dit lequel des mots est le nom de famille : { $names }. L'émargement les range comme ils sont écrits. Le dire { $how }dans participants.csv, colonne « nom_de_famille ».
noms-a-verifier = Noms de famille à vérifier, dans participants.csv, colonne « nom_de_famille » : { $lines }.
ligne = ligne { $number }, { $name } (nom de famille lu : { $family })
a-completer = L'attestation le porterait tel quel : le compléter ou le corriger dans participants.csv, colonnes « nom » et « nom_de_famille ».
aucun = aucun
et-de-plus = { $names } et { $rest } de plus
fonction-aux-lignes =
    « { $function } », { $n ->
        [one] ligne
       *[other] lignes
    } { $numbers }
