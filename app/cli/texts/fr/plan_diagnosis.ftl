aucune-reponse = Aucune réponse n'est gardée. { $summary } Lancer d'abord liaison diagnose.
etape-diagnostic = Diagnostic : comptes, parts et cases cachées
sans-diagnostic = { $error } Sans --answers, le plan se fait sans diagnostic.
plan-incomplet = Le plan est fait sans ce qui n'est pas lu. Pour que tout compte : corriger avec liaison diagnose, puis refaire le plan dans un autre dossier, avec --new-collection si personne n'a vu celui-ci.
lectures-devinees = Rien n'est écrit : le rapport publierait ce qui n'est que deviné. Si tout y est juste, relancer avec --guesses oui ; si rien n'en doit compter, avec --guesses non : ces colonnes ne sont pas lues, et ces mots comptent comme non lus. Pour en corriger une partie, changer dans le fichier les titres et les mots que l'on cite ici.
