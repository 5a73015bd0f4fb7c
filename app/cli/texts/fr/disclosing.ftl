manque-colonne = Dire par quelle colonne compter : --by COLONNE, une à trois fois.
ecrit-en-csv = « { $out } » : le tableau protégé s'écrit en CSV, par exemple --out tableau.csv.
fichier-absent = « { $table } » n'existe pas, ou n'est pas un fichier. Rien n'a été lu.
tableau-a-proteger = « { $out } » est le tableau à protéger : donner un autre nom à --out. Rien n'a été écrit.
etape-comptes = Comptes de « { $file } », et ce qu'il faut cacher
etape-ecriture = Écriture dans « { $out } »
a-verifier = À vérifier : « { $file } », { $remark }.
autres-lignes = Et { $count ->
        [one] { $count } autre ligne
       *[other] { $count } autres lignes
    }.
lignes-comptees = Lignes comptées : { $lines }. Cases cachées : { $hidden } sur { $cells }, totaux compris.
une-seule-valeur = Une seule valeur, comptée sous la première écriture : { $spellings }.
ce-qui-est-cache = Sont cachés : un petit nombre, ce qu'un groupe entier ou presque a répondu, une somme nulle, et ce qui les rendrait par soustraction.
un-tableau-seul = Ce tableau, seul, ne dit la réponse de personne ; deux tableaux des mêmes familles peuvent en dire plus ensemble. Ne publier que celui-ci, ou croiser en une fois tout ce qui sera publié.
ce-qui-n-est-pas-reconnu = Une colonne qui désigne des familles est refusée aux mots de son titre, à la forme de ses cellules, quand trop peu de familles partagent une valeur, ou quand trois valeurs au moins, et une sur trois, sont des noms ou des prénoms répandus, et que moins de familles que le seuil portent l'un d'eux. Ce que veut dire toute autre valeur n'est pas reconnu : relire les titres et les valeurs avant de publier.
ecrit = Écrit dans « { $out } ».
