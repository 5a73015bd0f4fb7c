# Le plan d'accompagnement : toutes les phrases de ses écrans.

## Groupes de réglages
panel-start = Point de départ
panel-ordinateur = Ordinateurs à prêter
panel-cle-4g = Clés 4G à prêter
panel-return = Examens, zone, dates de prêt et de retour
panel-creneaux = Créneaux et garde d'enfants
panel-salles = Salles
panel-animation = Qui anime
panel-interpretes = Interprètes
panel-themes = Thèmes d'atelier
panel-group = Taille des groupes, et qui vient d'abord
panel-policy = Messagerie de départ
panel-partners = Noms des partenaires
panel-costs = Coûts supposés
panel-advanced = Avancé
summary-stock = { $count } { $things } à prêter
summary-return = prêt le { $date }
summary-creneaux = { $count ->
    [one] { $count } créneau
   *[other] { $count } créneaux
}
summary-salles = { $count ->
    [0] aucune salle
    [one] 1 salle
   *[other] { $count } salles
}
summary-animation = { $count ->
    [0] personne n'anime
    [one] 1 personne
   *[other] { $count } personnes
}
summary-interpretes = { $count ->
    [0] aucun interprète
    [one] 1 interprète
   *[other] { $count } interprètes
}
summary-themes = { $count ->
    [0] aucun thème
    [one] 1 thème
   *[other] { $count } thèmes
}
summary-group = { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    } au plus
fault-title = Ce réglage ne peut pas être retenu

## Point de départ
school = Établissement fictif
school-help = Des familles inventées, dans des proportions réalistes. Celles qui répondent le moins sont celles qui ont le moins.
seed = Graine du hasard
seed-help = La même graine redonne le même établissement, et les mêmes tirages entre familles à égalité.
seed-summary = graine { $seed }
open-needs = Ouvrir le fichier des besoins de l'établissement
open-needs-help = Le fichier des besoins, ou les coupons remis (CSV, XLSX, ODS) avec une colonne « code ». Des codes, pas de nom. { lieu-fichier }
open-loans = Rouvrir des réglages de prêt
open-workshops = Rouvrir des réglages d'atelier
open-settings-help = Un fichier YAML enregistré depuis « À emporter ».
needs-opened = { $count ->
    [one] « { $name } » est ouvert : { $count } famille
   *[other] « { $name } » est ouvert : { $count } familles
}
needs-opened-text = Le plan est le leur. Fermer la page efface tout : rien n'est gardé par le programme.
needs-empty = Aucune famille n'a pu être lue dans ce fichier.
settings-opened = « { $name } » est ouvert
back-to-fiction = Revenir à l'établissement fictif
path-not-known = Le parcours « { $path } » n'existe pas dans l'ENT d'entraînement. Parcours : { $known }.
path-private = Les besoins ou les réponses de vraies familles sont ouverts : rien de ce parcours ne se projette.

## Prêts
stock-ordinateur = Ordinateurs que l'établissement possède
stock-cle-4g = Clés 4G que l'établissement possède
stock-kept = Gardés en réserve
stock-kept-help = Pour remplacer ce qui tombe en panne.
criteria = Ce qui compte pour votre équipe
criteria-help = Rien de coché : le tirage au sort décide seul.
criteria-order = Dans quel ordre
criteria-order-help = Le premier critère qui distingue deux familles décide. À égalité sur tous, un tirage au sort.
exam-years = Niveaux comptés comme années d'examen
level-cp = CP
level-ce1 = CE1
level-ce2 = CE2
level-cm1 = CM1
level-cm2 = CM2
level-sixieme = Sixième
level-cinquieme = Cinquième
level-quatrieme = Quatrième
level-troisieme = Troisième
level-seconde = Seconde
level-premiere = Première
level-terminale = Terminale
lent-on = Jour du prêt
date-help = Jour, mois, année : 07/12/2026.
date-unreadable = Cette date ne se lit pas. Écrivez par exemple 07/12/2026.
zone = Zone de vacances
zone-help = Celle de votre académie : la date de retour en dépend.
zone-name = Zone { $zone }
kind = Type d'établissement
kind-ecole = École
kind-college = Collège
kind-lgt = Lycée général et technologique
kind-lp = Lycée professionnel
until = Prêté jusqu'à
until-fin-annee = La fin de l'année scolaire
until-prochaines-vacances = Les prochaines vacances
return-on = Retour le { $date }, un jour de classe, avec le temps de vérifier et de ranger.
return-to-verify = Cette date du calendrier est à vérifier auprès de l'académie.
return-unknown = La date de retour ne se calcule pas

