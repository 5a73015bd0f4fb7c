titre = Diagnostic des familles
pied-de-page = Diagnostic des familles · { $school }
a-lire-avec-les-chiffres = À lire avec les chiffres
qui-a-repondu = Qui a répondu
part-des-familles = Part des familles
deux-axes = Deux axes, jamais une note
deux-axes-a-part = Ce qu'une famille a pour travailler, et l'aide qu'il lui faut avec l'ENT, se lisent à part : qui manque de matériel ne manque pas forcément d'aisance, et l'inverse.
familles-et-intervalle = Familles, sur { $answers ->
        [one] { $answers } réponse
       *[other] { $answers } réponses
    } ; trait : intervalle à 95 %
question-par-question = Question par question
part-des-reponses = Part des réponses
part-ecole-entiere = Part, école entière
comment-lire = Comment lire ces tableaux
lire-cache = « { $hidden } » : moins de { $threshold } familles, ou un nombre qui permettrait d'en retrouver un par soustraction. Rien ne dit lequel des deux. « Entre 13 et 25 » : le nombre exact le permettrait aussi, mais pas à peu près.
lire-sans-reponse = « Sans réponse » : la famille n'a pas répondu à la question, ne sait pas, ou ce qu'elle a écrit n'a pas pu être lu.
lire-ensemble = Des réponses, ou des niveaux, sont comptés ensemble quand il y aurait trop peu de familles à part.
lire-niveaux-ensemble = Des niveaux comptés ensemble sont d'abord ceux d'un même cycle ; sinon des niveaux voisins, quand autant se dit ainsi ; sinon les plus petits, même éloignés.
lire-intervalle = L'intervalle dit entre combien et combien la part serait dans l'école entière si les familles qui n'ont pas répondu ressemblaient aux autres. Il ne dit rien d'elles si elles sont différentes.
lire-part = Pas de part sous { $threshold } réponses ; à cinq points près sous trente.
lire-ecole-entiere = « École entière » : les réponses de chaque niveau comptent pour toutes les familles du niveau. Cela répare un niveau qui a moins répondu, rien d'autre.
choix-ou-hypotheses = Choix de l'équipe ou hypothèses, à discuter : { "" }
ont-repondu = { $answers ->
        [one] { $answers } famille a
       *[other] { $answers } familles ont
    } répondu.
ont-repondu-sur = { $answers ->
        [one] { $answers } famille a
       *[other] { $answers } familles ont
    } répondu { $families ->
        [one] sur la seule famille de l'école
       *[other] sur les { $families } familles de l'école
    }.
recues-par-niveau = Réponses reçues, par niveau
recues-par-facon = Réponses reçues, par façon de répondre
insuffisant-cache = Combien de familles ont un équipement insuffisant : le nombre est caché.
insuffisant-avec-d-autres = Les familles qui ont un équipement insuffisant sont comptées avec d'autres.
insuffisant-sur = { $n ->
        [one] { $count } famille sur { $answers } a
       *[other] { $count } familles sur { $answers } ont
    } un équipement insuffisant.
debutant-cache = Combien de familles débutent avec l'ENT : le nombre est caché.
debutant-avec-d-autres = Les familles qui débutent avec l'ENT sont comptées avec d'autres.
debutant-sur = { $n ->
        [one] { $count } famille sur { $answers } débute
       *[other] { $count } familles sur { $answers } débutent
    } avec l'ENT.
colonne-reponses = Réponses
colonne-reponse = Réponse
colonne-familles = Familles
colonne-intervalle = Intervalle à 95 %
colonne-ensemble = Ensemble
question-par-groupe = { $question }, par { $groups }
