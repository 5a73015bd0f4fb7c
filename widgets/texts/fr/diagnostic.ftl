# Le diagnostic des familles : toutes les phrases des écrans de l'équipe.

## Nombres et mots communs
families-unit = familles
count-of = { $count } sur { $total }
count-share = { $count } sur { $total } ({ $share })
count-share-interval = { $count } sur { $total } ({ $share }, { $interval })
then = { $first }, puis { $others }
only = { $way } seulement

## Questions et réponses, en court, comme une équipe les dit
q-appareils = Appareils à la maison
q-partage = Partage d'un appareil en fin d'après-midi
q-connexion = Connexion à internet
q-imprimante = Imprimante
q-seul = Ce que les parents font seuls
q-lecture = Lecture des messages de l'école
q-aide = Aide en cas de difficulté
q-canal = Canal préféré
q-moment = Moment préféré
q-langue = Langue souhaitée
q-pret = Prêt souhaité
q-atelier = Atelier souhaité
q-niveau = Niveau
q-mode = Façon de répondre
q-axe__equipement = Équipement
q-axe__competences = Aisance avec l'ENT

v-sans_reponse = Sans réponse
v-appareils-ordinateur = Un ordinateur
v-appareils-tablette = Une tablette
v-appareils-smartphone = Un smartphone
v-appareils-aucun = Aucun appareil
v-appareils-oui = Oui
v-appareils-non = Non
v-partage-un_enfant = Un enfant par appareil
v-partage-deux_enfants = Deux enfants par appareil
v-partage-trois_enfants_ou_plus = Trois enfants ou plus
v-partage-pas_d_appareil = Pas d'appareil à partager
v-connexion-fixe = Fixe
v-connexion-mobile_suffisante = Mobile, forfait suffisant
v-connexion-mobile_limitee = Mobile, forfait vite épuisé
v-connexion-aucune = Aucune
v-imprimante-maison = À la maison
v-imprimante-ailleurs = Ailleurs
v-imprimante-non = Pas d'imprimante
v-seul-se_connecter = Se connecter à l'ENT
v-seul-ouvrir_piece_jointe = Ouvrir une pièce jointe
v-seul-repondre_ou_signer = Répondre ou signer
v-seul-envoyer_document = Envoyer un document
v-seul-reconnaitre_fraude = Reconnaître un message trompeur
v-seul-sans_aide = Sans aide
v-seul-avec_aide = Avec de l'aide
v-seul-pas_encore = Pas encore
v-lecture-chaque_jour = Chaque jour
v-lecture-chaque_semaine = Chaque semaine
v-lecture-plus_rarement = Plus rarement
v-lecture-jamais = Jamais
v-aide-maison = Quelqu'un à la maison
v-aide-proche = Un proche
v-aide-association = Une association, un lieu d'aide
v-aide-personne = Personne
v-canal-ent = L'ENT
v-canal-sms = Le SMS
v-canal-telephone = Le téléphone
v-canal-papier = Le papier
v-canal-courriel = Le courriel
v-moment-matin = Le matin
v-moment-journee = En journée
v-moment-fin_apres_midi = En fin d'après-midi
v-moment-soir = Le soir
v-moment-fin_de_semaine = En fin de semaine
v-langue-francais = Français
v-langue-arabe = Arabe
v-langue-turc = Turc
v-langue-portugais = Portugais
v-langue-espagnol = Espagnol
v-langue-anglais = Anglais
v-langue-ukrainien = Ukrainien
v-langue-roumain = Roumain
v-langue-autre = Une autre langue
v-pret-ordinateur = Un ordinateur
v-pret-cle_internet = Une clé internet
v-pret-aucun = Aucun prêt
v-pret-oui = Oui
v-pret-non = Non
v-atelier-matin = Le matin
v-atelier-apres_midi = L'après-midi
v-atelier-soir = Le soir
v-atelier-samedi = Le samedi
v-atelier-aucun = Aucun atelier
v-atelier-oui = Oui
v-atelier-non = Non
v-niveau-cp = CP
v-niveau-ce1 = CE1
v-niveau-ce2 = CE2
v-niveau-cm1 = CM1
v-niveau-cm2 = CM2
v-niveau-sixieme = 6e
v-niveau-cinquieme = 5e
v-niveau-quatrieme = 4e
v-niveau-troisieme = 3e
v-niveau-seconde = 2de
v-niveau-premiere = 1re
v-niveau-terminale = Terminale
v-mode-papier = Papier
v-mode-telephone = Téléphone
v-mode-en_ligne = En ligne
v-axe__equipement-suffisant = Suffisant
v-axe__equipement-partage = Partagé
v-axe__equipement-insuffisant = Insuffisant
v-axe__competences-autonome = À l'aise
v-axe__competences-a_accompagner = À accompagner
v-axe__competences-debutant = Débutent

## Pari
bet-again = Vous pourrez changer d'avis après avoir vu.
bet-place = Voir qui manque
bet-answer = { $answered } familles sur { $families } ont répondu en ligne ({ $share }). Mais parmi les { $real } familles qui débutent avec l'ENT, on n'en voit que { $seen }. Qui ne répond pas compte aussi.

