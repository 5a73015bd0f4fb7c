lien-vers-autre-fichier = est un lien vers un autre fichier : il n'est pas suivi
pas-fichier-ordinaire = n'est pas un fichier ordinaire
autre-compte-machine = est à un autre compte de cette machine
depasse = dépasse { $size }
