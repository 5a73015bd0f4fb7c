une-chose-a-la-fois = Une chose à la fois : --install, --collect ou --give-back.
manque-seance = Il manque le dossier de la séance. Exemple : liaison session hub seances/salle
