aucune-reponse = Aucune réponse n'est gardée. { $summary } Lancer d'abord liaison diagnose.
etape-diagnostic = Diagnostic : comptes, parts et cases cachées
sans-diagnostic = { $error } Sans --answers, le plan se fait sans diagnostic.
plan-incomplet = Le plan est fait sans ce qui n'est pas lu. Pour que tout compte : corriger avec liaison diagnose, puis refaire le plan dans un autre dossier, avec --new-collection si personne n'a vu celui-ci.
