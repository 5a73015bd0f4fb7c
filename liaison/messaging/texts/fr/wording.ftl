lieu-ecole = l'école
lieu-college = le collège
lieu-lgt = le lycée
lieu-lp = le lycée
type-ecole = une école
type-college = un collège
type-lgt = un lycée général et technologique
type-lp = un lycée professionnel

# Qui écrit, et jusqu'où.
auteur-eleves = Élèves
auteur-responsables = Responsables légaux
auteur-enseignants = Enseignants
auteur-personnels = Autres personnels
auteur-direction = Direction
portee-non = non
portee-classe = oui, pour sa classe
portee-etablissement = oui, partout

# Par où, dans une phrase.
repli-carnet = carnet de liaison papier
repli-affichage = affichage
repli-telephone = appel téléphonique
pendant-suspended = quand la publication est suspendue
pendant-quiet = pendant les heures calmes

# Des heures retenues.
minuit = minuit
toute-la-semaine = toute la semaine, jour et nuit
jours-entiers = { $days ->
    [1] le { $first } toute la journée
   *[other] du { $first } au { $last }
}
d-un-jour-a-l-autre = du { $first } { $opening } au { $last } { $closing }
chacun-de-ces-jours = { $days ->
    [1] le { $first }
    [2] le { $first } et le { $last }
   *[other] du { $first } au { $last }
}
dans-la-journee = { $days }, de { $opening } à { $closing }
jusqu-au-lendemain = { $days }, de { $opening } à { $closing } le lendemain
vacances-scolaires = vacances scolaires
jours-feries = jours fériés
toute-la-journee = toute la journée
avant = avant { $end }
apres = après { $start }
de-a = de { $start } à { $end }
aucune-heure = aucune

# Quand part une notification.
envoi-immediat = tout de suite
envoi-quotidien = chaque jour à { $at }
envoi-hebdomadaire = le { $day } à { $at }
envoi-jamais = sans notification, à consulter
sur-papier = sur papier, sans sonnerie
par-un-appel = par un appel
appele-tout-de-suite = { $channel }, tout de suite
y-compris = { $when }, y compris { $hours }
sauf = { $when }, sauf { $hours }

# Quand une note se voit.
note-jamais = seulement si la publication reprend : elle est suspendue toute la semaine
note-au-plus-tot = { $days ->
    [0] au plus tôt le jour même de l'évaluation
    [1] au plus tôt le lendemain de l'évaluation
   *[other] au plus tôt { $days } jours après l'évaluation
}
note-a-son-heure = { $soonest }, à { $hour }

# La réponse promise à un parent.
delai-en-jours = en { $days } jours au plus, nuits et jours sans classe compris
delai-en-heures = { $hours ->
    [one] en { $hours } heure au plus, nuits et jours sans classe compris
   *[other] en { $hours } heures au plus, nuits et jours sans classe compris
}
reponse-closed = Les réglages ne le permettent pas : aucun parent ne peut écrire aux enseignants dans la messagerie.
reponse-untold = Les réglages ne le permettent pas : aucune notification ne prévient l'enseignant d'une question.
reponse-late = Les réglages ne le permettent pas toujours : une question peut attendre aussi longtemps, ou plus, avant de sonner chez l'enseignant.
