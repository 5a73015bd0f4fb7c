pas-du-yaml = ce fichier d'équipe n'est pas du YAML que la suite écrit : il n'est pas pris.
pas-du-texte = ce fichier d'équipe n'est pas du texte : il n'est pas pris.
equipe-liee = « equipes/{ $file } » est un lien : il n'est pas suivi. Ôter le lien.
