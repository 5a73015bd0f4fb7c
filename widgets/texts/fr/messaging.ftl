# Le laboratoire de messagerie : toutes les phrases de ses écrans.

## Groupes de réglages
panel-start = Point de départ
panel-channels = Par où passe chaque message
panel-delays = Notes, devoirs et envois groupés
panel-writers = Qui peut écrire à qui
panel-promises = Promesses et langues
panel-suppose = Ce que la simulation suppose
panel-advanced = Avancé

summary-channels = { $count ->
    [one] { $count } canal
   *[other] { $count } canaux
}
summary-suspended = heures suspendues par semaine : responsables { $responsables }, élèves { $eleves }, personnels { $personnels }
summary-quiet = heures calmes par semaine, en plus de la suspension : responsables { $responsables }, élèves { $eleves }, personnels { $personnels }
summary-marks = élèves J+{ $pupils }, parents J+{ $parents }
summary-writers = { $closed ->
    [0] tout est ouvert
    [one] 1 case fermée
   *[other] { $closed } cases fermées
}
summary-reply = réponse sous { $hours } h
summary-no-reply = pas de délai promis

fault-title = Ce réglage ne peut pas être retenu

# Entre parenthèses : « Circulaire de juillet 2025, modifiée » se lisait comme une circulaire que le ministère aurait modifiée.
changed-name = { $name } (politique modifiée)
changed-description = Fait à partir du modèle « { $name } ».

## Point de départ
preset = Partir d'un modèle
preset-help = Tous les réglages prennent les valeurs du modèle.
open-policy = Ouvrir une politique enregistrée
open-policy-help = Un fichier YAML ou JSON produit par la suite. { lieu-fichier }
open-policy-refused = « { $name } » n'a pas été ouvert ; vos réglages n'ont pas changé
open-policy-done = La politique « { $name } » est ouverte
school = École fictive
school-help = Des familles inventées, dans des proportions réalistes.
weeks = Durée simulée
weeks-unit = semaines
weeks-of = { $weeks } { $weeks ->
    [one] semaine
   *[other] semaines
}
languages-of = { $count } { $count ->
    [one] langue
   *[other] langues
}
seed = Graine du hasard
seed-help = La même graine redonne la même école et les mêmes semaines.
seed-summary = graine { $seed }

## Canaux
none = Aucun
purpose = Motif
channels = Par où passe chaque message
channels-help = Un motif, un canal : deux canaux pour le même motif troublent les familles. Le repli sert à celles que le canal ne peut pas atteindre.
column-channel = Canal
column-second = Second canal
column-fallback = Repli
column-rhythm = Rythme
column-recipients = Destinataires
short-one-recipient = un seul responsable
short-ent = ENT
short-vie-scolaire = Vie scolaire
short-carnet = Carnet

## Publication suspendue, heures calmes
held-audience = Public
suspended-grid = Heures où rien ne paraît
suspended-grid-help = Ce qui est écrit pendant ces heures paraît quand la publication reprend, et ne sonne pas avant. Une semaine entièrement peinte ne reprend jamais.
suspended-holidays = Suspendre pendant les vacances scolaires
suspended-public = Suspendre les jours fériés
suspended-passes = Ce qui paraît quand même
suspended-passes-help = Ces motifs paraissent aussi quand la publication est suspendue. Dans la simulation, une urgence passe toujours.
quiet-grid = Heures où rien ne sonne
quiet-grid-help = Ces heures ne retardent pas ce qui paraît. Le téléphone attend leur fin pour sonner.
quiet-holidays = Silence pendant les vacances scolaires
quiet-public = Silence les jours fériés
quiet-passes = Ce qui sonne quand même
quiet-passes-help = Ces motifs sonnent aussi aux heures calmes. Dans la simulation, une urgence passe toujours.

## Délais
days-unit = jours
hours-unit = heures
minutes-unit = minutes
marks-pupils = Les élèves voient une note après
marks-parents = Puis les parents, après encore
marks-published = Heure de publication des notes
marks-published-none = Dès que le délai est écoulé
homework-by = Les devoirs sont saisis au plus tard à
homework-by-help = La simulation suppose que l'équipe tient cette heure.
homework-by-none = Pas d'heure limite
daily-at = Heure de l'envoi groupé du jour
daily-at-help = Pour les motifs au rythme « une fois par jour ».
weekly-on = Jour de l'envoi groupé de la semaine
weekly-at = Heure de l'envoi groupé de la semaine
weekly-at-help = Pour les motifs au rythme « une fois par semaine ».

