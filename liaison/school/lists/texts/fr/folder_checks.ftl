nom-de-tout-l-etablissement = « { $structure } » est le nom de tout l'établissement, pas d'une classe
a-une-ligne-refusee = « { $identifier } » est à la ligne { $line } de { $file }, qui est refusée
n-est-pas-dans = « { $identifier } » n'est pas dans { $file }
groupe-d-une-classe = « { $group } » est un groupe de la classe { $class_ } : { $lines ->
        [one] sa ligne est mise à part
       *[other] ses { $lines } lignes sont mises à part
    }
classe-attendue = l'identifiant d'une classe de classes.csv, ou { $structure }
fonction-d-un-autre-profil = la fonction « { $function } » ne va pas à { $person }, de profil { $profile }
autre-profil = « { $person } » est de profil { $profile } dans personnes.csv
personne-de-profil = une personne de profil { $profile }
rang-deja-pris = l'élève { $pupil } a déjà un responsable de rang { $rank }, à la ligne { $first }
parts-de-residence = les parts de résidence de l'élève { $pupil } font { $total } au lieu de 1
eleve-sans-classe = l'élève { $pupil } n'est dans aucune classe d'appartenances.csv
eleve-sans-responsable = l'élève { $pupil } n'a aucun responsable dans liens.csv
responsable-sans-eleve = le responsable { $person } n'a aucun élève dans liens.csv
sans-groupe = { $person } n'est dans aucun groupe d'appartenances.csv
classe-sans-eleve = la classe { $class_ } n'a aucun élève
