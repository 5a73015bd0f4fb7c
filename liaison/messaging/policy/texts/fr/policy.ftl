une-politique = une politique de messagerie
le-fichier = le fichier

# Ce qui ne va pas dans un réglage.
pas-une-heure = « { $clock } » n'est pas une heure : écrire par exemple 07:30
pas-une-langue = « { $code } » n'est pas le code d'une langue : écrire par exemple fr, ar ou pt
minuit-s-ecrit = 24:00 n'est pas une heure de la journée : écrire 00:00
canal-deux-fois = un canal est cité deux fois pour le même motif
demi-heures = { $day }, « { $range } » : les bornes vont de demi-heure en demi-heure
fin-apres-debut = { $day }, « { $range } » : la fin doit suivre le début ; une nuit se coupe à 24:00 et 00:00
motifs-sans-reglage = motifs sans réglage : { $purposes }
heures-sans-reglage = { $hours } sans réglage pour : { $audiences }
qui-ecrit-a-qui = « qui écrit à qui » est incomplet pour { $writer }

# Un fichier de la première version.
premiere-version = Réglage de la première version : des heures calmes, aucune publication suspendue.
en-heures-calmes = { $name }, en heures calmes