## Ateliers
name = Comment l'appeler
name-help = Une fonction ou un lieu, jamais le nom d'une personne.
places = Places
places-help = Sans compter qui anime.
present = Disponible à ces créneaux
spoken = Langues parlées
persons-unit = personnes
children-unit = enfants
creneau-choice = Créneau à régler
creneau-add = Ajouter un créneau
creneau-remove = Retirer ce créneau
creneau-new = nouveau créneau
slot-name = Jour et heure
slot-name-help = Par exemple : jeudi à 18 h.
slot-moment = Moment
slot-moment-help = C'est par lui que les familles ont dit quand elles peuvent venir.
slot-date = Date
slot-care = Enfants que l'on peut garder
slot-care-help = 0 : pas de garde à ce créneau.
salle-choice = Salle à régler
salle-add = Ajouter une salle
salle-remove = Retirer cette salle
salle-new = nouvelle salle
animation-choice = Personne à régler
animation-add = Ajouter une personne qui anime
animation-remove = Retirer cette personne
animation-new = nouvelle personne
interprete-choice = Interprète à régler
interprete-add = Ajouter un ou une interprète
interprete-remove = Retirer cet ou cette interprète
interprete-new = nouvelle personne
theme-choice = Thème à régler
theme-add = Ajouter un thème
theme-remove = Retirer ce thème
theme-new = nouveau thème
theme-name = Comment l'annoncer
theme-path = Parcours de l'ENT d'entraînement
theme-path-help = Les missions que l'on fait pendant l'atelier.
theme-for = Pour qui
skill-debutant = Qui a presque tout à apprendre
skill-a-accompagner = Qui fait certaines démarches avec de l'aide
skill-autonome = Qui se débrouille et veut aller plus loin
group-size = Personnes dans un atelier, au plus
group-persons = Personnes par famille
group-least = Familles dans un atelier, au moins
group-least-help = En dessous, l'atelier n'ouvre pas.
group-first = Qui placer d'abord, si les places manquent
first-debutant = Les familles qui ont le plus à apprendre ; à besoin égal, le tirage au sort
first-tirage = Personne : le tirage au sort pour toutes
first-debutant-nombre = Les familles qui ont le plus à apprendre, puis le plus de familles
first-nombre-debutant = Le plus de familles, et parmi elles celles qui ont le plus à apprendre
first-nombre = Le plus de familles
group-orders = Ce que le plan cherche, dans l'ordre, et qui peut attendre pour cela :
group-order = { $place }. { $aim }.

## Recherche des ateliers
solving = Recherche des ateliers
solving-placed = { $count ->
    [one] { $count } famille placée
   *[other] { $count } familles placées
}
no-plan = Aucun atelier n'est cherché avec ces réglages

## Pari
bet-again = Vous pourrez changer d'avis après avoir vu.
bet-place = Voir ce que le prêt change
bet-answer = Sur { $total } familles, les messages en laissent { $before } de côté avant le prêt, { $lent } après, et { $both } avec les ateliers en plus.
bet-grounds = Ce qui est posé : un prêt met un appareil ou une connexion dans la maison, et n'ouvre pas de compte ; un atelier, si. Ce qui en suit, et aurait pu être autre : les nombres de cette école.
bet-fiction = Prêter ne suffit pas dans cette simulation ; elle ne dit rien de vos familles.