## Réglages
panel-start = D'où viennent les réponses
panel-own = Le questionnaire de ces réponses
panel-families = Combien de familles compte l'école
panel-publishing = Ce qui peut être montré
panel-informing = Ce que les familles lisent de leurs données
panel-advanced = Avancé
source = Les réponses viennent
source-fictive = d'une école fictive, pour apprendre
source-fichiers = des fichiers de notre établissement
source-short-fictive = école fictive
source-short-fichiers = vos fichiers
school = École fictive
school-help = Des familles inventées, dans des proportions réalistes.
seed = Graine du hasard
seed-help = La même graine redonne la même école et les mêmes réponses.
seed-summary = graine { $seed }
ways = Le questionnaire est demandé
ways-help = Dans cet ordre : la façon suivante va aux familles qui n'ont pas encore répondu.
ways-missing = Cochez au moins une façon de demander. Les réponses d'avant sont gardées.
way-en_ligne = En ligne
way-telephone = Par téléphone
way-papier = Sur papier
files = Ouvrir les réponses
files-help = Fichiers des familles, exports de Framaforms, LimeSurvey, Google Forms, KoboToolbox, Microsoft Forms, Tally ou Moodle, sondages d'un ENT, tout tableau CSV, XLSX ou ODS ; aussi une correspondance (YAML) ou des lignes corrigées. Plusieurs à la fois. { lieu-fichiers }
codes = Ou le code d'une famille
codes-help = Tapez-le, puis Entrée. Un lecteur de codes à main l'écrit comme un clavier. Pour beaucoup de codes, ouvrez ci-dessus un texte ou un tableau, un code par ligne. Un code porte aussi la façon de répondre, et la classe quand l'adresse donnée aux familles la dit.
codes-taken = { $code } : les réponses sont comptées.
codes-replace = { $code } : les réponses sont comptées. À vérifier : { $reason }.
# What the engine says of a line, and what is said of a code in its place.
codes-to-write-there = les y écrire
codes-to-give-again = redonner leur code
codes-not-counted = Rien n'a changé : { $reason }.
codes-twice = Ce code est déjà compté. Rien n'a changé.
code-take = Prendre ce code
code-camera = Lire avec la caméra
code-stop = Arrêter la caméra
code-blind = Ce navigateur ne lit pas de dessin avec la caméra. Chrome le fait, sur un téléphone ou une tablette Android et sur un Mac. Ici, tapez le code : un lecteur à main l'écrit aussi.
code-closed = À cette adresse, le navigateur n'ouvre pas la caméra : il le fait sur la machine où tourne la suite, ou en https. Ici, tapez le code : un lecteur à main l'écrit aussi.
code-refused = La caméra n'est pas disponible : le navigateur ou l'appareil la refuse. Tapez le code.
files-see = Le détail est dans « Ce qui a été lu ».
files-forget = Oublier ces réponses
sample = Prendre un fichier d'essai (CSV)
sample-help = Des réponses fictives, avec des défauts : ouvrez-le ensuite ci-dessus pour voir ce qui est lu, refusé, à vérifier.
sample-date-column = Horodateur
sample-date = 02/11/2026 18:04:05
sample-foreign = Internet chez vous
sample-foreign-fixe = Fibre ou ADSL
sample-foreign-mobile_suffisante = 4G
sample-foreign-mobile_limitee = 4G limitée
sample-foreign-aucune = Rien
sample-unreadable = Cela dépend des jours
sample-no-answer = Ne sait pas

own-fictitious = L'école fictive répond au questionnaire de la suite.
own-suite = Les fichiers sont lus comme des réponses au questionnaire de la suite. Votre formulaire pose d'autres questions ? Ouvrez son export : vous verrez ce qui peut s'y compter, puis vous déciderez.
own-taken = Les réponses sont lues avec le questionnaire « { $name } » : { $count ->
    [one] { $count } question
   *[other] { $count } questions
}. Les codes des familles et les feuilles saisies, faits pour le questionnaire de la suite, n'y comptent pas.
own-open = Ouvrir l'export de votre formulaire
own-open-help = Tout fichier qui s'ouvre comme un tableau, ou un questionnaire gardé d'ici (YAML). Rien n'est compté avant que vous le preniez. { lieu-fichiers }
own-found = Les questions trouvées dans « { $name } »
own-question = Question
own-kind = Sorte
own-answers = Réponses
own-kind-single = Une seule réponse
own-kind-multiple = Plusieurs réponses
own-kind-grid = Une grille
own-kind-context = Pour regrouper
own-grid = { $rows } : { $answers }
own-columns = { $title } ({ $count ->
        [one] { $count } colonne
       *[other] { $count } colonnes
    })
