# Lire les textes d'une séance : un à la fois, sa note, un mot.

## Ouvrir une séance
open-which = Séance à lire
open-button = Lire les textes de cette séance
open-choose = Choisissez la séance à lire
open-choose-text = Rien n'est lu avant votre choix. Seuls les points et les mots que vous donnez sont écrits, dans son carnet de notes.

## Ce qui est à lire
private-title = À ne pas projeter
private-text = Cet écran montre ce que chaque code a écrit.
which = Question
which-option = { $title } · { $waiting ->
    [0] tout est lu
   *[other] { $waiting } à lire
}
count = { $waiting ->
    [0] Tout est lu
    [one] Il reste 1 texte à lire sur { $count }
   *[other] Il reste { $waiting } textes à lire sur { $count }
}
count-nothing = Aucun texte à lire
count-nothing-detail = Personne n'a écrit de texte dans les copies notées de cette séance.
count-done-detail = Pour les retours, les notes et les attestations, { $lieu ->
    [machine] « Clore la séance » dans « Tenir une séance », depuis l'accueil ; ou, dans un terminal
   *[autre] dans un terminal
} : liaison session close { $course }
erased-title = L'effacement des noms de cette séance est commencé, ou fait
erased-text = Ses textes ne se lisent plus, et rien ne s'y note. Les notes données avant restent dans son carnet de notes : liaison session results les sort.
unmarked-title = { $count ->
    [one] { $count } copie n'est pas encore notée
   *[other] { $count } copies ne sont pas encore notées
}
unmarked-text = Leurs textes viennent ici une fois ces copies notées : { $copies }.
unmarked-button = Noter ces copies
grading-first = Rien n'est encore noté
grading-first-text = Les textes viennent ici une fois le reste des copies noté.
grading-button = Noter les copies

## Un texte
place = Réponse { $place } sur { $count }, code { $who }
who = Texte de { $who }
state-waits = À lire
state-given = { $points ->
    [one] Notée { $shown } point sur { $scale }
   *[other] Notée { $shown } points sur { $scale }
}
state-again = { $points ->
    [one] À relire : une note de { $shown } point sur { $scale } a été donnée à un texte d'avant.
   *[other] À relire : une note de { $shown } points sur { $scale } a été donnée à un texte d'avant.
}
state-again-comment = À lire : le mot ci-dessous a été écrit pour un texte d'avant.
state-again-word = Le mot ci-dessous aussi : relisez-le avant de le garder.
scale = Points, de 0 à { $scale }
reader-grid = Ce que l'on y cherche
reader-comment = Un mot pour la personne
reader-comment-help = Facultatif. Il vient dans son retour, sous sa réponse.
reader-next = Garder et lire le suivant
reader-after = Sauter sans garder
reader-before = Revenir au précédent
reader-keys = Entrée dans « Points », ou Ctrl + Entrée dans le mot : garder et lire le suivant.
said-kept = Gardé dans le carnet de notes : { $who }, { $shown } sur { $scale }.
said-comment = Gardé dans le carnet de notes : un mot pour { $who }, sans points encore.
missing-points = Donnez des points, de 0 à { $scale }, ou « Sauter sans garder ».
newer-again = Pour la remplacer par ce que vous avez écrit, gardez de nouveau. Sinon, « Sauter sans garder ».
