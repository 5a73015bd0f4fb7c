reglages = ces réglages
pupils-by-level-fait = pupils_by_level fait { $values ->
        [one] { $values } élève
       *[other] { $values } élèves
    }, pupils en dit { $pupils }
classes-eleves-classe-serait = { $classes } classes pour { $pupils ->
        [one] { $pupils } élève
       *[other] { $pupils } élèves
    } : une classe serait vide
classes-by-level-fait = classes_by_level fait { $values ->
        [one] { $values } classe
       *[other] { $values } classes
    }, classes en dit { $classes }
classes-by-level-moins = classes_by_level : au moins une classe, et un élève au moins par classe
pas-modele-connu-modeles = « { $name } » n'est pas un modèle connu. Modèles : { $preset_names }.
decrit-pas-ecole-cles = « { $name } » ne décrit pas une école : des clés name, kind, pupils… sont attendues.
quintiles-cinq-parts-font = quintiles : les cinq parts font { $quintiles } au lieu de 100 %
separated-parents-single-responsable = separated_parents et single_responsable dépassent 1 à eux deux
without-internet-mobile-only = without_internet et mobile_only dépassent 1 à eux deux
languages-moins-langue-poids = languages : au moins une langue a un poids positif
niveau-inconnu-acceptes = { $field } : niveau inconnu { $unknown } ; acceptés : { $accepted }
classes-by-level-eleves = classes_by_level : { $count ->
        [one] { $count } élève
       *[other] { $count } élèves
    } de { $level }, et aucune classe
classes-by-level-classes = classes_by_level : { $number ->
        [one] { $number } classe
       *[other] { $number } classes
    } de { $level } pour { $level_2 ->
        [one] { $level_2 } élève
       *[other] { $level_2 } élèves
    }
pas-fichier-yaml-lisible = « { $name } » n'est pas un fichier YAML lisible.
ecole-pas-valable = L'école décrite par { $source } n'est pas valable :
description = la description