own-alone = { $boxes } Sinon, retirez son nom de « alone » dans le questionnaire gardé (YAML), puis rouvrez-le ici.
own-left = Les colonnes laissées de côté
own-column = Colonne
own-why = Pourquoi
own-read = J'ai relu les titres et les réponses : aucun ne nomme une personne
own-read-needed = Rien n'est pris. Relisez ci-dessus chaque titre et chaque réponse, qui seront publiés tels quels, puis cochez « J'ai relu les titres et les réponses ».
own-take = Prendre ce questionnaire et lire ses réponses
own-keep-questions = Garder le questionnaire (YAML)
own-keep-questions-help = Rouvrez-le ici avant d'ouvrir la correspondance et le prochain export ; ou donnez les deux à liaison diagnose. La case cochée s'y garde ; sans elle, il ne se rouvre pas.
own-keep-mapping = Garder la correspondance (YAML)
own-back = Revenir au questionnaire de la suite
own-summary-suite = celui de la suite
own-summary = { $count ->
    [one] le vôtre, { $count } question
   *[other] le vôtre, { $count } questions
}

families-fictitious = L'école fictive connaît ses familles : rien à remplir.
families-intro = Une famille qui a plusieurs enfants compte une fois, dans un seul niveau. Sans ces nombres, pas de taux de réponse.
families-file = Ouvrir un fichier d'effectifs
families-file-help = Un CSV avec deux colonnes, « niveau » et « familles ».
families-take = Compter avec ces nombres
families-read = Effectifs lus : { $total ->
        [one] { $total } famille
       *[other] { $total } familles
    }
families-whole = Entrez un nombre entier, zéro ou plus. Les nombres d'avant sont gardés.
families-summary-fictitious = connu
families-summary = { $total ->
        [one] { $total } famille
       *[other] { $total } familles
    }
families-summary-none = à remplir
cycle-ecole = Niveaux de l'école
cycle-college = Niveaux du collège
cycle-lycee = Niveaux du lycée

threshold = Cacher un nombre de moins de
threshold-of = { $count } { $count ->
    [one] famille
   *[other] familles
}
threshold-help = D'autres nombres sont cachés avec lui, pour qu'une soustraction ne le retrouve pas.
by = Regarder par
by-help = Un export ne porte qu'un regroupement : deux regroupements des mêmes réponses en diraient trop.
publishing-summary = seuil { $threshold }, par { $by }

## Phrase de résultat
waiting = Pariez pour voir le résultat
waiting-detail = Ou choisissez « des fichiers de notre établissement » : le pari ne concerne que l'école fictive.
counting = Comptage en cours
result = { $silent ->
    [0] Toutes les familles ont répondu : { $answers } sur { $families }
    [one] { $answers ->
        [one] { $answers } famille sur { $families } ({ $percent }) a répondu
       *[other] { $answers } familles sur { $families } ({ $percent }) ont répondu
    } : on ne sait rien d'une famille
   *[other] { $answers ->
        [one] { $answers } famille sur { $families } ({ $percent }) a répondu
       *[other] { $answers } familles sur { $families } ({ $percent }) ont répondu
    } : on ne sait rien des { $silent } autres
}
result-unknown = { $answers ->
        [one] { $answers } réponse
       *[other] { $answers } réponses
    }, sans savoir de combien de familles
result-detail = { $equipment }. { $skills }. { $source }
result-own = { $count ->
    [one] { $count } question, la vôtre. { result-files }
   *[other] { $count } questions, les vôtres. { result-files }
}
result-fictitious = École fictive.
result-files = Vos réponses, { lieu-ici }.
few-answers = Moins de { $threshold } réponses : aucun nombre n'est montré
few-answers-detail = Les réponses lues sont gardées. Ajoutez-en : les nombres apparaîtront d'eux-mêmes.
no-answer = Aucune réponse n'est encore lue
no-answer-detail = Ouvrez les fichiers reçus, ou saisissez des questionnaires papier.
note-fictitious = Source : école fictive de la suite.
note-files = Source : vos réponses ({ $count ->
        [one] { $count } questionnaire
       *[other] { $count } questionnaires
    }), { lieu-ici }.
note-few = Source : vos réponses, { lieu-ici }.

tab-read = Ce qui a été lu
tab-map = Colonnes et questions
tab-ways = Trois façons de demander
tab-response = Qui a répondu
tab-axes = Deux axes
tab-questions = Question par question
tab-entry = Saisir les questionnaires papier
tab-take = À emporter

## Ce qui a été lu
read-none = Aucun fichier n'est ouvert
read-none-text = Ouvrez les réponses reçues dans « D'où viennent les réponses ».
read-fictitious = Rien à lire
read-fictitious-text = Les réponses de l'école fictive sont fabriquées : aucune ligne ne peut être refusée.
read-files = Fichier par fichier : lues = gardées + refusées + déjà comptées + à part
read-file = Fichier
read-format = Reconnu comme
read-lines = Lues
read-kept = Gardées
read-refused = Refusées
read-repeated = Déjà comptées
read-aside = Mises à part
read-unread = Cellules non lues
read-caption = Ce qui n'est pas lu, ce qu'il faut vérifier
words-intro = Des mots inconnus reviennent. Dites une fois ce que chacun veut dire : partout où il est écrit, il compte.
words-word = « { $word } » ({ $question }), non lu dans { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }, veut dire
words-apply = Relire avec ces mots
words-more-intro = { $answers } : si le formulaire { $count ->
        [one] la propose, elle s'ajoute
       *[other] les propose, elles s'ajoutent
    } d'un coup.
