# Les textes propres aux parties de l'écran. Une espace insécable précède : ; ? et les guillemets fermants.

## Avant et après un changement
from-to = { $before } → { $after }
as-before = { $value }, comme avant

## Pastilles
badge-kind-loi = loi
badge-kind-reglement = règlement
badge-kind-circulaire = circulaire
badge-kind-charte = charte
badge-kind-hypothese = hypothèse

## Valeurs refusées (lues par qui écrit une page, pas par un parent)
kit-error-value = La valeur « { $value } » n'est pas proposée par « { $label } ». Valeurs acceptées : { $accepted }.
kit-error-number = La valeur { $value } sort des bornes de « { $label } » : de { $min } à { $max }.
kit-error-bounds = « { $label } » : le minimum ({ $min }) doit rester sous le maximum ({ $max }).
kit-error-step = « { $label } » : le pas doit être plus grand que zéro (reçu : { $step }).
kit-error-options = « { $label } » : chaque choix porte value et label, et deux choix n'ont pas la même value.
kit-error-time = L'heure « { $value } » n'est pas lisible : écrivez-la comme 07:30, ou laissez vide.
lab-path-error-step = L'étape « { $step } » n'est pas ouverte : { $known }.
panels-error-index = Le groupe { $index } n'existe pas : de 0 à { $last }, ou -1 pour aucun.
panels-error-children = Il faut un contenu par titre : { $titles ->
        [one] { $titles } titre
       *[other] { $titles } titres
    }, { $children ->
        [one] { $children } contenu
       *[other] { $children } contenus
    }.

