pas-suivi = { $kind ->
    [lien] c'est un lien : il n'est pas suivi
    [tuyau] c'est un tuyau : il n'est pas lu
   *[autre] ce n'est pas un fichier ordinaire : il n'est pas lu
}
dossier-ferme = ce dossier ne peut pas être ouvert : { $refusal }
historique = c'est l'historique de la séance, qui garde ce qui en est effacé : effacer ce dossier
dossier-nomme = ce dossier porte un nom : { $todo }
le-renommer = le vider ou le renommer, puis relancer