words-more = Les ajouter toutes au questionnaire
read-questions = Question par question : la colonne qui y répond
read-asked-question = Question
read-asked-columns = Colonnes
read-asked-why = Ce qui n'est pas demandé
read-asked-none = Dans aucune colonne
read-asked-unread = Non lue
read-asked-others = { $first } et { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
read-asked-in = { $columns } ({ $files })
read-asked-part = { $asked } sur { $parts } sont dans ce qui se publie
read-where = Où
read-value = Lu
read-reason = Pourquoi
read-at-line = ligne { $line }
read-whole-file = tout le fichier
read-refus-file = Fichier non lu, aucune ligne n'en est comptée : { $reason }
read-refus = Ligne refusée : { $reason }
read-cellule = Non lu, sans réponse à cette question : { $reason }
read-attention = À vérifier : { $reason }
read-refused-text = { $count ->
    [one] { $count } ligne est refusée : elle n'est comptée nulle part.
   *[other] { $count } lignes sont refusées : elles ne sont comptées nulle part.
}
read-correct-text = { $count ->
    [one] { $count } ligne est à corriger. Prenez-la, corrigez-la, ouvrez-la comme un fichier de plus : elle prendra la place de celle-ci.
   *[other] { $count } lignes sont à corriger. Prenez-les, corrigez-les, ouvrez-les comme un fichier de plus : elles prendront la place de celles-ci.
}
read-typed = { $count ->
    [one] Questionnaire papier saisi ici : { $count }.
   *[other] Questionnaires papier saisis ici : { $count }.
}
read-cut = Le tableau montre les { $shown } premières remarques sur { $count } ; le fichier les a toutes.
read-corrections = Prendre les lignes à corriger de { $name } (CSV)
read-problems = Prendre toutes les remarques (CSV)
format-suite = fichier de la suite
format-framaforms = export de Framaforms
format-limesurvey = export de LimeSurvey
format-google_forms = export de Google Forms
format-kobo = export de KoboToolbox
format-surveymonkey = export de SurveyMonkey
format-qualtrics = export de Qualtrics
format-tableau = tableau
format-unknown = non reconnu

## Colonnes et questions
map-none = Rien à faire correspondre
map-none-text = Les fichiers de la suite se lisent seuls. Ouvrez un export d'un autre outil pour voir ses colonnes ici.
map-file = Fichier
map-intro = { $read ->
        [one] { $read } colonne sur { $total } répond
       *[other] { $read } colonnes sur { $total } répondent
    } à une question { $unsure ->
    [0] ; toutes sont sûres.
    [one] ; 1 est à vérifier.
   *[other] ; { $unsure } sont à vérifier.
}
map-columns = À quelle question répond chaque colonne
map-columns-help = Une question n'est répondue que par une colonne.
map-column = Colonne du fichier
map-answers = Répond à
map-read = { $name } (lu : { $words })
map-empty = { $name } (vide)
map-unsure = { $name } · à vérifier
map-aside = Mise de côté, et rien n'en est publié : « { $name } », car { $why }.
map-never = Jamais lue, et rien n'en est montré : « { $name } » { $why }.
map-whole = { $name } (toutes ensemble)
map-part = { $part } ({ $name })
map-nothing = Rien : cette colonne n'est pas lue
map-unticked = Une question à cases dont aucune n'est cochée
map-unticked-help = Certains outils n'écrivent rien quand une personne passe la question.
map-unticked-non = veut dire « non » à tout
map-unticked-sans_reponse = veut dire « sans réponse »
map-words-of = Ce que veulent dire les mots de la colonne
map-words-help = Un mot qui n'est pas décidé n'est pas lu : sa ligne compte, sans réponse à cette question.
map-word = « { $word } » veut dire
map-no-answer = Pas de réponse
map-apply = Relire avec ces choix
map-keep = Garder la correspondance (YAML)
map-keep-help = Ouvrez-la avec le prochain export du même formulaire : il sera lu de la même façon.
map-fault = Cette correspondance ne peut pas être retenue

## Ce qui est deviné
read-guess-title = { $count ->
    [one] { $count } lecture n'est que devinée : est-elle juste ?
   *[other] { $count } lectures ne sont que devinées : sont-elles justes ?
}
read-guess-text = Rien n'en est publié avant votre réponse. Pour en corriger une partie : « Colonnes et questions ».
read-guess-right = Oui, tout y est juste
read-guess-wrong = Non, ne rien lire de ce qui est deviné
read-guess-said-right = Deviné, et dit juste
read-guess-said-wrong = Deviné, et plus lu : ces colonnes ne répondent à aucune question, ces mots comptent comme non lus
read-guess-keep = Pour que l'export suivant se lise ainsi sans rien redemander : « Colonnes et questions », « Garder la correspondance ».

## Qui a répondu
response-warnings = À lire avec les chiffres
response-level-title = { $low } répond le moins ({ $low_share }), { $high } le plus ({ $high_share })
response-level-plain = Réponses par niveau
response-level-alt = Une barre par niveau : les familles qui ont répondu, sur celles du niveau.
response-count-alt = Une barre par niveau : les questionnaires reçus.
response-level-x = familles du niveau qui ont répondu
response-count-x = questionnaires reçus
response-mode-title = { $count ->
        [one] { $count } questionnaire sur { $total } est venu ainsi
       *[other] { $count } questionnaires sur { $total } sont venus ainsi
    } : { $way }
response-mode-plain = Par où les questionnaires sont venus
response-mode-alt = Une barre par façon de répondre, sur tous les questionnaires reçus.
response-mode-x = questionnaires reçus
response-crossed = Questionnaires reçus, par niveau et façon de répondre

## Deux axes
axes-intro = Ce que les familles ont et l'aide qu'il leur faut ne s'additionnent pas : une famille bien équipée peut débuter, une famille à l'aise peut manquer d'un appareil. Il n'y a pas de note.
axes-x = familles qui ont répondu
axes-alt-axe__equipement = Une barre par niveau d'équipement, puis les familles dont les réponses ne le disent pas.
axes-alt-axe__competences = Une barre par niveau d'aisance, puis les familles dont les réponses ne le disent pas.
axes-title-axe__equipement = { $count ->
        [one] { $count } famille sur { $total } a
       *[other] { $count } familles sur { $total } ont
    } un équipement insuffisant
axes-title-axe__equipement-hidden = Équipement insuffisant : nombre caché, sur { $total ->
        [one] { $total } famille
       *[other] { $total } familles
    }
axes-title-axe__equipement-merged = Équipement insuffisant : compté avec d'autres réponses, sur { $total ->
        [one] { $total } famille
       *[other] { $total } familles
    }