## Qui écrit à qui
writer = Qui écrit
writers = Qui peut écrire à qui
writers-help = En ligne, qui écrit ; en colonne, à qui.
writer-eleves = Élèves
writer-responsables = Responsables légaux
writer-enseignants = Enseignants
writer-personnels = Personnels
writer-direction = Direction
reach-non = Non
reach-classe = Sa classe
reach-etablissement = Partout

## Promesses
reply = Réponse promise sous
reply-help = 0 : aucun délai promis. Toutes les heures comptent, nuits et jours sans classe compris.
recall = Un message peut être rappelé pendant
language = Écrire aussi en { $name }

## Pari
bet-again = Vous pourrez changer d'avis après avoir vu. Personne n'écrit en fin de semaine : c'est posé.
bet-place = Voir qui n'est pas joint
bet-answer = Avec « { $policy } », { $before } { $before ->
    [one] famille
   *[other] familles
} sur { $total } { $before ->
    [one] est laissée
   *[other] sont laissées
} de côté ; publication suspendue, { $after }. { $more ->
    [0] Pas une de plus
   *[other] Différence : { $sign }{ $more }
}.
bet-policy = { $place ->
    [before] Le verdict du pari est de « { $model } » ; l'image et le reste aussi, sans la suspension.
    [after] Le verdict du pari est de « { $model } » ; l'image et le reste aussi, publication suspendue.
   *[apart] Le verdict du pari est de « { $model } » ; l'image et le reste, de la politique que vous réglez.
}
bet-grounds = C'est posé : ce qui est retenu paraît à la fin de la suspension. Ce qui en suit, et aurait pu être autre : combien de familles le lisent encore à temps.
bet-weekend = Il est posé aussi que personne n'écrit le samedi ni le dimanche : la fin de semaine n'est pas mise à l'épreuve.

## Résultats
result = { $out ->
    [0] Aucune famille sur { $total } n'est laissée de côté avec « { $policy } »
    [one] 1 famille sur { $total } ({ $percent }) est laissée de côté avec « { $policy } »
   *[other] { $out } familles sur { $total } ({ $percent }) sont laissées de côté avec « { $policy } »
}
result-detail = { $informed ->
    [one] { $informed } message sur { $messages } ({ $percent }) informe
   *[other] { $informed } messages sur { $messages } ({ $percent }) informent
} une famille à temps ; un responsable reçoit { $load ->
    [one] { $load } notification
   *[other] { $load } notifications
} par semaine de classe (médiane) ; { $evening_hours }, il en sonne { $evening } en tout, chez tous les responsables, en { $weeks ->
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
}. École fictive.
## Changer une chose
# On ne le voit pas : ce par quoi l'on cherche ces heures.
held-also = soir, soirée, nuit, matin, week-end, fin de semaine, sonneries, notifications
levers-searching = Chaque réglage, essayé seul sur toutes les familles
levers-failed = Les changements n'ont pas pu être essayés
levers-help = Les réglages qui aident le plus de familles de cette école.
levers-none = Aucun réglage changé seul n'aide plus de familles qu'il n'en gêne. Regardez plusieurs changements à la fois dans « Tout régler ».
levers-beside = Les nombres d'un réglage sont les siens, ajouté à ce que vous avez déjà changé.
levers-does = Mieux pour { $better ->
    [one] { $better } famille
   *[other] { $better } familles
}, moins bien pour { $worse ->
    [0] aucune.
    [one] { $worse }.
   *[other] { $worse }.
}
levers-exchanged = { $exchanged ->
    [one] { $exchanged } autre est mieux jointe et plus dérangée le soir, ou l'inverse.
   *[other] { $exchanged } autres sont mieux jointes et plus dérangées le soir, ou l'inverse.
}
levers-out = Laissées de côté : { $moved }.
levers-work = Travail des personnels : { $before } → { $after } { $unit }.
levers-same-work = Le travail des personnels ne change pas.