## Les parties
select-field-none = Choisir
select-field-empty = Aucun choix à proposer
range-field-slider = curseur
range-field-out-of-bounds = Entrez un nombre de MIN à MAX. La valeur d'avant est gardée.
range-field-not-a-number = Entrez un nombre, en chiffres. La valeur d'avant est gardée.
time-field-unreadable = Entrez une heure complète, comme 07:30. L'heure d'avant est gardée.
result-sentence-bon = atteint :
result-sentence-alerte = à regarder :
notice-information = Information
notice-attention = Attention
notice-erreur = Erreur
question-empty = Aucun choix à proposer pour le moment.
question-up = Monter
question-down = Descendre
question-moved = ITEM : place PLACE sur COUNT.
question-not-a-number = Entrez un nombre, en chiffres. La réponse d'avant est gardée.
quantity-unit = Unité
bet-title = D'abord, pariez
bet-placed = Votre pari
bet-missing = Choisissez une réponse, même au hasard : elle reste { lieu-ici }.
bet-stale = Cette réponse est d'avant
bet-stale-text = L'école ou les réglages ont changé : pariez de nouveau.
bet-computing = Calcul en cours…
bet-right = Votre pari est juste
bet-wrong = Votre pari : « { $bet } ». L'école fictive dit autre chose.
quantity-choose = Choisir l'unité
quantity-not-a-number = Entrez un nombre, en chiffres. La réponse d'avant est gardée.
quantity-error-number = « { $label } » attend un nombre, ou rien (reçu : { $value }).
matching-choose = Choisir
matching-empty = Aucun choix à proposer
text-area-left = Signes restants : LEFT
text-area-too-long = Le texte de « { $label } » compte { $count } signes : { $max } au plus.
verdict-tone = Le ton « { $tone } » n'existe pas. Tons connus : { $known }.
undo-undo = Annuler le dernier changement
undo-undo-key = Ctrl + Z
undo-redo = Rétablir
undo-redo-key = Ctrl + Y
undo-undone = Annulé. Revient { $what }.
undo-redone = Rétabli. Revient { $what }.
undo-setting = « { $setting } »
undo-value = « { $setting } » : { $value }
undo-and-more = { $first }, et { $more ->
    [1] un autre réglage
   *[other] { $more } autres réglages
}
link-out-label = Le lien de ces réglages
link-out-help = Il contient les réglages, l'école fictive, la durée et la graine du hasard ; aucun nom, et rien de vraies familles. Ailleurs, le coller dans « Tout régler », Point de départ.
link-out-copy = Copier le lien
link-out-copied = Le lien est copié.
link-out-code = Code à photographier : il ouvre ce lien sur un appareil qui joint cette suite, dans la salle par exemple.
link-out-show-code = Montrer le code à photographier
link-out-no-code = Ce lien est trop long pour un code à photographier : le copier, ou donner le fichier de la politique.
link-out-here-only = Pas de code à photographier ici : cette adresse ne mène à la suite que sur cet ordinateur. Pour un autre, copier le lien, ou donner le fichier de la politique.
link-out-notebook = Le lien de ces réglages se copie dans l'application, où l'adresse est celle du laboratoire ; d'ici, donner le fichier de la politique.
paper-back = Précédente
paper-next = Suivante
paper-place = Page AT sur COUNT
lab-path-list = Étapes
lab-path-place = Étape { $number } sur { $count }
lab-path-next = Suite : { $name }
lab-path-project = Projeter
lab-path-this-step = cette étape
lab-path-project-key = Alt + P
lab-path-projected = Étape projetée
lab-path-previous = Précédent
lab-path-previous-key = Page précédente, ou flèche gauche
lab-path-following = Suivant
lab-path-following-key = Page suivante, ou flèche droite
lab-path-leave = Quitter
lab-path-leave-key = Échap
progress-said = { $value } sur { $max }
progress-stop = Arrêter
progress-stopping = arrêt demandé
progress-done = terminé
progress-halted = arrêté
file-in-choose = Choisir des fichiers
file-in-reading = Lecture en cours.
file-in-progress = DONE Mo lus sur TOTAL.
file-in-stop = Arrêter la lecture
file-in-stopped = La lecture est arrêtée. Rien n'a été pris de ce choix.
file-in-lost = Un fichier n'a pas pu être lu jusqu'au bout : il a été déplacé, changé ou retiré. Rien n'a été pris de ce choix. Choisissez-le de nouveau.
file-in-not-agreed = Rien n'a été pris : cochez d'abord la phrase au-dessus du bouton, si elle est vraie.
file-in-read = { $count ->
    [one] Fichier reçu
   *[other] { $count } fichiers reçus
} : { $names }.
file-in-read-many = { $count } fichiers reçus : { $names }…
file-in-too-big = « { $name } » dépasse { $max } Mo : il n'est pas lu, et rien n'est changé. Choisissez un fichier plus petit.
file-in-problem = « { $name } » n'est pas lu. { $reason }
file-in-unreadable = Son contenu n'est pas celui attendu. Rien n'est changé : vérifiez le fichier, puis choisissez-le de nouveau.
file-out-docx = DOCX, à modifier
file-out-pdf = PDF, à imprimer
file-out-html = Page HTML
file-out-making = Le fichier se prépare.
file-out-made = Fichier prêt : { $name }. Votre navigateur l'enregistre.
file-out-problem = Le fichier n'a pas pu être préparé. Vos réglages sont gardés. Essayez de nouveau ; si cela recommence, signalez-le.

## La semaine que l'on peint

week-grid-monday = lundi
week-grid-tuesday = mardi
week-grid-wednesday = mercredi
week-grid-thursday = jeudi
week-grid-friday = vendredi
week-grid-saturday = samedi
week-grid-sunday = dimanche
week-grid-monday-short = lun
week-grid-tuesday-short = mar
week-grid-wednesday-short = mer
week-grid-thursday-short = jeu
week-grid-friday-short = ven
week-grid-saturday-short = sam
week-grid-sunday-short = dim
week-grid-every-day = tous les jours
week-grid-stretch = { $first } à { $last }
week-grid-and = { $first } et { $last }
week-grid-daily = { $days } : { $hours }
week-grid-long = { $first } { $start } à { $last } { $end }
week-grid-between =  ;{" "}
week-grid-nothing = aucune demi-heure
week-grid-everything = toute la semaine, jour et nuit
week-grid-painted = peint
week-grid-free = libre
week-grid-keys = Glissez pour peindre (au doigt : appuyez un instant, puis glissez). Au clavier : flèches pour se déplacer, espace pour peindre ou effacer, majuscule et flèches pour étendre.
week-grid-range-legend = Peindre une plage
week-grid-from = de
week-grid-to = à
week-grid-paint = Peindre la plage
week-grid-erase = Effacer la plage
week-grid-no-day = Aucun jour n'est coché. Rien n'a changé : cochez au moins un jour, puis recommencez.
week-grid-shape = La semaine doit compter 7 jours de 48 demi-heures. La précédente est gardée.