axes-title-axe__equipement-near = Entre { $low } et { $high } familles sur { $total } ont un équipement insuffisant
axes-title-axe__equipement-nothing = Équipement : rien à montrer
axes-title-axe__equipement-unasked = Équipement : pas montré, ces réponses n'ont pas tout ce dont il se déduit
axes-title-axe__competences = { $count ->
        [one] { $count } famille sur { $total } débute
       *[other] { $count } familles sur { $total } débutent
    } avec l'ENT
axes-title-axe__competences-hidden = Débuts avec l'ENT : nombre caché, sur { $total ->
        [one] { $total } famille
       *[other] { $total } familles
    }
axes-title-axe__competences-merged = Débuts avec l'ENT : comptés avec d'autres réponses, sur { $total ->
        [one] { $total } famille
       *[other] { $total } familles
    }
axes-title-axe__competences-near = Entre { $low } et { $high } familles sur { $total } débutent avec l'ENT
axes-title-axe__competences-nothing = Aisance avec l'ENT : rien à montrer
axes-title-axe__competences-unasked = Aisance avec l'ENT : pas montrée, ces réponses n'ont pas tout ce dont elle se déduit
axes-unasked = « Ce qui a été lu » dit quelles questions manquent : aucune colonne n'y répond, ou son titre n'a pas été reconnu. « Colonnes et questions » permet de le dire.
axes-rule-axe__equipement = Insuffisant : ni ordinateur ni tablette, ou pas de connexion, ou un forfait vite épuisé. Partagé : un appareil pour deux enfants ou plus.
axes-rule-axe__competences = Débutent : un geste sur cinq au plus se fait seul. À l'aise : quatre ou cinq.
axes-weighted = En pesant chaque niveau selon son nombre de familles, « { $level } » : { $share }.

## Question par question
question = Question
groups = Familles regardées
groups-by = Familles regardées, par { $by }
groups-help = Aucune case cochée : toutes les réponses ensemble.
groups-none = Aucun groupe ne peut être montré.
question-alt = Une barre par réponse, avec son intervalle ; les cases cachées sont hachurées.
question-x = familles qui ont répondu au questionnaire
question-x-grid = familles qui le font sans aide
question-title = { $asked } { $label }, { $count ->
        [one] { $count } famille
       *[other] { $count } familles
    } sur { $total }{ $among }
question-title-grid = Le geste le moins souvent fait seul : { $label }, { $count ->
        [one] { $count } famille
       *[other] { $count } familles
    } sur { $total }{ $among }
question-title-grid-part = { $label } : { $count ->
        [one] { $count } famille sur { $total } le fait seule
       *[other] { $count } familles sur { $total } le font seules
    }{ $among } ; d'autres gestes sont cachés
question-title-hidden = { $asked } aucun nombre exact ne peut être montré{ $among }
among = {" "}({ $groups })
grid-caption-own = Toutes les lignes, en nombre de familles
grid-cell = { $row } : { $answer }
grid-caption = Tous les gestes, en nombre de familles
several-answers = Plusieurs réponses étaient possibles : les barres ne s'additionnent pas.
hidden-note = { $count ->
    [one] { $count } nombre sur { $total } est caché : moins de { $threshold } familles, ou de quoi retrouver un autre nombre par soustraction.
   *[other] { $count } nombres sur { $total } sont cachés : moins de { $threshold } familles, ou de quoi retrouver un autre nombre par soustraction.
}
range-note = { $count ->
    [one] { $count } nombre est donné à peu près, entre deux autres : le nombre exact permettrait d'en retrouver un petit par soustraction.
   *[other] { $count } nombres sont donnés à peu près, entre deux autres : les nombres exacts permettraient d'en retrouver un petit par soustraction.
}
merged-note = Des réponses sont comptées ensemble : à part, il y aurait trop peu de familles.
hidden-sum = Un nombre caché dans l'un des groupes choisis l'est dans leur somme : sinon une soustraction le rendrait.
rounded-note = Moins de 30 familles : les parts sont données à 5 points près.
weighted-note = En pesant chaque niveau selon son nombre de familles, « { $label } » passe de { $raw } à { $share }.