## Résultats
waiting = Pariez pour voir le plan
waiting-detail = Le calcul commence quand vous avez parié.
result = { $asked ->
    [0] Aucun prêt demandé
   *[other] { result-loans }
} ; { $wanting ->
    [0] aucun atelier demandé
   *[other] { result-workshops }
}
result-loans = { $lent ->
    [0] Aucun prêt
    [one] { $lent } prêt
   *[other] { $lent } prêts
} pour { $asked ->
    [one] { $asked } demande
   *[other] { $asked } demandes
}
result-workshops = { $placed ->
    [0] aucune famille
    [one] { $placed } famille
   *[other] { $placed } familles
} sur { $wanting } { $placed ->
    [0] n'a
    [one] a
   *[other] ont
} une place en atelier
result-searching = Les ateliers se cherchent…
result-alone = { $count ->
    [0] Toute famille qui reçoit du matériel sait s'en servir, ou vient à un atelier.
    [one] 1 famille reçoit du matériel, aurait à apprendre, et ne vient à aucun atelier.
   *[other] { $count } familles reçoivent du matériel, auraient à apprendre, et ne viennent à aucun atelier.
}
result-unserved = { $count ->
    [0] Chaque famille qui veut venir a au moins un créneau possible.
    [one] 1 famille n'a aucun créneau possible.
   *[other] { $count } familles n'ont aucun créneau possible.
}
fictitious = Établissement fictif.
families-unit = familles
team-only = Pour l'équipe seulement
team-only-codes = Ces codes sont des pseudonymes : avec la liste de l'établissement, on sait de quelle famille il s'agit. Gardez cette page pour vous : « Projeter cette étape » cache ces codes ; le rapport pour le conseil ne les a pas.
team-only-counts = De petits nombres peuvent désigner une famille. Le rapport pour le conseil les cache ; cette page ne se projette pas.

tab-needs = Ce que les familles demandent
undo-loans = Les prêts
undo-workshops = Les ateliers
tab-loans = Qui reçoit, et pourquoi
tab-workshops = Les ateliers
tab-enough = Prêter suffit-il ?
tab-messages = Comment leur écrire
tab-partners = Avec qui
tab-take = À emporter

## Besoins
needs-here = Le plan porte sur { $families } : celles qui ont remis un coupon.
needs-of-all = { $count ->
        [one] { $count } famille sur { $total } a remis
       *[other] { $count } familles sur { $total } ont remis
    } un coupon. { $absent ->
        [0] Toutes sont dans le plan.
        [one] De la dernière, le plan ne sait rien : c'est peut-être celle qui a le plus de mal à répondre.
       *[other] Des { $absent } autres, le plan ne sait rien : parmi elles sont celles qui ont le plus de mal à répondre.
    }
needs-caption = Familles à qui il manque quelque chose d'après le diagnostic, et familles qui le demandent
needs-need = Besoin
needs-shown = Diagnostic
needs-asked = Demandes
need-ordinateur = Un ordinateur
need-cle-4g = Une connexion
need-atelier = Un atelier
need-interprete = Une autre langue que le français
need-hors-ecran = Un papier ou un appel plutôt qu'un écran
axis-unknown = Réponses incomplètes
outcomes-title = { $total ->
    [0] Aucune famille du plan ne demande rien
    [one] { $count ->
        [0] La famille qui demande quelque chose n'en reçoit pas tout
       *[one] La famille qui demande quelque chose en reçoit tout
    }
   *[other] { $count ->
        [0] Aucune des { $total } familles qui demandent quelque chose n'en reçoit tout
        [one] Une famille sur { $total } reçoit tout ce qu'elle demande
       *[other] { $count } familles sur { $total } reçoivent tout ce qu'elles demandent
    }
}
outcomes-tout = reçoivent tout
outcomes-en-partie = une partie
outcomes-rien = rien
outcomes-sans-demande = ne demandent rien
outcomes-alone = prêts sans l'atelier utile
outcome-tout = reçoit tout
outcome-en-partie = une partie
outcome-rien = rien
outcome-sans-demande = ne demande rien
outcome-alone = prêt sans l'atelier utile
pressed-heading = La famille que vous avez touchée
pressed-unlent = La famille { $code } en demande, et l'établissement n'en prête pas : { $things }.
pressed-nothing = La famille { $code } ne demande ni matériel ni atelier.
axis-equipement-alt = Familles selon leur équipement ; un axe à part, qui ne se mêle pas à l'autre.
axis-competences-alt = Familles selon ce qu'elles savent faire sans aide ; un axe à part, qui ne se mêle pas à l'autre.
axis-equipement-title = Équipement : { $count ->
        [one] { $count } famille sur { $total } partage ou manque
       *[other] { $count } familles sur { $total } partagent ou manquent
    }
axis-competences-title = Démarches : { $count ->
        [one] { $count } famille sur { $total } a
       *[other] { $count } familles sur { $total } ont
    } besoin d'aide
equipement-suffisant = Suffisant
equipement-partage = Partagé
equipement-insuffisant = Insuffisant
competences-autonome = Se font sans aide
competences-a-accompagner = Certaines se font avec de l'aide
competences-debutant = La plupart restent à apprendre

