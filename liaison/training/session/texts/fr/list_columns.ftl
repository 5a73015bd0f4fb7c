sans-titres = « { $file } » : la première ligne est une personne, et rien ne dit quelles colonnes ont son nom : { $columns }. Répondre par leurs numéros, celui du prénom puis celui du nom : --no-titles --name-column "2,1" ; ou par un seul, celui de la colonne qui a le nom entier.
titres-ou-personne =
    « { $file } » : rien ne dit si { $titles } est une ligne de titres ou une personne, ni où est le nom. Répondre :
    - ce sont des titres, et voici la colonne du nom : --name-column "{ $column }" ; ou le prénom puis le nom : --name-column "Prénom,Nom" ;
    - il n'y a pas de titres, la première ligne est une personne : --no-titles (et, s'il y a plus de deux colonnes, leurs numéros : --name-column "2,1") ;
    - renoncer : rien n'a été fait.