## Trois façons de demander
answers-title = { $ways } : { $count ->
    [0] aucune famille sur { $total } ne répond
    [one] une famille sur { $total } répond
   *[other] { $count } familles sur { $total } répondent
}
answers-en_ligne = répondent en ligne
answers-telephone = répondent par téléphone
answers-papier = répondent sur papier
answers-aucune = ne répondent pas
answer-en_ligne = répond en ligne
answer-telephone = répond par téléphone
answer-papier = répond sur papier
answer-aucune = ne répond pas
answers-ill-equipped = mal équipées
answer-ill-equipped = mal équipée
pressed-heading = La famille que vous avez touchée
pressed-skill-autonome = Elle est à l'aise avec l'ENT{ $ill ->
    [oui] , mais mal équipée
   *[non] {""}
}.
pressed-skill-a_accompagner = Elle est à accompagner avec l'ENT{ $ill ->
    [oui] , et mal équipée
   *[non] {""}
}.
pressed-skill-debutant = Elle débute avec l'ENT{ $ill ->
    [oui] , et elle est mal équipée
   *[non] {""}
}.
pressed-first = Demandée { $way }, elle répond.
pressed-later = Demandée { $ways }, elle ne répond pas ; demandée ensuite { $way }, elle répond.
pressed-silent = Demandée { $ways }, elle ne répond pas : on ne la voit pas.
pressed-then = puis
pressed-or = ou
pressed-kept-sans_appareil = { $way }, rien ne peut l'atteindre : elle n'a aucun appareil.
pressed-kept-sans_connexion = { $way }, rien ne peut l'atteindre : elle n'a pas de connexion.
pressed-kept-sans_telephone_connu = { $way }, rien ne peut l'atteindre : l'école n'a pas de numéro qui la joigne.
pressed-would = Demandée { $ways }, elle répondrait, à ce tirage.
pressed-nothing = { $count ->
    [3] Des trois façons, aucune ne la fait répondre, à ce tirage.
   *[other] Aucune autre façon ne la ferait répondre, à ce tirage.
}
pressed-chance = { $count } { $way }
pressed-chances = De cent familles comme elle, en demandant chaque fois d'une seule façon, répondraient : { $chances }. C'est supposé.
asking-searching = Les autres façons de demander
asking-failed = Les autres façons de demander n'ont pas pu être essayées
asking-help = Demander autrement les mêmes familles. Celles qui répondent autrement sont encadrées.
asking-none = Aucune autre façon de demander n'est à essayer ici.
asking-seen = Familles qui débutent et que l'on voit, sur { $beginners } : { $moved }.
asking-answers = Familles qui répondent, sur { $total } : { $moved }. Le temps que cela demande n'est pas compté.
ways-none = L'école fictive seule peut le montrer
ways-none-text = Il faudrait connaître la situation des familles qui n'ont pas répondu. Revenez à l'école fictive pour voir ce que chaque façon de demander laisse de côté.
path-private = De vraies réponses sont ouvertes : rien de ce parcours ne se projette.
ways-title-equipement = { $real ->
        [one] { $real } famille manque
       *[other] { $real } familles manquent
    } d'équipement : en ligne on en voit { $seen }, par les trois façons { $all }
ways-title-competences = { $real ->
        [one] { $real } famille débute
       *[other] { $real } familles débutent
    } avec l'ENT : en ligne on en voit { $seen }, par les trois façons { $all }
ways-alt-equipement = Une barre par façon de demander : les familles mal équipées que l'on voit, sur toutes celles qui le sont.
ways-alt-competences = Une barre par façon de demander : les familles débutantes que l'on voit, sur toutes celles qui le sont.
ways-x-equipement = familles mal équipées que l'on voit
ways-x-competences = familles débutantes que l'on voit
ways-each = Les nombres, façon par façon
ways-caption = La même école, vue par chaque façon de demander
ways-way = Façon de demander
ways-answers = Réponses
ways-rate = Taux de réponse
ways-equipement = Équipement insuffisant
ways-competences = Débutent
ways-truth = Toutes les familles (connu ici seulement)
ways-meaning = Les familles qui ont le moins répondent le moins : leurs parts paraissent le plus souvent plus petites qu'elles ne sont. Peser les réponses par niveau n'y change presque rien : dans un même niveau, qui répond n'est pas qui ne répond pas.
ways-meaning-online = En ligne seulement, { $share } des familles débutantes disparaissent. Celles qui restent sont parfois si peu qu'on ne peut plus les compter sans les désigner.
ways-source = Qui répond, et par quelle voie : des hypothèses, réglées pour montrer un sens.