waiting = Pariez pour voir le résultat
waiting-detail = Le calcul commence quand vous avez parié.
left-out-meaning = Une famille est dite laissée de côté quand elle manque plus de la moitié de ce qui lui est écrit tant que c'est utile.
reason-meaning = Sa raison est celle de la plupart des exemplaires manqués, par l'un ou l'autre responsable ; son profil peut en dire une autre : par exemple, un seul des deux a activé son compte.
late-meaning = Sinon, elle est dite en retard quand elle voit trop tard { $percent } de ses messages, ou plus.
disturbed-meaning = Elle est dite dérangée le soir quand un de ses appareils sonne, en moyenne, une fois par semaine de classe ou plus ({ $evening_hours }).
families-out = { $out ->
    [0] Aucune des { $total } familles n'est laissée de côté
    [one] Une famille sur { $total } est laissée de côté
   *[other] { $out } familles sur { $total } sont laissées de côté
}
families-policy = avec « { $policy } »
families-of = Établissement : { $school }. Politique : « { $policy } ».
families-own = avec votre politique
families-own-name = « { $policy } »
families-compared = Avant : { $origin ->
    [oui] { $named ->
        [oui] « { $name } », dont vous êtes parti
       *[non] ce dont vous êtes parti
    }
   *[non] { $named ->
        [oui] « { $name } »
       *[non] la politique à laquelle vous comparez
    }
}. { $moved ->
    [0] Aucune famille n'a changé d'état depuis.
   *[other] Les familles encadrées ont changé depuis.
}
families-by = Ranger les familles
families-by-niveau = par niveau
families-by-classe = par classe
families-by-profil = par profil
family-heading = La famille que vous avez touchée
family-heading-after = La famille que vous avez touchée, après le changement
family-week = { $missed ->
    [0] Elle ne manque aucun message. La semaine racontée est une de celles où elle en reçoit le plus.
    [one] La semaine racontée est une de celles où elle manque le plus de messages : un sur { $written }.
   *[other] La semaine racontée est une de celles où elle manque le plus de messages : { $missed } sur { $written }.
}
# Un nom finit par un point (« Mme K. ») : aucune phrase ne finit par lui.
family-informed = { $informed ->
    [0] Aucun message de cette semaine n'informe la famille à temps.
   *[other] { $others ->
        [0] Par { $name }, la famille est informée à temps de { $informed ->
            [one] { $informed } message.
           *[other] { $informed } messages.
        }
       *[other] { $own ->
            [0] Par un autre responsable que { $name }, la famille est informée à temps de { $informed ->
                [one] { $informed } message.
               *[other] { $informed } messages.
            }
           *[other] La famille est informée à temps de { $informed ->
                [one] { $informed } message
               *[other] { $informed } messages
            } : { $own } par { $name }, { $others } par un autre responsable seulement.
        }
    }
}
family-searching = Chaque changement, essayé pour cette famille
family-search-failed = Ce qui la joindrait n'a pas pu être cherché
family-try = Essayer ce changement
family-week-tried = La semaine racontée est la même qu'avant l'essai. Messages manqués : { $missed } sur { $written }, au lieu de { $before } sur { $before_written }.
family-tried = « { $change } » est à l'essai. { $moved ->
    [0] Aucune famille n'a changé d'état.
    [one] Une famille a changé.
   *[other] { $moved } familles ont changé.
}
family-back = Revenir en arrière
family-close-tried = Fermer, et voir les familles qui ont changé
family-change-reaches = Un changement suffit à la joindre à temps : « { $change } ».
family-change-helps = Aucun changement seul ne la joint à temps. Celui qui fait le plus pour elle : « { $change } ».
family-change-already = Elle est jointe à temps. Ce qui ferait encore le plus pour elle : « { $change } ».
family-change-none = Aucun changement seul ne ferait mieux pour elle sans nuire à davantage de familles.
family-change-counts = { $written ->
    [0] Rien ne lui est écrit.
    [one] Un seul message lui est écrit.
   *[other] Elle serait informée à temps de { $after } de ses { $written } messages, au lieu de { $before }.
}
family-tried-counts = { $written ->
    [0] Rien ne lui est écrit.
    [one] Un seul message lui est écrit.
   *[other] Elle est informée à temps de { $after } de ses { $written } messages, au lieu de { $before }.
}
family-tried-fewer-rings = { $rings ->
    [one] Il y a une sonnerie de moins le soir ou la nuit.
   *[other] Il y a { $rings } sonneries de moins le soir ou la nuit.
}
family-tried-more-rings = { $rings ->
    [one] Il y a une sonnerie de plus le soir ou la nuit.
   *[other] Il y a { $rings } sonneries de plus le soir ou la nuit.
}
family-change-fewer-rings = { $rings ->
    [one] Il y aurait une sonnerie de moins le soir ou la nuit.
   *[other] Il y aurait { $rings } sonneries de moins le soir ou la nuit.
}
family-change-more-rings = { $rings ->
    [one] Il y aurait une sonnerie de plus le soir ou la nuit.
   *[other] Il y aurait { $rings } sonneries de plus le soir ou la nuit.
}
family-change-others = C'est compté sur toute l'école ; essayez-le, et regardez les familles qui ont changé, encadrées.
family-change-added = C'est compté sur toute l'école, ajouté à ce que vous avez déjà changé.
family-change-nobody = Elle ne change pas d'état pour autant, ni aucune autre famille de l'école : l'image reste la même.

