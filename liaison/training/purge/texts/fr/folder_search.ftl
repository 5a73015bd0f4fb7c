lien-ou-tuyau = c'est un lien ou un tuyau : il n'est pas suivi
dossier-ferme = ce dossier ne peut pas être ouvert : { $refusal }
historique = c'est l'historique de la séance, qui garde ce qui en est effacé : effacer ce dossier
dossier-nomme = ce dossier porte un nom : { $todo }
le-renommer = le vider ou le renommer, puis relancer
