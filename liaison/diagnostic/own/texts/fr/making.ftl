repete-ses-cases = répète les cases de sa question, lues à côté
a-cote = est du texte libre, que des familles ont écrit à côté de « { $other } »
pas-deux-reponses-partagees = n'a pas deux réponses que plus de { $few } familles ont données
trop-de-reponses = a { $count } réponses différentes : ce n'est pas une question à quelques réponses
pas-deux-reponses = n'a pas deux réponses différentes