## Saisir les questionnaires papier
entry-intro = Chaque case du questionnaire porte un chiffre : tapez-le. Entrée passe une question sans réponse, et garde la feuille à la fin. Une feuille se recopie en moins de 15 secondes, sans souris.
entry-level = Niveau de ces feuilles
entry-level-help = Le même pour toute la pile ; changez-le quand la pile change. Sans niveau, la feuille compte dans l'ensemble seulement.
entry-mode = Ces réponses ont été données
entry-count = Compter ces feuilles dans les résultats
entry-keep = Prendre les feuilles saisies (CSV)
entry-keep-help = Un fichier de la suite, à rouvrir ici : la saisie peut être partagée entre plusieurs personnes.
entry-resume = Reprendre ces feuilles
entry-erase = Effacer les feuilles saisies de ce navigateur
entry-former = { $count ->
    [one] { $count } feuille saisie est gardée dans ce navigateur
   *[other] { $count } feuilles saisies sont gardées dans ce navigateur
}
entry-former-text = La page a été fermée ou rechargée. C'est votre navigateur qui les garde, sans nom.
pad-key = Chiffre coché
pad-keys = Retour arrière reprend la dernière touche.
pad-done = Sur cette feuille
pad-where = Feuille { $number }, question { $place } sur { $places }
pad-end-where = Feuille { $number }, terminée
pad-end = La feuille est complète
pad-end-hint = Entrée la garde et ouvre la suivante ; retour arrière revient dessus.
pad-keep = Garder, feuille suivante
pad-enter = Entrée
pad-next = Question suivante
pad-skip = Rien de coché
pad-several = Plusieurs cases possibles : tapez chaque chiffre, puis Entrée.
pad-row = { $question } { $row }
pad-refused = « { $key } » n'est pas une case de cette question. Rien n'a changé.
pad-kept = { $count ->
    [0] Aucune feuille gardée pour le moment.
    [one] 1 feuille gardée.
   *[other] { $count } feuilles gardées.
}

## À emporter
take-public = Ce qui peut être montré
take-public-text = Ces fichiers ne contiennent que des nombres protégés ; ce qui est caché l'est aussi dedans.
take-plan = Si un plan de prêts ou d'ateliers des mêmes familles est déjà montré, ouvrez son registre (publications.json) : ce que l'un trahirait de l'autre est alors caché. Sans ce registre, ne montrez pas les deux.
take-school = Nom de l'établissement, pour le compte rendu
take-school-help = { lieu-fichier }
take-report = Le compte rendu
take-table = Les indicateurs, question par question (CSV)
take-response = Les taux de réponse (CSV)
take-team = Ce que l'équipe garde pour elle
take-team-text = Une ligne par famille, sans nom, mais reconnaissable par qui la connaît : ni affichage ni envoi. Sert à rouvrir ce diagnostic, et à préparer les prêts et les ateliers.
take-answers = Les réponses réunies, à rouvrir ici (CSV)
take-nothing = Il n'y a pas encore assez de réponses pour faire ce fichier.
take-otherwise = reprenez le questionnaire et la correspondance de ce jour-là
take-refused = { $count ->
    [one] { $count } ligne n'est pas lue, ou pas en entier
   *[other] { $count } lignes ne sont pas lues, ou pas en entier
}
take-refused-text = Le mieux est de corriger d'abord, dans « Ce qui a été lu » : publié deux fois, avant puis après, le diagnostic montrerait par différence quelques familles.
take-uncounted = { $count } lignes remplies ne comptent pas, car aucune de leurs réponses n'est reconnue
take-uncounted-text = « Ce qui a été lu » dit lesquelles, et dans quelles colonnes elles répondent. Si un titre a été reformulé, écrivez dans le fichier celui que le questionnaire attend. Si une section dans une autre langue pose les mêmes questions, recopiez ses réponses, en français, dans les colonnes lues. Si ce sont des codes, refaites l'export avec le texte des questions et des réponses. Publié sans elles, le compte rendu dit que des familles manquent.
take-uncounted-anyway = Publier sans ces familles, qui ont répondu
take-uncounted-first = { $count } lignes remplies ne comptent pas : faites d'abord ce qui est dit ici, ou cochez « Publier sans ces familles, qui ont répondu ».
take-twice = { $count ->
    [one] { $count } famille est peut-être comptée deux fois
   *[other] { $count } familles sont peut-être comptées deux fois
}
take-twice-text = « Ce qui a été lu » dit lesquelles, dans quels fichiers, et quoi faire. Le mieux est de le faire d'abord ; publié ainsi, le diagnostic le dit.
take-twice-anyway = Publier avec des familles peut-être comptées deux fois
take-twice-first = { $count ->
    [one] { $count } famille est peut-être comptée deux fois : faites d'abord ce qu'en dit « Ce qui a été lu », ou cochez « Publier avec des familles peut-être comptées deux fois ».
   *[other] { $count } familles sont peut-être comptées deux fois : faites d'abord ce qu'en dit « Ce qui a été lu », ou cochez « Publier avec des familles peut-être comptées deux fois ».
}
take-asked = Avant de publier
take-guessed = { $count ->
    [one] { $count } lecture n'est que devinée
   *[other] { $count } lectures ne sont que devinées
}
take-guessed-text = Rien ne se prend ici tant que personne n'a dit, dans « Ce qui a été lu », si c'est juste.
take-guessed-first = { $count ->
    [one] { $count } lecture n'est que devinée : dites d'abord, dans « Ce qui a été lu », si elle est juste.
   *[other] { $count } lectures ne sont que devinées : dites d'abord, dans « Ce qui a été lu », si elles sont justes.
}
take-nobody = { $count ->
    [one] { $count } ligne n'est peut-être d'aucune famille
   *[other] { $count } lignes ne sont peut-être d'aucune famille
}
take-nobody-text = « Ce qui a été lu » dit lesquelles. Un exemple, un essai ou un récapitulatif est à retirer du fichier d'abord ; les lignes de familles, elles, comptent déjà.
take-nobody-anyway = Publier avec ces lignes, qui sont de familles
take-nobody-first = { $count ->
    [one] { $count } ligne n'est peut-être d'aucune famille : retirez-la du fichier si elle n'en est pas, ou cochez « Publier avec ces lignes, qui sont de familles ».
   *[other] { $count } lignes ne sont peut-être d'aucune famille : retirez du fichier celles qui n'en sont pas, ou cochez « Publier avec ces lignes, qui sont de familles ».
}
take-refused-anyway = Publier sans ce qui n'est pas lu
take-refused-first = { $count ->
    [one] { $count } ligne n'est pas lue, ou pas en entier : corrigez-la dans « Ce qui a été lu », ou cochez « Publier sans ce qui n'est pas lu ».
   *[other] { $count } lignes ne sont pas lues, ou pas en entier : corrigez-les dans « Ce qui a été lu », ou cochez « Publier sans ce qui n'est pas lu ».
}

