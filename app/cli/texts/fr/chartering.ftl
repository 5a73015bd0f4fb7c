etape = Charte en trois formats
etape-comparer = École fictive, avant et après
etape-feuille = Feuille du conseil
ecole-sans-comparaison = --fiction sert à comparer deux politiques : donnez aussi --before, la politique d'avant.
ecole-reelle = « { $school } » est un dossier de listes : la feuille du conseil dessine un point par famille, et ne le fait que d'une école fictive. Donnez un modèle d'école, ou le YAML de ses agrégats.
autre-type = L'école « { $school } » est de type « { $found } », et la charte de type « { $kind } » : donnez --kind { $found }, ou une autre école.
