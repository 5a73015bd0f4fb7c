reponse-deja-plus-haut = Cette réponse est déjà plus haut : n'en garder qu'une ligne.
tableau-pas-pris = « { $file } » n'est pas pris, et aucune note n'a changé. Corriger, puis relancer :
aucun-texte = Aucun texte de « { $person } » à « { $question } » n'est à lire dans cette séance.
note-plus-recente = { $newer } Pour la remplacer, changer cette ligne dans un tableau sorti de nouveau.
lettres-perdues = Le texte de { $person } a perdu des lettres dans ce tableau (« ? » à leur place), et rien ne dit plus que c'est bien le sien : remplir un tableau sorti de nouveau, l'enregistrer en CSV UTF-8.
texte-change = Le texte de { $person } n'est plus celui-là : le relire, dans un fichier sorti de nouveau, et ôter cette ligne.
ligne-fautive = - ligne { $line }, { $person }, { $question } : { $fault }
et-d-autres =
    - et { $n ->
        [one] { $n } autre
       *[other] { $n } autres
    }.
