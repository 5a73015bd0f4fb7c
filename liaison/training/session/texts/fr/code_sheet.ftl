aucune-police = Aucune police de cette machine n'a un des signes du titre, du lieu, de ce que l'on ouvre ou de l'endroit où l'on remet : la feuille des codes ne peut pas être faite. L'écrire autrement, ou installer une police.
avant = avant le { $day }, { $hour }
l-adresse-affichee = l'adresse affichée dans la salle
ouvrez-la-salle = Ouvrez { $where }. Entrez ce code et le mot de passe de la salle.
a-votre-place = À « Votre place », ouvrez { $what }. Gardez chaque réponse par son bouton.
revenez-et-remettez = Revenez à « Votre place » et remettez-{ $n ->
        [one] le
       *[other] les
    } par le bouton « Remettre », { $before }.
la-suite-sur-votre-machine = la suite, sur votre machine
la-suite = la suite
au-depot = au dépôt que l'on vous indique
sur-la-cle = sur la clé USB qui passe dans la salle
a-la-fin = À la fin, partie « Remettre mon travail » : entrez ce code. Un fichier est fait : remise-{ $code }.zip.
remettez-ce-fichier = Remettez ce fichier { $where }, { $before }.
titre = Codes de la séance { $code }
a-decouper = À découper : une bande par personne.
l-exercice = l'exercice : { $titles }
ouvrez-puis = Ouvrez { $where }, puis { $what }.
titre-lieu-et-date = { $title } · { $place }, le { $date }
titre-et-date = { $title } · le { $date }
les-exercices = les exercices : { $titles }
