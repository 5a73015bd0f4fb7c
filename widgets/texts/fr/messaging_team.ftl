## Décider à plusieurs de la messagerie : réunir, voir, trancher, la charte.

step-reunir = Réunir
step-voir = Voir
step-trancher = Trancher
step-charte = La charte
step-emporter = Emporter
step-tout = Tout voir
step-reason = Les autres étapes s'ouvrent quand deux politiques sont là.

keep-text = Les politiques réunies, les choix et leurs raisons, retenus ou non, et l'étape. Sur un appareil partagé, c'est peut-être le travail d'une autre équipe.

# Réunir
intro = Chaque groupe règle sa politique dans « Régler la messagerie de l'ENT » et l'enregistre, ou copie son lien, depuis « Emporter ». Ici, on les ouvre toutes, on voit ce qui les sépare, et on tranche.
open = Ouvrir les politiques des groupes
open-help = Plusieurs fichiers à la fois, { $most } politiques au plus. Après une séance en salle, ils sont dans son dossier « equipes ».
link = Ou coller le lien d'un groupe
link-help = Un groupe après l'autre. Le lien ne contient aucun nom : sa politique s'appelle « Groupe 1 », « Groupe 2 »… d'après son rang dans la liste.
group = Groupe { $number }
session = Ou prendre celles d'une séance
session-help = Les politiques que ses équipes ont remises, telles qu'elles sont dans son dossier « equipes ».
session-too-many = Toutes les politiques de la séance n'y sont pas
session-none = Aucune politique dans cette séance
session-none-text = Ses équipes ont remis d'autres fichiers, mais pas de politique de messagerie.
session-unread = Des fichiers de la séance n'ont pas pu être lus
session-unread-text = Dans son dossier « equipes » : { $files }. Ouvrez-les ici, un par un : la page dit ce qui ne va pas.
models = Essayer avec trois modèles de la suite
gathered = Les politiques réunies
policy = Politique
room-gathered = Les politiques réunies : { $names }.
clear = Vider la liste
emptied = La liste est vide
emptied-text = Ce navigateur n'en garde plus rien. Tant que cette page reste ouverte, les politiques, les choix et leurs raisons peuvent revenir.
put-back = Remettre la liste
school-help = Chaque politique est essayée sur cette même école inventée, avec les mêmes tirages.
one-more = Il manque une politique
one-more-text = Pour comparer, il en faut deux au moins : « Réunir » les ouvre.
agree = Ces politiques disent la même chose
agree-text = Rien n'est à trancher : la charte s'emporte telle quelle.
alike = { $names } règlent tout de même
alike-text = Deux groupes peuvent vouloir la même chose : chacun compte. Si c'est deux fois la politique d'un seul, videz la liste et recommencez.
too-many = { $most } politiques sont déjà là : « { $name } » n'est pas ajoutée. Videz la liste, ou réunissez deux groupes.
same-name = { $name } ({ $number })

# Voir
finding-alike = Sur cette école, ces politiques font la même chose
finding-best = { $count ->
    [one] { $names } fait au moins aussi bien que les autres partout
   *[other] { $names } font au moins aussi bien que les autres partout
}
finding-none = Aucune politique n'est la meilleure partout. Le moins de familles de côté : { $out } ; le moins de travail : { $work } ; les soirées les plus calmes : { $disturbed }
all-alike = toutes à égalité
axis-out = Familles laissées de côté
axis-work = Heures de travail par semaine
axis-how = Plus bas et plus à gauche est mieux. Après un nom, les familles dérangées le soir, qui font aussi la largeur du rond. Les flèches vont d'un point à l'autre.
column-out = Laissées de côté
column-work = Travail par semaine
column-disturbed = Dérangées le soir
point = { $name } : { $figures }
figures = { $out ->
    [0] aucune famille laissée de côté
    [one] { $out } famille laissée de côté
   *[other] { $out } familles laissées de côté
}, { $disturbed ->
    [0] aucune dérangée le soir
    [one] { $disturbed } dérangée le soir
   *[other] { $disturbed } dérangées le soir
}, { $work } de travail par semaine
hours = { $hours } h
work-meaning = Le travail par semaine de classe compte les appels, les feuilles distribuées et les réponses écrites ; les minutes de chacun sont une hypothèse de la suite.

meaning = Ce que ces mots veulent dire