## Le tableau de choix
matrix-empty = Rien à régler ici pour le moment.
matrix-choose = À choisir
matrix-unknown = { $kind ->
    [row] Ligne inconnue
   *[column] Colonne inconnue
 } : « { $id } ». Connues : { $known }.

## Le tableau de données
data-table-download = Télécharger le tableau
data-table-empty = Aucune ligne à montrer.
data-table-missing = sans donnée
data-table-sort = Trier d'après cette colonne
data-table-unknown = La colonne « { $id } » n'existe pas. Colonnes connues : { $known }.

## Les constats
finding-list-change = Ce que vous pouvez changer :
finding-list-severity = La gravité « { $severity } » n'existe pas. Gravités connues : { $known }.

## Les graphiques
chart-see-data = Voir les données
chart-download = Télécharger le tableau
chart-empty = Rien à montrer pour le moment : aucune donnée ne correspond à ces réglages.
chart-missing = sans donnée
chart-image = Enregistrer l'image
image-out-svg = Image SVG
image-out-png = Image PNG
chart-fictitious = Source : données fictives.
chart-read-hours = Flèches pour lire chaque heure.
chart-label = Élément
chart-count-of = { $count } sur { $total } ({ $share })
chart-hidden = caché
chart-interval = { $text }, entre { $low } et { $high }
chart-dots-per = Un point pour { $count }.
chart-hour = { $row }, { $column } : { $count }{ $unit }
chart-hours-scale = La plus haute colonne : { $highest }{ $unit }.
chart-range = de { $low } à { $high }{ $unit }, médiane { $median }
chart-range-same = d'accord : { $value }{ $unit }
chart-more = { $count } de plus
chart-fewer = { $count } de moins
chart-no-change = sans changement
chart-column-count = Nombre
chart-column-total = Sur
chart-column-low = Au moins
chart-column-high = Au plus
chart-column-share = Part
chart-column-member = Réponse
chart-column-value = Valeur
chart-column-change = Écart
chart-missing-key = Le graphique « { $kind } » attend « { $name } » dans chaque ligne de ses données.

## Des changements à comparer
change-cards-now = { $count } aujourd'hui
change-cards-then = { $count } ensuite
change-cards-better = Ce qui va mieux
change-cards-worse = Ce qui va moins bien
change-cards-scale = Chaque paire a son échelle, depuis zéro.
change-cards-tried = À l'essai

## Avant et après
before-after-what = Ce que l'on regarde
before-after-difference = Différence
before-after-empty = Rien à comparer pour le moment.
before-after-lines = « { $label } » : les deux côtés doivent porter les mêmes lignes, dans le même ordre.

## Étapes d'un laboratoire
step-parier = Parier
step-voir = Voir
step-changer = Changer une chose
step-comprendre = Comprendre
step-emporter = Emporter
step-regler = Tout régler
step-reason = La suite s'ouvre après votre pari.

## Chercher un réglage
settings-search = Chercher un réglage
settings-search-help = Un mot ou deux, avec ou sans accents : de son nom, de ses choix ou de son groupe.
settings-search-answer = { $count ->
    [0] Rien ne répond à « { $words } ».
    [one] { $count } réglage répond à « { $words } ».
   *[other] { $count } réglages répondent à « { $words } ».
}
settings-search-shorter = Essayez un mot plus court, ou revoyez tous les réglages.
settings-search-back = Revoir tous les réglages

