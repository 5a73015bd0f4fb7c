retour-d-avant-garde = celui d'avant est gardé : le carnet de notes, qui a pu être perdu, n'a pas cette copie. La noter d'abord, puis relancer.
retour-en-dit-plus = celui d'avant est gardé : il donne à { $titles } des points ou un mot que le carnet de notes n'a plus. Les y remettre, puis relancer ; s'ils en sont ôtés exprès, effacer d'abord « { $page } ».
retour-pas-ecrit = son retour n'a pas pu être écrit : { $reason }.
retour-pas-fait = son retour n'a pas pu être fait ({ $error }).
dossier-lie = son dossier de retour est un lien : rien n'y est écrit.
sans-police = Aucune police de cette machine n'a l'un des caractères de ce retour : sa page web le garde.
