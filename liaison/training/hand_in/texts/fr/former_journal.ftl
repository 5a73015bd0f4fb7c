# Tels qu'un journal d'avant les a : les changer en ferait perdre.
elle-est-vide = elle est vide
textes-perdus = les textes n'y sont plus
moins-de-reponses = moins de questions y ont une réponse
pas-lisible = elle ne peut pas être lue
aucune-reponse = aucune question n'y a de réponse
reponses-illisibles = ses réponses ne peuvent pas être lues
apres-l-heure-compte = après l'heure (
meme-travail-que = le même travail que