## Ce que le navigateur garde
keep-title = Un travail commencé ici est gardé dans ce navigateur
keep-text = Ses réglages, le pari s'il est placé, et l'étape. Parier sans le reprendre le remplace. Sur un appareil partagé, c'est peut-être celui de quelqu'un d'autre.
keep-resume = Reprendre
keep-forget = Repartir de zéro

## Un changement à la fois
one-change-question = Que changez-vous ?
one-change-stopped = Arrêtée avant la fin, la recherche ne propose rien : un changement qu'elle n'a pas essayé aiderait peut-être plus.
one-change-one = Un à la fois : « Rien » rend les autres.
one-change-nothing = Rien : comme c'est maintenant

## Les familles, point par point
family-dots-legend = Légende
family-dots-how = Touchez un point : c'est une famille. Au clavier : les flèches, puis Entrée.
family-dots-image = Enregistrer l'image
family-dots-table = En tableau
family-dots-group = Groupe
family-dots-family = Famille
family-dots-moved = ont changé
family-dots-moved-one = a changé
family-dots-empty = Rien à montrer pour le moment.
family-dots-group-text = { $count ->
    [0] Aucune famille.
    [one] { $count } famille : { $words }.
   *[other] { $count } familles : { $words }.
}
dots-side-before = Avant
dots-side-after = Après
dots-school = Établissement : { $school }.
dots-before = Avant · { $title }
dots-after = Après · { $title }
dots-turn-before = Montrer avant le changement
dots-turn-after = Montrer après le changement
dots-close = Fermer cette famille
family-dots-states = Une image a quatre états au plus, chacun avec son nom au pluriel et au singulier : ceux des points sont autres.

## La semaine d'une famille
family-card-nothing = Rien ce jour-là.
family-card-empty = Choisissez une famille pour lire sa semaine.
family-card-week = Jour par jour
family-card-hour = { $hour } h
family-card-written = Écrit là :
family-card-a-temps = à temps
family-card-trop-tard = trop tard
family-card-non-compris = non compris
family-card-perdu = jamais lu
family-card-then = Puis :
family-card-sonne = sonnerie
family-card-lu = lecture
family-card-bon = à temps
family-card-alerte = pas à temps
family-card-tone = Le ton « { $tone } » n'existe pas. Tons connus : { $known }.

## Un long calcul
working-starting = Préparation…
working-failed = Le calcul n'a pas pu se faire
working-again = Chercher de nouveau
working-failed-text = La suite n'a pas su le mener au bout. Changez un réglage et recommencez ; si cela se répète, signalez-le avec les réglages de cet écran.

## Ce qu'une leçon montre (lesson.py)
lesson-bet-help = Choisissez, puis exécutez la cellule suivante : elle y répond.
lesson-bet-none = Vous n'avez pas parié. La réponse était : « { $right } ».
lesson-bet-wrong = Votre pari : « { $bet } ». La réponse : « { $right } ».
lesson-share = { $label } : { $count } sur { $total }
lesson-no-column = « { $written } » n'est pas une colonne par laquelle grouper ce tableau. Écrire, entre guillemets droits, l'un de ces noms, puis exécuter de nouveau : { $named }.
lesson-no-number = « { $written } » n'est pas un nombre entier. Écrire un nombre en chiffres, sans guillemets, par exemple 5, puis exécuter de nouveau.
lesson-no-name = « { $written } » n'est pas un nom connu ici. Écrire un mot entre guillemets droits, comme "{ $written }", un nombre en chiffres, puis exécuter de nouveau. Si la leçon donne ce nom plus haut, exécuter d'abord les cellules du dessus.
lesson-no-line = « { $written } » ne se lit pas. Écrire un mot entre guillemets droits, comme "Jour", un nombre en chiffres, sans guillemets, puis exécuter de nouveau.
lesson-instant = { $day }, { $hour }
lesson-yes = oui
lesson-no = non
