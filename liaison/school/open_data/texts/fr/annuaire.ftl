donnees-ouvertes = les données ouvertes de { $code }
annuaire-codes-voisins = { "" } Dans l'annuaire, codes voisins : { $known }.
academie-pas-zone-b = L'académie n'a pas de zone A, B ou C : ses vacances sont supposées être celles de la zone { $asked }.
nombre-eleves-aucun-fichiers = Le nombre d'élèves de { $value } n'est dans aucun des fichiers donnés : ajouter un fichier d'effectifs qui contient cet établissement.
apres-donnees-ouvertes = { $origin }, d'après les données ouvertes de { $uai }
academie-pas-academies = L'académie « { $academy } » n'est pas dans « { $file } ». Académies : { $known }.
code-pas = Le code { $code } n'est pas dans « { $file } » ({ $count ->
    [one] { $count } établissement
   *[other] { $count } établissements
}).{ $directory }
generale-technologique = générale et technologique
lycee-polyvalent-tous-eleves = Lycée polyvalent : tous ses élèves sont supposés dans la voie { $track }, la plus nombreuse.
academie-pas-dite = L'académie, qui n'est pas dite,
pas-zones-b-ajouter = { $named } n'est pas dans les zones A, B et C : ajouter --zone A, B ou C, celle dont les vacances ressemblent le plus aux siennes.
pas-publie-fichier-donne = n'est pas publié dans le fichier donné
pas-donne = n'est pas donné
ips-suppose-apres-education = L'IPS { $unknown } : il est supposé, d'après l'éducation prioritaire.
fichier-effectifs = le fichier d'effectifs
fichier-ips = le fichier IPS
fichier-peut-pas-etre = Le fichier « { $path } » ne peut pas être lu ({ $error }).
annuaire-dit = { "" } L'annuaire en dit { $said }.
eleves-apres = { $total ->
        [one] { $total } élève
       *[other] { $total } élèves
    } d'après { $source }{ $year }.{ $other }
academie-zone-zone-demandee = L'académie est dans la zone { $zone } : la zone { $asked }, demandée, n'a pas servi.
cet-etablissement = Cet établissement
ni-ecole-ni-college-ni-lycee = { $name } ({ $nature }) n'est ni une école, ni un collège, ni un lycée dont la suite sait inventer la population.
academie = L'académie « { $name } »
nature-inconnue = nature inconnue
