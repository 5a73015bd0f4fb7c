noms-de-personnes = semble contenir des noms de personnes
titre-et-mots-rares = porte le titre d'une personne, avec des mots que peu de familles partagent
texte-libre = contient du texte libre, que les familles ont écrit
presque-chacune-la-sienne = a { $values ->
        [one] { $values } valeur
       *[other] { $values } valeurs
    } pour { $families ->
        [one] { $families } famille
       *[other] { $families } familles
    } : presque chacune a la sienne
moins-que-le-seuil = a { $values } valeurs, que { $shared } familles partagent en moyenne : moins que le seuil, { $threshold }
valeurs-d-une-seule-famille = a { $values ->
        [one] { $values } valeur
       *[other] { $values } valeurs
    }, dont { $unique } qu'une seule famille a données : elles seraient imprimées
noms-repandus = a { $values ->
        [one] { $values } valeur
       *[other] { $values } valeurs
    }, dont { $names } sont des noms ou des prénoms répandus
nomme-une-personne = nomme une personne
titre-d-un-nom = porte le titre d'un nom de personne
titre-d-un-identifiant = porte le titre d'un identifiant
titre-de-coordonnees = porte le titre de coordonnées géographiques
titre-d-une-naissance = porte le titre d'une naissance
contient-dans-des-cellules = contient { $what } ({ $count } { $count ->
    [1] cellule
   *[other] cellules
})