## Une chose de plus
additions-searching = Chaque chose de plus, essayée seule dans le plan
additions-failed = Ce qui pourrait s'ajouter n'a pas pu être essayé
additions-help = Ce qui, ajouté seul, sert le plus de familles de ce plan. Celles qu'un choix change sont encadrées.
additions-none = Rien de ce qui a été essayé seul ne donne à plus de familles tout ce qu'elles demandent. Regardez plusieurs réglages à la fois dans « Tout régler ».
additions-whole = Reçoivent tout ce qu'elles demandent : { $moved }.
additions-nothing = Ne reçoivent rien : { $moved }.
additions-alone = Prêts sans l'atelier utile : { $moved }.

## Prêts accordés
loans-item = Matériel
item-ordinateur = Ordinateurs
item-cle-4g = Clés 4G
loans-title = { $asked ->
    [0] Personne ne demande de ce matériel
   *[other] { $served } { $things } pour { $asked ->
        [one] { $asked } demande
       *[other] { $asked } demandes
    }
}
loans-alt = Familles qui reçoivent et familles qui attendent ; un point par famille.
loans-served = Reçoivent
loans-waiting = Attendent
loans-caption = Les demandes, de la première à la dernière
loans-rang = Rang
loans-code = Code
loans-decision = Décision
decision-served = reçoit
decision-waiting = attend
loans-offer = { $count ->
    [0] Aucune famille du plan n'en manque sans en demander.
    [one] 1 autre famille du plan en manque d'après le diagnostic et n'en demande pas : l'équipe peut lui en proposer.
   *[other] { $count } autres familles du plan en manquent d'après le diagnostic et n'en demandent pas : l'équipe peut leur en proposer.
}
loans-offline = { $count ->
    [0] Chaque ordinateur prêté a de quoi se connecter.
    [one] 1 ordinateur part dans une maison sans connexion ni clé.
   *[other] { $count } ordinateurs partent dans des maisons sans connexion ni clé.
}
loans-draw = Entre familles à égalité sur tous les critères, un tirage au sort décide : graine { $seed }.
why-title = Pourquoi cette famille, pourquoi pas celle-là
why-code = Expliquer la décision pour
why-other = La comparer à

