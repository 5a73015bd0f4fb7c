aucun-nom-dans-le-lu = Aucun nom entier de la liste n'a été retrouvé dans ce qui a pu être lu.
aucun-nom-dans-le-reste = Aucun nom entier de la liste n'a été retrouvé dans ce qui reste.
vous-avez-dit = Vous avez dit, le { $when }, avoir relu ou effacé le reste.
rien-n-assure = Rien n'assure qu'aucun nom ne reste.
non-lus =
    { $n ->
        [one] { $count } fichier n'a pas pu être lu : l'effacer, ou le relire vous-même.
       *[other] { $count } fichiers n'ont pas pu être lus : les effacer, ou les relire vous-même.
    }
douteux =
    { $n ->
        [one] { $count } fichier porte deux mots d'une même ligne de la liste : peut-être un nom entier. Le relire, et l'effacer à la main s'il nomme quelqu'un.
       *[other] { $count } fichiers portent deux mots d'une même ligne de la liste : peut-être un nom entier. Les relire, et effacer à la main ceux qui nomment quelqu'un.
    }
sans-deux-mots =
    { $n ->
        [one] { $count } ligne de la liste n'a pas deux mots de nom : de celle-là
       *[other] { $count } lignes de la liste n'ont pas deux mots de nom : de celles-là
    }, un mot seul n'est cherché que dans documents/ et feedback/, ou derrière « Mme », « M. ». Relire les copies.