## Deviner une case cachée
guess-intro = L'école a demandé de trois façons, puis compté. Les nombres de moins de { $threshold } familles sont cachés. Le vôtre est marqué « ? ».
guess-way = On cache
guess-way-petits = seulement les petits nombres
guess-way-proteges = les petits nombres, et d'autres pour les protéger
guess-caption = { $by }, par niveau (école fictive)
guess-total = Total
guess-here = « ? »
guess-question = Combien de familles : { $group }, « { $value } »
guess-check = Vérifier
guess-found = Trouvé : { $value ->
        [one] { $value } famille
       *[other] { $value } familles
    }, alors que la case était cachée
guess-not-yet = Ce n'est pas ce nombre
guess-subtract = { $group } : { $sum }. Le total et les autres cases le donnent : cacher une case seule ne cache rien.
guess-hint = Le total de la ligne est montré : retirez-en les autres cases.
guess-possible = { $guess } est possible, et rien ne permet d'en être sûr
guess-impossible = { $guess } n'est pas possible, mais rien ne dit lequel l'est
guess-bounds = De { $low } à { $high } : { $count ->
        [one] { $count } valeur s'accorde
       *[other] { $count } valeurs s'accordent
    } avec tout ce qui est montré. D'autres cases ont été cachées pour cela ; rien ne dit lesquelles sont petites.
guess-none = Aucune case à deviner
guess-none-text = Dans cette école, aucune case n'est assez petite pour être cachée. Changez la graine ou l'école.

## Ce que l'école dit aux familles de leurs données
inform-responsable = Qui est responsable de ces données
inform-responsable-help = L'établissement et qui le représente. Dans le premier degré, demandez à l'inspection qui l'est.
inform-lecteurs = Qui lit les réponses
inform-lecteurs-help = Des fonctions, par exemple : la direction et les conseillers principaux d'éducation.
inform-jusqu_au = Effacées au plus tard le
inform-jusqu_au-help = Par exemple 30/09/2027. Ce jour-là, l'école efface les fichiers et détruit les feuilles.
inform-contact = À qui écrire
inform-contact-help = Un courriel, une adresse ou un bureau.
inform-delegue = Délégué à la protection des données
inform-delegue-help = Celui de l'académie, le plus souvent.
inform-date-over = Cette date est passée : les familles ne la liront pas. Écrivez un jour à venir.
inform-date-refused = Cette date ne se lit pas. Écrivez-la comme 30/09/2027.
inform-long-refused = C'est trop long pour la feuille : { $longest } signes au plus.
inform-open = Rouvrir une fiche
inform-open-help = Le fichier information_familles.yaml enregistré plus bas.
inform-part = La fiche est à compléter
inform-whole = La fiche est complète. Voici ce que les familles lisent.
inform-language = Ce que les familles lisent, en
inform-record = Enregistrer la fiche (YAML)
inform-record-help = Pour le site et l'affiche : liaison questionnaire --site DOSSIER --information information_familles.yaml
inform-sheet = La feuille A5 dans cette langue (PDF)
inform-sheet-help = Recto verso, avec cette information au verso.
inform-summary =
    { $missing ->
        [0] fiche complète
        [one] il manque une ligne
       *[other] il manque { $missing } lignes
    }