tab-reach = Qui est joint
tab-out = Qui reste dehors
tab-when = Quand cela sonne
tab-texts = Ce que disent les textes
tab-week = La semaine d'une famille
tab-compare = Deux réglages côte à côte
tab-chance = La part du hasard
tab-doubt = Ce qui me ferait changer d'avis
tab-improve = Que changer en premier ?
tab-take = À emporter

reach-title = { $worst } : { $share } des messages arrivent à temps, contre { $best_share } pour « { $best } »
reach-alt = Part des messages qui informent une famille à temps, par profil de famille.
reach-x = messages informant à temps
purposes-caption = À temps, par motif
purposes-purpose = Motif
purposes-messages = Messages
purposes-informed = À temps
purposes-share = Part
purposes-median = Délai médian
purposes-p95 = 95 % avant
minutes-short = min
out-title = { $count ->
    [0] Aucune famille n'est laissée de côté
    [one] 1 famille laissée de côté, la raison : « { $reason } »
   *[other] { $ties ->
        [1] { $count } familles laissées de côté, première raison : « { $reason } »
       *[other] { $count } familles laissées de côté : { $ties } raisons viennent en tête, à égalité
    }
}
out-alt = Familles laissées de côté, par raison principale ; un point par famille.
out-none = Personne n'est laissé de côté
out-none-text = Avec ces réglages et ces hypothèses, chaque famille reçoit à temps au moins la moitié de ce qui lui est écrit.
out-caption = Familles laissées de côté, par profil
out-profile = Profil
out-families = Familles
out-out = Laissées de côté
when-title = Chez les responsables, { $evening ->
    [one] { $evening } notification sur { $total } sonne
   *[other] { $evening } notifications sur { $total } sonnent
} { $evening_hours }, { $weekend } en fin de semaine
when-alt = Notifications aux responsables légaux, par jour et heure.
weekend-posed = Il est posé que personne n'écrit le samedi ni le dimanche : en fin de semaine ne sonne que ce qui a été retenu, regroupé, ou publié plus tard.
load-text = Par responsable et par semaine de classe : { $median ->
    [one] { $median } notification
   *[other] { $median } notifications
} (médiane), { $p95 } au plus pour 95 % d'entre eux.
staff-text = Personnels : { $written ->
    [one] { $written } message écrit
   *[other] { $written } messages écrits
} hors des heures de bureau, { $notified ->
    [one] { $notified } question de parents notifiée
   *[other] { $notified } questions de parents notifiées
} hors de ces heures, dont { $night } { $evening_hours }, { $owed ->
    [one] { $owed } réponse due
   *[other] { $owed } réponses dues
}.
staff-promise = Réponses données dans le délai promis : { $kept } sur { $owed }, si chacun répond à la première heure de bureau après avoir lu (une hypothèse).
duplicates-text = Doublons : { $count ->
    [one] { $count } exemplaire en double
   *[other] { $count } exemplaires en double
}. Une même personne (responsable, élève ou personnel) a le même message par plusieurs canaux ; chaque canal après le premier fait un exemplaire en double.
shared-text = Comptes prêtés à l'enfant : { $accounts } ; { $messages ->
    [one] { $messages } message personnel pouvait y être lu
   *[other] { $messages } messages personnels pouvaient y être lus
}.
week-profile = Profil de la famille
week-number = Semaine
week-none = Personne n'a ce profil dans cette école.
compare-before = { $origin ->
    [oui] Avant, ce dont vous êtes parti : { $name }
   *[non] Avant : { $name }
}
compare-origin = Ce dont vous êtes parti : { $name }
compare-same = Rien n'a changé
compare-same-text = Votre politique a les réglages de celle à laquelle elle est comparée : changez un réglage, ou choisissez-en une autre.
compare-after = Maintenant : { $name }
compare-label = Deux politiques, la même école, les mêmes semaines
compare-reference = Comparer avec
compare-out = Familles laissées de côté
compare-informed = Messages arrivés à temps
compare-evening = Notifications aux responsables { $evening_hours }
compare-weekend = Notifications aux responsables en fin de semaine (personne n'y écrit : c'est posé)
compare-load = Notifications par responsable et par semaine (médiane)
compare-duplicates = Doublons (par personne et par canal en plus)
compare-staff = Questions notifiées hors des heures de bureau
compare-staff-night = Questions notifiées la nuit, { $evening_hours }
compare-chart = Part des messages qui arrivent à temps, par profil
families-unit = familles
messages-unit = messages
notifications-unit = notifications
duplicates-unit = exemplaires

