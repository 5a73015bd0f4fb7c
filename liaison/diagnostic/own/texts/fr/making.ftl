repete-ses-cases = répète les cases de sa question, lues à côté
a-cote = est du texte libre, que des familles ont écrit à côté de « { $other } »
pas-deux-reponses-partagees = n'a pas deux réponses que plus de { $few } familles ont données
trop-de-reponses = a { $count } réponses différentes : ce n'est pas une question à quelques réponses
pas-deux-reponses = n'a pas deux réponses différentes
classement = est un classement : chaque cellule a les mêmes réponses, et leur ordre, qui est ce que les familles ont répondu, ne se compte pas ; pour compter le premier choix, ne garder que lui dans les cellules d'une copie de l'export, et recommencer
dates = contient des dates, qu'un outil écrit de lui-même et qu'un tableur met à la place d'autre chose (« 1-2 ») ; si ce sont des réponses à choisir, les écrire en mots dans une copie de l'export (« jeudi 12 novembre », « 1 à 2 »), et recommencer
reponses-trop-longues = a des réponses de plus de { $most } signes, comme du texte ; si ce sont des réponses à choisir, les écrire plus court dans une copie de l'export, et recommencer
