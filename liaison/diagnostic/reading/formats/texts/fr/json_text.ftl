trop-gros = le fichier dépasse { $most } Mo : en demander un CSV à l'outil
json-illisible = le fichier n'est pas du JSON lisible : demander à la famille de l'enregistrer encore
registre-de-publications = c'est le registre de ce que l'école a publié, et non des réponses : donner l'export qui les contient
aucune-reponse = le fichier ne contient aucune réponse
trop-de-reponses = le fichier a { $count } réponses, { $most } au plus : le couper
pas-une-reponse = ce n'est pas une réponse : un nom et une valeur par question sont attendus
reponse-vide = la réponse est vide, ou n'a que des questions répétées, qui ne sont pas lues
