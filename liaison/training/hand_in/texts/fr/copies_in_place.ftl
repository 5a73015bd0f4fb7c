place-liee = la place de cette copie est un lien vers un autre dossier : il n'est pas suivi. Ôter le lien.
venue-autrement = une copie venue autrement est déjà dans submitted/{ $code }/{ $module } : elle y reste. Pour prendre celle-ci à la place, ôter ce dossier, puis relancer.
pas-du-yaml = ce fichier d'équipe n'est pas du YAML que la suite écrit : il n'est pas pris.
pas-du-texte = ce fichier d'équipe n'est pas du texte : il n'est pas pris.
equipe-liee = « equipes/{ $file } » est un lien : il n'est pas suivi. Ôter le lien.
