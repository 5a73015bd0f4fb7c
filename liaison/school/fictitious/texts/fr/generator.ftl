ni-modele-connu-ni = « { $source } » n'est ni un modèle connu ({ $preset_names }), ni un dossier de CSV, ni un fichier YAML d'agrégats.
graine-pas-nombre-entier = La graine « { $seed } » n'est pas un nombre entier, 0 ou plus.
ecole-fictive-graine = École fictive, graine { $seed }