## Ateliers trouvés
workshops-result = { $placed ->
    [0] Aucune famille
    [one] { $placed } famille
   *[other] { $placed } familles
} sur { $wanting } { $placed ->
    [0] n'a
    [one] a
   *[other] ont
} une place{ $n ->
    [0] {" "}: aucun atelier ne s'ouvre
    [one] , en { $n } atelier
   *[other] , en { $n } ateliers
}
workshops-alt = Familles qui demandent un atelier : avec une place, en attente, sans créneau possible ; un point par famille.
state-place = Ont une place
state-attente = Attendent une place
state-sans-creneau = Aucun créneau possible
unserved-alt = Familles qu'aucun créneau ne peut servir, par raison ; un point par famille.
unserved-title = { $count ->
    [0] Chaque famille a au moins un créneau possible
    [one] 1 famille qu'aucun créneau ne peut servir
   *[other] { $count } familles qu'aucun créneau ne peut servir
}
reason-moment = Aucun créneau à leur moment
reason-theme = Aucun thème pour elles
reason-animation = Personne n'anime à leur moment
reason-salle = Aucune salle libre
reason-langue = Ni animation ni interprète dans leur langue
reason-garde = Pas de garde pour leurs enfants
workshops-caption = Les ateliers du plan
workshops-atelier = Atelier
workshops-quand = Quand
workshops-ou = Où
workshops-theme = Thème
workshops-avec = Avec
workshops-familles = Familles
shares-caption = Qui a une place
shares-qui = Familles
shares-part = Part
shares-place = Place
shares-attente = Attente
shares-sans-creneau = Sans créneau
shares-row = { $trait } : { $value }
shares-note = La part est celle des familles à qui un créneau convient. Une famille de plusieurs enfants à garder demande plusieurs places de garde : s'il n'en reste pas assez à son tour, elle attend, et une autre peut venir après elle. Quand les places de garde manquent, elle a donc moins de chances.
workshop-title = Un atelier, ses missions, ses codes
workshop-chosen = Atelier
workshop-languages = On y comprend : { $languages }.
workshop-care = { $count ->
    [0] Aucun enfant à garder.
    [one] 1 enfant à garder.
   *[other] { $count } enfants à garder.
}
workshop-codes = Codes des familles : { $codes }.
workshop-why = Ce que devient une famille
workshop-code = Code
proof-all = Prouvé : aucun autre plan ne suit mieux cet ordre, ni ne place les mêmes familles en moins d'ateliers.
proof-who = Prouvé : aucun autre plan ne suit mieux cet ordre. Il existe peut-être un plan avec moins d'ateliers pour les mêmes familles.
proof-none = Le meilleur plan trouvé dans le temps donné ; un autre suivrait peut-être mieux cet ordre.
path = Parcours « { $name } », dans l'ENT d'entraînement : { $count ->
        [one] { $count } mission
       *[other] { $count } missions
    }, { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. Le reste du temps est pour parler, et pour son propre téléphone.
path-mission = { $number }. { $mission }

## Prêter suffit-il
enough-alt = Familles qui reçoivent du matériel : celles qui savent s'en servir, celles qui viennent à un atelier, celles que personne n'aide ; un point par famille.
enough-title = { $alone ->
    [0] Toutes les familles qui reçoivent et ont à apprendre viennent à un atelier
    [one] 1 famille sur { $learn } qui reçoivent et ont à apprendre ne vient à aucun atelier
   *[other] { $alone } familles sur { $learn } qui reçoivent et ont à apprendre ne viennent à aucun atelier
}
enough-ready = Font leurs démarches sans aide
enough-helped = Ont à apprendre, et viennent à un atelier
enough-alone = Ont à apprendre, et personne n'est prévu
enough-named = À appeler avant de prêter, { $families } : { $codes }.
enough-words = Ce que ces mots veulent dire, et ce qui est supposé
enough-source = Au printemps 2020, les élèves se seraient très peu servis du matériel que leur établissement leur avait fourni. Constat attribué à la direction de l'évaluation du ministère (DEPP), lu dans Banque des Territoires, 2021 ; la note elle-même n'a pas été relue.
out-fiction = La suite se simule sur l'établissement fictif « { $school } », pas sur vos familles
out-title = { $before ->
        [one] { $before } famille laissée
       *[other] { $before } familles laissées
    } de côté ; { $lent } avec les prêts seuls, { $both } avec les ateliers en plus
out-alt = Familles laissées de côté par les messages : sans rien, avec les prêts, avec les ateliers, avec les deux.
case-rien = Sans rien changer
case-prets = Avec les prêts seuls
case-ateliers = Avec les ateliers seuls
case-tout = Avec les deux
out-meaning = Une famille est dite laissée de côté quand elle manque plus de la moitié de ce qui lui est écrit tant que c'est utile. Un ordinateur prêté sert d'abord à travailler : ce graphique ne le mesure pas.
out-hypotheses = Hypothèses en faveur du plan : le matériel prêté entre dans la maison et y fonctionne ; qui vient à un atelier y ouvre son compte, gagne un degré d'aisance et revient chaque semaine. Une hypothèse contre lui : l'école cesse d'envoyer le papier de repli à qui l'ENT peut joindre.

out-asked =
    { $count ->
        [0] Aucune famille n'est laissée de côté.
        [one] { $asked ->
            [0] La famille laissée de côté n'a demandé ni prêt ni atelier : elle n'est pas dans le plan.
           *[other] La famille laissée de côté a demandé un prêt ou un atelier : elle est dans le plan.
        }
       *[other] Sur ces { $count } familles laissées de côté, { $asked ->
            [one] { $asked } a demandé
           *[other] { $asked } ont demandé
        } un prêt ou un atelier : les autres ne sont pas dans le plan.
    }
out-worse = { $new ->
    [0] Aucune famille n'est laissée de côté après le prêt sans l'avoir été avant.
    [one] Une famille est laissée de côté après le prêt et ne l'était pas avant : la simulation suppose que l'école cesse d'envoyer le papier de repli à qui l'ENT peut joindre. Connectée, elle n'a plus ce papier, et ouvre peu l'ENT. Gardez-le tant qu'elle n'y va pas d'elle-même.
   *[other] { $new } familles sont laissées de côté après le prêt et ne l'étaient pas avant. Pour { $stopped } d'entre elles, la simulation suppose que l'école cesse d'envoyer le papier de repli à qui l'ENT peut joindre : connectées, elles n'ont plus ce papier, et ouvrent peu l'ENT. Gardez-le tant qu'elles n'y vont pas d'elles-mêmes.
}
out-reason = Première raison : « { $reason } », { $count ->
        [one] { $count } famille
       *[other] { $count } familles
    }.

## Réponses ouvertes
open-answers = Ouvrir les réponses au questionnaire, sans code
open-answers-help = Le fichier gardé dans le module 02, ou l'export de votre outil d'enquête : pour revoir la messagerie et faire le rapport.
answers-empty = « { $name } » ne contient aucune réponse au questionnaire de la suite. Le module 02 montre ce qui a été lu, et corrige.
answers-guessed = « { $name } » n'est pas pris : le plan publierait ce qui n'est que deviné. { $guesses } Ouvrez ce fichier dans le module 02, dites si c'est juste, et prenez « Les réponses réunies, à rouvrir ici (CSV) » : ce fichier-là s'ouvre ici.
answers-opened = { $kept ->
        [one] { $kept } réponse gardée
       *[other] { $kept } réponses gardées
    } sur { $lines ->
        [one] { $lines } ligne lue
       *[other] { $lines } lignes lues
    }
answers-refused = { $count ->
    [0] Aucune ligne refusée.
    [one] 1 ligne refusée : le module 02 dit laquelle et pourquoi.
   *[other] { $count } lignes refusées : le module 02 dit lesquelles et pourquoi.
}
answers-unread = { $count ->
    [one] { $count } cellule non lue, dans une ligne gardée : elle compte sans réponse à sa question, le module 02 dit laquelle.
   *[other] { $count } cellules non lues, dans des lignes gardées : chacune compte sans réponse à sa question, le module 02 dit lesquelles.
}

## Comment leur écrire
policy-preset = Partir d'un modèle
open-policy = Ouvrir la politique réglée dans le module 01
open-policy-help = Un fichier YAML ou JSON produit par la suite. { lieu-fichier }
modes-caption = Comment écrire, d'après chaque axe
modes-profil = Réponses
modes-on-axis = { $axis } : { $place }
modes-familles = Familles
modes-mode = Comment écrire
axis-equipement = Équipement
axis-competences = Démarches
modes-nothing = Ouvrez les réponses au questionnaire pour revoir la messagerie
modes-nothing-text = Le fichier des besoins ne porte que sur les familles qui ont demandé quelque chose ; la messagerie s'adresse à toutes. Les réponses anonymes s'ouvrent dans « Point de départ ».
changes-title = Ce qui change dans la messagerie, et pourquoi
changes-none = Rien : cette messagerie prévoit déjà ce que les familles demandent.
alone-title = Ce que chaque changement fait seul, et son prix
reach-label = La même école, les mêmes semaines, la messagerie d'avant et celle d'après
reach-before = Avant : { $name }
reach-after = Après : { $name }
reach-out = Familles laissées de côté
reach-informed = Messages arrivés à temps
reach-load = Notifications par responsable et par semaine (médiane)
reach-duplicates = Doublons (par personne et par canal en plus)
messages-unit = messages
notifications-unit = notifications
duplicates-unit = exemplaires
reach-title = { $before ->
        [one] { $before } famille laissée
       *[other] { $before } familles laissées
    } de côté avant, { $after } après
reach-alt = Familles laissées de côté, par profil, avec la messagerie d'avant et celle d'après.
reach-x = familles laissées de côté
reach-computing = Calcul en cours : douze semaines de messages, plusieurs fois…
reach-now = avant
reach-changed = après
reach-whole = Avec la messagerie changée, les prêts et les ateliers : { $count ->
    [0] aucune famille
    [one] 1 famille
   *[other] { $count } familles
} sur { $total } { $count ->
    [one] reste laissée
    [0] n'est laissée
   *[other] restent laissées
} de côté.

## Avec qui
partners-caption = Ce que des partenaires peuvent faire pour les besoins du plan
partners-besoin = Besoin
partners-genre = Partenaire
partners-action = Ce qu'il peut faire
partners-ici = Ici
partners-to-name = à nommer
partners-none = Aucun besoin du plan n'appelle un partenaire
partner-title = Approcher un partenaire
partner-kind = Genre de partenaire
partner-role = Son rôle : { $text }.
partner-approach = Comment l'approcher : { $text }.
partner-ask = Quoi lui demander : { $text }.
partenaire-choice = Partenaire à modifier
partenaire-add = Ajouter un partenaire
partenaire-remove = Retirer ce partenaire
partenaire-new = nouveau partenaire
partner-name = Son nom
partner-name-help = Celui de la structure.
partner-contact = À qui s'adresser
partner-contact-help = Une fonction, jamais le nom d'une personne : « à l'accueil », « au secteur jeunesse ».
partner-place = Lieu
partner-hours = Horaires
open-partners = Ouvrir le fichier des partenaires
open-partners-help = Un CSV que l'on remplit au tableur, à partir du fichier ci-dessous.
summary-partners = { $count ->
    [0] aucun nommé
    [one] 1 nommé
   *[other] { $count } nommés
}

## Calendrier et coût
tab-budget = Calendrier, coût, ce qu'on ignore
bought-ordinateur = Ordinateurs à acheter
bought-cle-4g = Clés 4G à acheter
price-ordinateur = Prix d'un ordinateur
price-cle-4g = Prix d'une clé 4G
price-forfait-mois = Forfait d'une clé, par mois
price-animation-heure = Une heure d'animation
price-interprete-heure = Une heure d'interprète
price-garde-heure = Une heure de garde d'enfants
price-help = Vide : { $price }.
prices-supposed = Un prix laissé vide est une hypothèse de la suite. Ce qui est déjà payé se met à 0.
price-negative = Un prix ne peut pas être négatif. Le précédent est gardé.
price-supposed = hypothèse
price-own = votre prix
summary-costs = { $count ->
    [0] prix supposés
    [one] 1 prix à vous
   *[other] { $count } prix à vous
}
calendar-caption = Ce qui se passe quand
calendar-date = Date
calendar-quoi = Quoi
calendar-detail = Détail
no-date = date à fixer
costs-caption = Coût estimé, de la remise au retour, en euros
costs-poste = Poste
costs-quantite = Quantité
costs-prix = Prix unitaire
costs-montant = Montant
costs-source = Le prix est
costs-total = Total estimé : { $total }.
unknown-title = Ce que l'on ne sait pas
plan-unknown = Le plan ne se calcule pas avec ces dates

## À emporter
take-intro = Tout est fabriqué { lieu-ici }, à partir de ce qui est affiché.
take-school = Nom de l'établissement, pour les documents
take-school-help = { lieu-fichier }
take-council = Le rapport pour le conseil
take-council-text = Le plan, son calendrier, son coût, ce que l'on ne sait pas, et le diagnostic s'il est joint. Aucun code n'y est ; les petits nombres sont cachés.
take-council-care = Deux rapports faits de presque les mêmes coupons en disent plus ensemble que chacun : n'en montrez qu'un. Si un diagnostic de ces familles est déjà montré, ouvrez d'abord son registre, et ses réponses si vous les avez : ce que l'un trahirait de l'autre est alors caché.
take-otherwise = rechargez la page, et faites ce rapport sans ouvrir les réponses
take-not-shareable = Ce rapport ne peut pas sortir de l'équipe. Un diagnostic déjà montré dit combien de familles demandent un atelier, et à quels moments ; à côté, l'annonce des ateliers dirait combien n'ont pas de créneau, un petit nombre. Changez les moments des créneaux, ou gardez ce plan pour l'équipe.
take-report = Le rapport
take-agreements = Les conventions de prêt
take-agreements-text = Une feuille par code, à faire relire et voter. Les noms, les adresses et les numéros d'inventaire s'écrivent à la main.
take-owner = Propriétaire du matériel
take-owner-help = Vide : la collectivité habituelle pour ce type d'établissement.
take-helper = Où trouver de l'aide
take-helper-help = Une fonction et des heures : « à la vie scolaire, de 8 h à 17 h ».
take-agreements-ordinateur = Les conventions des ordinateurs
take-agreements-cle-4g = Les conventions des clés 4G
take-agreements-apart = Une par famille (DOCX, dans un ZIP)
take-agreements-print = Toutes en un PDF, à imprimer
take-team = Pour reprendre ce travail un autre jour
take-team-text = Le fichier des besoins porte des codes, qui sont des pseudonymes : gardez ailleurs la liste qui les relie à des noms
take-policy = La politique changée, à ouvrir dans le module 01 (YAML)
take-policy-help = Les seuils de ces changements sont des hypothèses de la suite.
take-partners = Les partenaires, à remplir au tableur (CSV)
take-needs = Les besoins, par code (CSV)
take-loans = Les réglages de prêt (YAML)
take-workshops = Les réglages d'atelier (YAML)
