place-liee = la place de cette copie est un lien vers un autre dossier : il n'est pas suivi. Ôter le lien.
venue-autrement = une copie venue autrement est déjà dans submitted/{ $code }/{ $module } : elle y reste. Pour prendre celle-ci à la place, ôter ce dossier, puis relancer.
place-fermee = « { $path } » ne peut pas être écrit : { $reason }. Permettre d'y lire et d'y écrire, puis relancer : rien n'est perdu.
de-plus-recentes = il y en a de plus récentes ; elle reste dans l'échange.
changee-entre-temps = elle a changé pendant qu'elle était prise. Relancer.
