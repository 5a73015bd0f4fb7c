en-demander-un-csv = en demander un CSV ou un XLSX à l'outil
ne-s-ouvre-pas = « { $file } » ne s'ouvre pas comme un tableau : { $reason }.
ecrite-par-l-outil = est écrite par l'outil
rien-a-compter = « { $file } » n'a aucune colonne où quelques réponses reviennent : rien à compter.
trop-de-questions = « { $file } » pose { $count } questions : { $most } au plus se comptent.
dit-le-niveau = dit le niveau, ou se déduit de lui
dit-deja = dit ce que dit déjà « { $title } »
pas-du-texte = « { $file } » n'est pas du texte : choisir un questionnaire.yaml.
repete-ses-cases = répète les cases de sa question, lues à côté
a-cote = est du texte libre, que des familles ont écrit à côté de « { $other } »
pas-deux-reponses-partagees = n'a pas deux réponses que plus de { $few } familles ont données
trop-de-reponses = a { $count } réponses différentes : ce n'est pas une question à quelques réponses
pas-deux-reponses = n'a pas deux réponses différentes
laissee-de-cote = Laissée de côté : « { $title } » { $reason }.
se-coche-seule = À « { $title } », la réponse « { $answer } » se coche seule.
reponses-a-la-suite = « { $file } » est un fichier de réponses que la suite a écrit : ses questions sont celles du questionnaire de la suite, et aucun autre n'est à faire. L'ouvrir comme des réponses.
reponses-a-un-questionnaire = « { $file } » est un fichier de réponses que la suite a écrit : ses questions sont celles du questionnaire « { $questionnaire } », que vous avez gardé, et le reprendre, avec sa correspondance. L'ouvrir comme des réponses.
ecrit-par-la-suite = « { $file } » est un fichier que la suite a écrit : { $what }. Ce n'est pas l'export d'un formulaire, et aucun questionnaire n'en est fait. Donner l'export de l'outil qui a reçu les réponses.
ecrit-par-la-suite-pour-l-equipe = « { $file } » est un fichier que la suite a écrit : { $what }. Ce n'est pas l'export d'un formulaire, et aucun questionnaire n'en est fait. Il porte des codes ou des noms : il ne sort pas de l'équipe. Donner l'export de l'outil qui a reçu les réponses.
reponses-ecrites = À « { $title } », { $count ->
    [one] { NUMBER($count, useGrouping: 1) } réponse que des familles semblent avoir écrite elles-mêmes compte
   *[other] { NUMBER($count, useGrouping: 1) } réponses que des familles semblent avoir écrites elles-mêmes comptent
} « { $other } » : aucun de leurs mots n'est gardé. Une réponse proposée que { $few } familles au plus ont choisie en est : l'ajouter à « values » et à « words » de cette question, dans questionnaire.yaml, la fait compter.