## Constats
texts-none = Aucune remarque
texts-none-text = Rien, dans ces réglages, ne s'écarte des règles que la suite connaît.
texts-intro = { $count ->
    [one] { $count } remarque
   *[other] { $count } remarques
}, { $legal ->
    [0] aucune ne tient à une loi ou un règlement.
    [one] 1 tient à une loi ou un règlement.
   *[other] { $legal } tiennent à une loi ou un règlement.
}
texts-kind = Ces réglages sont vérifiés pour { $kind }, comme l'établissement fictif choisi. Pour un autre type, choisissez un autre établissement.
severity-a_corriger = À corriger
severity-a_discuter = À discuter
severity-a_savoir = À savoir

## Mode équipe

## À emporter
take-name = Nom de cette politique
take-school = Établissement, pour les documents
take-school-help = { lieu-fichier }
take-council = La feuille du conseil : une page, avant et après
take-picture = L'image seule (SVG)
take-charter = La charte
notice-title = La notice pour les parents, dans leur langue
notice-languages = Langues de la notice
notice-languages-help = Une page par langue, dans un seul fichier. { $unread } attendent la relecture d'une personne dont c'est la langue : la page le dit.
notice-every = Toutes les langues
notice-paper = La notice
take-sheet = La fiche de réglage de l'ENT (PDF)
take-policy = La politique, à rouvrir ici (YAML)
take-together = À plusieurs : « Décider à plusieurs », à l'accueil, ouvre le fichier de chaque politique, ou son lien.
link-field = Ouvrir un lien reçu
link-field-help = Coller le lien entier : ses réglages prennent la place de ceux de cette page.
link-refused = Ce lien n'est pas ouvert
link-opened = Les réglages du lien sont là : « { $name } »
link-opened-text = Ils ont pris la place de ceux de cette page. « Annuler le dernier changement », dans « Tout régler », les ramène. Pariez, puis voyez.
link-description = D'après « { $name } », par un lien.
link-hypotheses = Ce que la simulation suppose a été changé ici : le lien ne le contient pas, et qui l'ouvre part des hypothèses de la suite.
take-intro = Tout est fabriqué { lieu-ici }, à partir des réglages affichés.

## Hypothèses
suppose-intro = Ces nombres ne sont pas des mesures de votre établissement. Changez-les pour voir si votre conclusion en dépend.
suppose-opens-easy = Une notification est ouverte, par qui est à l'aise
suppose-opens-hard = Une notification est ouverte, par qui est peu à l'aise
suppose-fatigue = Baisse de l'attention par notification de trop dans la semaine
suppose-paper = Un papier se perd dans le sac
suppose-phone = Un appel est pris
suppose-language = Un message en français est compris par qui le lit mal
suppose-weekly = Une visite de l'ENT un jour donné, par qui y va chaque semaine
suppose-back = Revenir aux hypothèses de la suite
suppose-usual = hypothèses de la suite
suppose-changed = hypothèses modifiées

