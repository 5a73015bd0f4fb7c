contient-pas-cles = { $source } ne contient pas { $named } : des clés { $keys }
version-suite-lit-version = { $source } est en version { $found } ; cette suite lit la version { $version }. Mettre la suite à jour, ou réenregistrer le fichier depuis l'outil qui l'a écrit.
ni-modele-connu-ni = n'est ni un modèle connu ({ $known }) ni un
pas = n'est pas un
fichier-lisible = « { $source } » { $model } fichier lisible.
pas-du-texte = { $source } n'est pas du texte (YAML ou JSON, en UTF-8). Le fichier attendu : { $named }.
pas-yaml-ni-json = { $source } n'est pas du YAML ni du JSON lisible{ $error }.
pas-valable = { $source } ne contient pas { $named } valable :
et-d-autres = et { $n ->
    [one] { $n } autre
   *[other] { $n } autres
}
