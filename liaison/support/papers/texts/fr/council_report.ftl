titre = Accompagner toutes les familles : le plan
sous-titre = { $school } · projet présenté au { $council }, { $day }
pied-de-page = Plan d'accompagnement · { $school }

# En tête
ce-que-dit-le-rapport = Ce rapport dit { $diagnosis ->
    [joint] ce que l'école a appris de ses familles sans apprendre qui elles sont
   *[absent] ce que des familles ont demandé par coupon, sans dire qui elles sont
}, et ce que l'école propose d'en faire.
ont-repondu = { $families } { $n ->
    [0] n'a
    [one] a
   *[other] ont
} répondu au diagnostic.
ont-repondu-sur = { $families } sur { $population } { $n ->
    [0] n'a
    [one] a
   *[other] ont
} répondu au diagnostic.
a-preter = À prêter jusqu'au { $day } : { $items }.
ateliers-a-ouvrir = { $n ->
    [0] Aucun atelier ne s'ouvre.
    [one] { $n } atelier à ouvrir.
   *[other] { $n } ateliers à ouvrir.
}
cout-estime = Coût estimé : { $total }.
rien-a-payer = Rien n'est à payer.

# Ce que disent les familles
ce-que-disent-les-familles = Ce que disent les familles
aucun-diagnostic = Aucun diagnostic n'est joint à ce plan.
reponses-par-niveau = Réponses reçues, par niveau
aucun-nombre-des-axes = Ce diagnostic ne donne aucun nombre de ces deux axes : équipement, aisance avec l'ENT.
axe-non-demande = L'axe « { $axis } » n'est pas donné : ces réponses n'ont pas tout ce dont il se déduit.
deux-axes = Deux axes, jamais une note
a-lire-avec-les-chiffres = À lire avec les chiffres
ce-que-cache-veut-dire = « Caché » : moins de { $threshold } familles, ou un nombre qui permettrait d'en retrouver un. « Entre 13 et 25 » : le nombre exact le permettrait aussi, mais pas à peu près.

# Écrire à chaque famille
ecrire-a-chaque-famille = Écrire à chaque famille
comment-ecrire = Comment écrire, d'après chaque axe
politique-pas-revue = La politique de messagerie n'est pas revue dans ce plan.
ce-qui-change = Ce qui change dans la politique de messagerie :
seuils-des-changements = Les seuils de ces changements :
effet-de-chaque-changement = Ce que chaque changement fait seul.

# Prêter
preter = Prêter
pas-de-materiel = L'école n'a pas de matériel à prêter.
aucune-demande-de-materiel = Aucune famille n'a demandé de matériel : rien n'est à prêter, ni à voter.
aucune-demande-de-cela = { $item } : aucune famille n'en a demandé.
demandes-de-pret = Demandes de prêt des familles du plan
ordre-de-l-equipe = L'ordre que l'équipe a fixé, le premier critère qui distingue deux familles décide :
tirage-et-retour = À égalité sur tous les critères, un tirage au sort, de graine { $seed }, que chacun peut refaire. Retour le { $day }.
pret-sans-aide = Ce plan n'y suffit pas : des familles qui reçoivent du matériel ont à apprendre à s'en servir et n'ont pas de place en atelier.
pret-avec-aide = Dans ce plan, chaque famille qui reçoit du matériel et a à apprendre a une place en atelier.
criteres-dans-l-ordre = { $item } : { $criteria }.
aucun-critere = { $item } : aucun critère, un tirage au sort.

# Apprendre ensemble
apprendre-ensemble = Apprendre ensemble
taille-d-un-groupe = { $rule } : { $size }.
ce-qu-est-un-atelier = Un atelier est un parcours de missions sur l'ENT d'entraînement.
aucun-atelier-demande = Aucun atelier ne s'ouvre : aucune famille n'en a demandé.
aucun-atelier-possible = Aucun atelier ne s'ouvre avec ces créneaux, ces salles et ces personnes.
tout-est-cache = Ce que deviennent les demandes d'atelier, et qui a une place : ces nombres ne sortent pas de l'équipe, qui les a. Ils sont petits, ou en feraient retrouver un petit.
devenir-des-demandes = Ce que deviennent les demandes d'atelier
devenir-place = ont une place
devenir-attente = attendent une place
sans-creneau-moment = n'ont pas de créneau : pas de créneau au bon moment
sans-creneau-theme = n'ont pas de créneau : pas de thème qui convient
sans-creneau-animation = n'ont pas de créneau : personne pour animer
sans-creneau-salle = n'ont pas de créneau : pas de salle
sans-creneau-langue = n'ont pas de créneau : pas d'interprète
sans-creneau-garde = n'ont pas de créneau : pas de garde d'enfants
parts-trop-petites = Qui a une place selon le besoin, la langue, les enfants à garder et les heures : ces nombres sont trop petits pour sortir de l'équipe, qui les a.
familles-d-un-trait = { $trait } : { $value }
qui-a-une-place = Qui a une place, parmi les familles à qui un créneau convient

# Avec qui
avec-qui = Avec qui
aucun-partenaire = Aucun besoin du plan n'appelle un partenaire.

# Calendrier et coût
calendrier = Calendrier
rien-de-date = Rien n'est encore daté.
date-a-fixer = date à fixer
ce-qui-se-passe-quand = Ce qui se passe quand
cout = Coût
cout-de-la-remise-au-retour = Coût estimé, de la remise au retour
total = Total
prix-supposes = Prix supposés, à remplacer par un devis : { $labels }.

# Ce que l'on ne sait pas
ce-que-l-on-ne-sait-pas = Ce que l'on ne sait pas
cache-au-conseil = L'équipe qui tient les codes le connaît ; le conseil n'en a pas besoin pour décider.
comptes-de-coupons-caches = Des comptes de coupons sont cachés parce que, à côté d'un diagnostic de ces familles, ils feraient retrouver un petit nombre de familles.

# À décider
a-decider = À décider
aucun-vote = Ce plan ne demande aucun vote.
vote-ordre = L'ordre des critères de prêt
    .suite = { $stock ->
        [tu] , pour l'année.
       *[dit] {" "}et le stock, pour l'année.
    }
vote-ateliers = Les ateliers
    .suite = {" "}: dates, salles, garde, interprètes.
vote-politique = La politique de messagerie
    .suite = {" "}changée, et sa charte.
vote-budget = Le budget
    .suite = {" "}et qui le porte.
signature-du-vote = Date du vote, pour, contre, abstentions
signature-de-la-direction = Pour la direction
signature-des-parents = Pour les parents d'élèves

# Colonnes
colonne-niveau = Niveau
colonne-reponses = Réponses
colonne-familles = Familles
colonne-part-des-familles = Part des familles
colonne-axe = Axe
colonne-reponse = Réponse
colonne-part = Part
colonne-intervalle = Intervalle à 95 %
colonne-nombre = Nombre
colonne-comment-ecrire = Comment écrire
colonne-materiel = Matériel
colonne-a-preter = À prêter
colonne-familles-servies = Familles servies
colonne-en-attente = En attente
colonne-familles-qui = Familles qui
colonne-ont-une-place = Ont une place
colonne-demandent = Demandent
colonne-date = Date
colonne-quoi = Quoi
colonne-detail = Détail
colonne-poste = Poste
colonne-quantite = Quantité
colonne-prix-unitaire = Prix unitaire
colonne-montant = Montant