## Que changer en premier ? En trois cartes
understand-words = Ce que ces mots veulent dire
understand-rule = D'où viennent les cartes
first-setting = { $setting } : { $before } → { $after }
first-label = Que changer en premier
first-searching = Chaque changement seul, puis les meilleurs par deux et par trois
first-failed = Les changements n'ont pas pu être essayés
first-far = { $tried ->
    [one] { $tried } essai
   *[other] { $tried } essais
}
first-look = Chercher trois premiers changements
first-try = Essayer ce changement
first-trying = Ce changement est à l'essai. « Annuler le dernier changement » rend la politique d'avant.
first-size = { $changes ->
    [1] Un changement
    [2] Deux changements
   *[3] Trois changements
}
first-title = { $deeds } : { $families ->
    [1] une famille de plus est jointe à temps
    [one] { $families } famille de plus est jointe à temps
   *[other] { $families } familles de plus sont jointes à temps
}
first-a_temps = Familles jointes à temps, sur { $total }
first-laissees = Familles laissées de côté
first-derangees = Familles dérangées le soir
first-lus = Messages lus à temps
first-purpose = Messages lus à temps ({ $purpose })
first-sonneries = Sonneries par responsable et par semaine
first-travail = Heures de travail des personnels par semaine
first-fair = ✓ Rien d'autre ne va nettement moins bien.
first-paid = Se paie : { $paid }.
first-from-to = { $what } ({ $before } → { $after })
first-remarks = { $remarks ->
    [1] un constat de plus, { $titles }
    [one] { $remarks } constat de plus, { $titles }
   *[other] { $remarks } constats de plus, { $titles }
}
first-work = Heures de travail des personnels par semaine : { $moved }.
first-same-work = Le travail des personnels ne change pas.
first-languages = Ce que demande une traduction n'est pas compté.
first-by-chance = Ce qui bouge aussi, et que le hasard suffit à expliquer : { $rest }.
first-nothing = Ni un, ni deux, ni trois changements ne joignent sûrement plus de familles à temps, parmi ceux qui ont été essayés.
first-none = { $changes ->
    [1] Un seul changement ne suffit pas à joindre sûrement plus de familles à temps.
   *[2] Deux changements ne suffisent pas à joindre sûrement plus de familles à temps.
}
first-no-more = { $sizes ->
    [2] Aucun essai de deux changements ne joint sûrement plus de familles que la carte d'un seul.
    [3] Aucun essai de trois changements ne joint sûrement plus de familles que { $cards ->
        [one] cette carte.
       *[other] ces cartes.
    }
   *[23] Aucun essai de deux ou de trois changements ne joint sûrement plus de familles que la carte d'un seul.
}
first-scope = Aucune carte ne touche à ceci, que l'équipe décide : { $settings }.
first-surely = « Sûrement » : à chacun des { $draws } tirages. Un essai qui en joint plus au tirage montré, et non à tous, n'a pas de carte.
first-stopped = La recherche est arrêtée avant la fin : ce qui aide le plus n'est pas connu.
first-kept = Aucune carte ne fait lire moins, ni plus tard en moyenne, les devoirs et les notes, à aucun des { $draws } tirages.
first-rule = De chaque nombre de changements, la carte est celle qui joint le plus de familles à temps sans que rien n'aille nettement moins bien ; elle a ✓, et en joint plus que les cartes ✓ d'avant. Ce qui se paie ne cache pas une carte qui a ✓. S'il n'y en a pas, c'est celle qui se paie le moins, et elle en joint plus que toutes les cartes d'avant.
first-much = « Nettement » : de plus de { $share } au tirage montré, et moins bien à chacun des { $draws } tirages ; pour ce qui se lit, de plus de { $share } de ce qui est manqué.
first-tried = { $tried ->
    [one] { $tried } politique essayée
   *[other] { $tried } politiques essayées
} sur toutes les familles ; celles des cartes le sont sur { $draws } tirages.

