compte = Lignes lues : { $read }. Familles gardées : { $families }. Refusées : { $refused }.
cellules-non-lues = Cellules non lues, sans réponse à leur question : { $n }.

# Le fichier
pas-de-code = « { $file } » n'a pas de colonne « code ». Ajouter à côté des réponses le code que l'école a donné à chaque famille, par exemple F012, jamais un nom : un pseudonyme, que la liste de l'école relie à une famille.
pas-lisible = « { $file } » n'est pas un fichier lisible.

# Une cellule
code-mal-ecrit = un code s'écrit en capitales et en chiffres, par exemple F012, sans nom
code-deja-lu = le code { $code } est déjà lu plus haut : une ligne par famille
ecrire-un-nombre = écrire un nombre de 1 à { $most }, ou rien
niveau-inconnu = niveau inconnu, { $level }. Niveaux : { $levels }
ecrire-oui-ou-non = écrire oui, non, ou rien