# Trancher
weighing = Chaque désaccord, essayé seul sur toutes les familles
weighing-one = Chaque valeur, essayée seule sur toutes les familles
weighing-failed = Les désaccords n'ont pas pu être essayés
no-card = Aucun de vos désaccords ne déplace de famille
no-card-text = Ils touchent les élèves, les personnels, ou ce que cette école n'écrit pas. « Tout voir » les liste.
cards-intro = { $count ->
    [1] Le désaccord dont des familles dépendent.
   *[other] Les { $count } désaccords dont le plus de familles dépendent.
} Chaque valeur est essayée seule, aux mêmes tirages ; le reste est la valeur du milieu ou la plus choisie (à égalité, un ordre fixe en décide).
card-title = Désaccord { $at } sur { $count }
card-label = { $label }
width = { $count ->
    [1] Une famille sur { $total } en dépend : d'une valeur à l'autre, elle change d'état (jointe à temps, en retard ou laissée de côté), ou commence ou cesse d'être dérangée le soir.
   *[other] { $count } familles sur { $total } en dépendent : d'une valeur à l'autre, elles changent d'état (jointes à temps, en retard ou laissées de côté), ou commencent ou cessent d'être dérangées le soir.
}
wanted-by = Voulu par { $names }.
wanted-by-nobody = Voulu par aucun groupe : chaque jour prend la valeur la plus proche de toutes.
makes = Donne : { $figures }.
start-from = L'équipe en part : le reste s'y compare.
nobody-moves = Ne change rien pour les familles, ni pour le travail des personnels.
brings = Apporte : { $what }.
costs = Coûte : { $what }.
better = { $count ->
    [one] mieux pour { $count } famille{ $who }
   *[other] mieux pour { $count } familles{ $who }
}
worse = { $count ->
    [one] moins bien pour { $count } famille{ $who }
   *[other] moins bien pour { $count } familles{ $who }
}
less-work = { $hours } de travail de moins par semaine pour les personnels
more-work = { $hours } de travail de plus par semaine pour les personnels
exchanges = { $count ->
    [one] Échange : { $count } famille est mieux jointe et plus dérangée le soir, ou l'inverse.
   *[other] Échange : { $count } familles sont mieux jointes et plus dérangées le soir, ou l'inverse.
}
who = { $total ->
    [one] {" "}({ $label })
   *[other] , dont { $count } « { $label } »
}
against-a-text = À corriger d'après un texte : { $titles }.
refused = « { $words } » ne tient pas avec le reste : cette valeur n'est pas essayée.
reason = Pourquoi ce choix
reason-help = Écrit dans la charte, sans nommer personne.
keep-and-next = Retenir, et passer au suivant
before = Désaccord précédent
cards-ended = { $count ->
    [1] Le désaccord est tranché
   *[other] Les { $count } désaccords sont tranchés
}
cards-ended-text = { $pending ->
    [0] La charte a tout ce que vous avez tranché.
    [1] La charte le dit, et qu'un autre désaccord reste en attente.
   *[other] La charte le dit, et que { $pending } autres restent en attente.
} « Voir » montre aussi le point de l'équipe.

# La charte
agreed-name = Politique de l'équipe
departure-name = { $count ->
    [1] une politique
   *[other] { $count } politiques réunies
}, avant de trancher
result = { $how ->
    [alike] Ces politiques ont les mêmes réglages : rien n'est à trancher.
    [nothing] { $matters ->
        [1] Le seul désaccord n'est pas encore tranché.
       *[other] Rien n'est encore tranché, sur { $matters } désaccords.
    }
    [all] { $matters ->
        [1] L'équipe a tranché son seul désaccord.
       *[other] L'équipe a tranché ses { $matters } désaccords.
    }
   *[some] { $decided ->
        [1] L'équipe a tranché un désaccord sur { $matters }.
       *[other] L'équipe a tranché { $decided } désaccords sur { $matters }.
    }
} { $how ->
    [nothing] En attendant, la charte donne
    [some] Telle qu'elle est, la charte donne
   *[other] La charte donne
} : { $figures }, sur { $total ->
    [one] { $total } famille
   *[other] { $total } familles
}.
result-detail = Dans cet ordre, les politiques réunies : { $out }, { $disturbed } et { $work }.
range = de { $least } à { $most }
room-caption = Ce que l'équipe a tranché
room-setting = Réglage
room-value = La charte
charter-opening = Ce que dit cette charte, et pourquoi ce vote
rest = { $count ->
    [1] Un désaccord n'est pas tranché : la charte y prend
   *[other] { $count } désaccords ne sont pas tranchés : la charte y prend
} en attendant la valeur du milieu ou la plus choisie ; à égalité, un ordre fixe en décide. « Tout voir » dit laquelle.
rest-from = De ces valeurs en attente, { $groups }.{ $shared ->
    [0] {""}
   *[other] {" "}Plusieurs groupes veulent parfois la même.
}{ $nobody ->
    [0] {""}
    [1] {" "}Une n'est d'aucun groupe : chaque jour y prend la valeur la plus proche de toutes.
   *[other] {" "}{ $nobody } ne sont d'aucun groupe : chaque jour y prend la valeur la plus proche de toutes.
}
rest-of-group = { $count ->
    [0] aucune n'est de « { $name } »
    [1] une est de « { $name } »
   *[other] { $count } sont de « { $name } »
}
not-held = Ces valeurs ne tiennent pas ensemble

# Tout voir
all-settle = Trancher un autre désaccord
all-settle-help = Les jours d'une semaine se tranchent ensemble.
all-part = Ce que montre le tableau
all-part-purposes = Par où passe chaque message ({ $count })
all-part-suspended = Publication suspendue ({ $count })
all-part-quiet = Heures calmes ({ $count })
all-part-times = Notes, devoirs, envois groupés, promesses et langues ({ $count })
all-part-writing = Qui peut écrire à qui ({ $count })
all-caption = { $count ->
    [1] Le désaccord, en tout
   *[other] { $part } sur { $count } désaccords, du plus disputé au moins disputé
}
all-setting = Réglage
all-values = Qui veut quoi
all-team = La charte
all-value = { $words } : { $names }
all-settled = { $words }
all-pending = { $words } (en attente, pas tranché)
all-card = Le désaccord choisi
all-kept = C'est retenu
all-kept-text = Ce choix et sa raison sont dans la charte.
keep = Retenir