## Que changer en premier ? Un but et toutes les pistes
improve-trails = Un but à vous, et toutes les pistes
improve-first = Trois cartes disent que changer en premier pour joindre plus de familles à temps. Rien ne change dans votre politique tant que vous n'essayez pas une carte.
improve-intro = Dites ce que vous voulez atteindre. La suite essaie chaque réglage seul, puis les plus utiles par deux ou trois, et davantage s'il en faut : plus d'un millier de politiques. Comptez une demi-minute, davantage si l'ordinateur est occupé : la recherche dit où elle en est, et s'arrête quand vous voulez. Rien ne change dans votre politique tant que vous n'ouvrez pas une piste.
improve-purpose = De quoi prévenir
improve-share = Quelle part des familles, au moins
improve-minutes = En combien de temps, au plus
improve-evening = Rien ne sonne chez les responsables { $evening_hours }, sauf une urgence
improve-per-week = Combien de fois cela sonne chez un responsable, en moyenne, au plus
improve-per-week-unit = fois par semaine
improve-keep = Ce à quoi l'équipe ne touche pas
improve-keep-help = Les réglages cochés restent comme ils sont. Ce qu'une loi ou un règlement interdit n'est jamais essayé.
improve-family-canaux = Les canaux de chaque motif
improve-family-replis = Les replis sans écran
improve-family-rythmes = Les rythmes (tout de suite, une fois par jour…)
improve-family-destinataires = Les destinataires
improve-family-publication_suspendue = La publication suspendue
improve-family-heures_calmes = Les heures calmes
improve-family-envois_groupes = L'heure des envois groupés
improve-family-notes = Les délais des notes
improve-family-devoirs = L'heure limite des devoirs
improve-family-langues = Les langues
improve-family-ecriture = Qui peut écrire à qui
improve-aim = But de l'équipe
improve-search = Chercher
improve-searching = Recherche de ce qu'il faut changer
improve-policies = { $tried ->
    [one] { $tried } politique essayée
   *[other] { $tried } politiques essayées
}
improve-far = { $doing } : { improve-policies }
improve-stale = Ce qui suit est de réglages d'avant
improve-stale-text = La politique, l'école, la période, une hypothèse ou le but a changé depuis cette recherche. Cherchez de nouveau pour partir de ceux d'à présent.
improve-tried = { improve-policies }, { $whole ->
    [0] aucune simulée sur toutes les familles
    [one] une simulée sur toutes les familles : tous les nombres qui suivent viennent de celle-là
   *[other] { $whole } simulées sur toutes les familles : tous les nombres qui suivent viennent de celles-là
}. Ce qui est montré est refait sur { $draws } tirages au sort, les mêmes pour toutes, et jusqu'à { $most } s'ils ne départagent pas une piste de votre politique. Un but qui n'est pas atteint à chacun, ou pas sûrement plus que par elle, un écart qui n'a pas toujours le même sens : le hasard suffit à l'expliquer.
improve-stopped = Recherche arrêtée : { improve-policies }, { $whole ->
    [0] aucune simulée
    [one] une simulée
   *[other] { $whole } simulées
} sur toutes les familles, sur un seul tirage au sort. Une meilleure piste existe peut-être, et le hasard suffit peut-être à expliquer un écart.
improve-alt = Familles laissées de côté quand un seul réglage change, du plus utile au moins utile.
improve-x = Familles laissées de côté
improve-singles = Un seul changement fait passer les familles laissées de côté de { $before } à { $after } : « { $change } »
improve-singles-by-chance = { $count }, le hasard suffit
improve-singles-chance = Un seul changement fait passer les familles laissées de côté de { $before } à { $after }, ce que le hasard d'un tirage suffit à expliquer : « { $change } »
improve-goal = Ce que compare le graphique
improve-goal-out = Les familles laissées de côté
improve-goal-alt = { $what }, quand un seul réglage change, du plus utile au moins utile.
improve-goal-x = { $what } ({ $unit })
improve-goal-best = { $what } : { $after } au lieu de { $before }, par un seul changement, « { $change } »
improve-goal-chance = { $what } : { $after } au lieu de { $before }, par un seul changement, « { $change } », ce que le hasard d'un tirage suffit à expliquer
improve-goal-none = { $what } : aucun changement seul ne fait mieux que { $before }
improve-singles-none = Aucun changement seul ne fait descendre le nombre de familles laissées de côté ({ $before })
improve-trail = Une piste
improve-trail-first-start = La première est votre politique : elle atteint déjà le but.
improve-trail-first-start-here = La première est votre politique : elle atteint le but sur ce tirage.
improve-trail-first-best = La première atteint le but. { improve-trail-order }
improve-trail-first-best-here = La première atteint le but sur ce tirage. { improve-trail-order }
improve-trail-order = De celles qui l'atteignent aussi sûrement, c'est celle qui rend nettement moins bonnes (de plus d'un dixième, compté pour les messages sur ceux qui ne sont pas lus à temps ; et moins bonnes à chaque tirage) le moins d'autres choses, chaque constat de plus compris, puis qui change le moins de réglages, puis qui laisse le moins de familles de côté. Ce que le hasard suffit à expliquer n'y compte pas.
improve-trail-first-nearest = Aucune n'atteint le but : la première s'en approche le plus, sans les changements dont le hasard suffit à expliquer le gain.
improve-trail-others = Des autres, aucune n'en bat une autre sur tous les nombres affichés : chacune gagne quelque chose et en perd une autre. Ce que coûte une traduction n'y est pas compté.
improve-trail-label = { $rank }. { $changes }
improve-changes = Ce que change cette piste :
improve-open = Ouvrir cette piste dans le laboratoire
improve-file = Garder cette piste (une politique, à rouvrir)
improve-named = { $name }, une piste
improve-source = Le travail des personnels est compté en minutes par appel, par mot imprimé et par réponse. Ce que coûte une traduction n'est pas compté.

## Ce qui me ferait changer d'avis
chance-intro = Une simulation est un tirage au sort parmi d'autres : qui ouvre son téléphone à temps, quel jour un enfant est absent. Rejouez la même politique, dans la même école, sur d'autres tirages : de combien les chiffres bougent-ils d'eux-mêmes ?
chance-replay = Rejouer sur d'autres tirages
chance-working = La même politique, d'un tirage à l'autre
chance-far = { $done ->
    [one] { $done } tirage
   *[other] { $done } tirages
} sur { $total }
chance-stopped = Arrêté : rien n'est dit tant que tous les tirages ne sont pas joués
chance-stale = Ce qui suit est d'une politique, d'une école ou d'une période d'avant : rejouez
chance-result = Le hasard seul fait aller les familles laissées de côté de { $low } à { $high } %
chance-detail = Et les messages lus à temps de { $low } à { $high } %. Sur { $draws } tirages : un autre aurait neuf chances sur dix d'y tomber. C'est pour une politique seule. Deux politiques se comparent sur les mêmes tirages : elles ne sont départagées que si leur écart garde le même sens à chacun.
chance-caption = Chaque chiffre, du plus bas au plus haut des tirages
chance-figure = Chiffre
chance-low = Du plus bas
chance-mean = Moyenne
chance-high = Au plus haut
chance-out = Familles laissées de côté, sur cent
chance-informed = Messages lus à temps, sur cent
chance-reached = Messages lus à temps, sur cent, par profil de famille puis par motif
chance-who = Profil ou motif
chance-alt = Une barre par chiffre, de zéro à sa moyenne, avec du plus bas au plus haut des tirages
chance-x = Sur cent
chance-read = Lus à temps : { $of }
chance-moves-most = Ce que le hasard fait le plus bouger : « { $label } », de { $low } à { $high } sur cent
chance-from-to = { $mean }, de { $low } à { $high }
chance-all = Tous les chiffres
chance-note = L'école reste la même d'un tirage à l'autre, et les hypothèses aussi : ces intervalles sont des planchers.
doubt-intro = Ce que la simulation suppose des familles peut être faux, et le hasard y a sa part. La comparaison de vos deux politiques (« Deux réglages côte à côte ») est refaite sur d'autres tirages au sort ; puis chaque hypothèse va, seule, d'un bout à l'autre de sa fourchette. La conclusion tient-elle ?
doubt-outcome = Ce que l'on compare
doubt-outcome-laissees = La part des familles laissées de côté
doubt-outcome-informes = La part des messages lus à temps
doubt-measure = Essayer chaque hypothèse
doubt-working = Le hasard, puis les hypothèses une à une
doubt-far = { $done ->
    [one] { $done } calcul
   *[other] { $done } calculs
} sur { $total }, environ
doubt-same = Les deux politiques ont les mêmes réglages
doubt-same-text = Il n'y a rien à comparer : choisissez une autre politique dans « Deux réglages côte à côte », ou changez un réglage.
doubt-stale = Ce qui suit est de réglages d'avant
doubt-stale-text = Une politique, l'école, la période, une hypothèse ou ce que l'on compare a changé depuis. Essayez de nouveau pour les réglages d'à présent.
doubt-stopped = Arrêté : rien n'est conclu tant que toutes les hypothèses ne sont pas essayées
doubt-more = de plus
doubt-less = de moins
doubt-equal = d'écart
doubt-margin-laissees = « { $policy } » laisse de côté { $n ->
    [one] { $points } point
   *[other] { $points } points
} de familles { $more } que « { $other } ».
doubt-margin-informes = « { $policy } » fait lire à temps { $n ->
    [one] { $points } point
   *[other] { $points } points
} de messages { $more } que « { $other } ».
doubt-chance = Sur { $draws } tirages au sort, où seul le hasard change, cet écart va de { $low } à { $high } (en points).
doubt-title = L'hypothèse qui compte le plus : { $hypothesis }
doubt-title-none = Aucune hypothèse n'a été essayée
doubt-alt = Écart entre les deux politiques, en points, quand chaque hypothèse est au plus bas, telle quelle, au plus haut : une seule échelle pour toutes, zéro marqué.
doubt-axis = Écart en points, la même échelle à chaque ligne. Trait noir : zéro, aucun écart. Trait épais : les hypothèses telles quelles.
doubt-low = au plus bas
doubt-usual = telle quelle
doubt-high = au plus haut
doubt-points = points
doubt-note = Un écart qui passe de l'autre côté de zéro renverse la conclusion. Deux hypothèses fausses en même temps ne sont pas essayées.
