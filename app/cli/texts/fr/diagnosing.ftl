etape-comptes = Comptes, parts et cases cachées
etape-ecriture = Écriture dans « { $out } »
aucune-reponse = Aucune réponse n'est gardée, rien n'est écrit. { $summary } { $reasons }
sens-de-cache = « caché » : moins de { $threshold } familles, ou un nombre qui en trahirait un autre.
a-publier = Écrits dans « { $out } », à publier : { $names }.
inscrit-au-registre = Inscrit au registre de l'école, sur cet ordinateur : { $path }. Il répète les nombres publiés, et rien d'autre.
reponses-fictives = Réponses fictives : rien n'est inscrit au registre d'une école.
relu-a-cote-du-plan = Relu à côté de ce que montre déjà le plan du { $days } : ce que l'un trahirait de l'autre n'est pas dit.
retirer-les-lignes = Rien n'est encore publié : retirer les lignes refusées de leur fichier, puis relancer ; ou ajouter --publish pour publier sans elles.
corriger-les-lignes = Rien n'est encore publié : corriger les lignes de { $files }, puis relancer avec les mêmes fichiers et les corrections ; ou ajouter --publish pour publier sans ce qui n'y est pas lu.
lectures-devinees = Rien n'est encore publié : ce qui est deviné est dit plus haut, une ligne chacun. Si tout y est juste, relancer avec --guesses oui. Si rien n'en doit compter, relancer avec --guesses non : ces colonnes ne sont pas lues, et ces mots comptent comme non lus.
corriger-ce-qui-est-devine = Pour corriger une partie de ce qui est deviné, écrire dans { $files } la bonne question (cible) et la bonne réponse (valeurs), ou en ôter la colonne, retirer les lignes a_verifier et mots_a_verifier, et relancer avec --mapping et ce fichier. Écrit une fois le oui dit, ce même fichier, donné à --mapping, lit l'export suivant sans rien redemander.
corriger-de-plusieurs-fichiers = Pour corriger une partie de ce qui est deviné, écrire la phrase de la question en titre de la colonne, dans le fichier même, ou en ôter la colonne ; donner à --word ce que veut dire un mot. Une correspondance donnée à --mapping lit tous les fichiers d'une commande : { $files } sont chacune d'un seul.
peut-etre-deux-fois = Rien n'est encore publié : { $count ->
    [one] { $count } famille est peut-être comptée
   *[other] { $count } familles sont peut-être comptées
} deux fois. Faire ce qui en est dit plus haut, puis relancer ; ou ajouter --publish pour publier ainsi, ce que le compte rendu dira.
peut-etre-d-aucune-famille = Rien n'est encore publié : { $count ->
    [one] { $count } ligne n'est peut-être
   *[other] { $count } lignes ne sont peut-être
} d'aucune famille. Retirer celles qui n'en sont pas de leur fichier, puis relancer ; ou ajouter --publish pour publier avec elles.
familles-non-comptees = Rien n'est encore publié : des familles ont répondu et ne comptent pas, car aucune de leurs réponses n'est reconnue ({ $counts }). Si un titre a été reformulé, écrire dans le fichier celui que le questionnaire attend. Si une section dans une autre langue pose les mêmes questions, recopier ses réponses, en français, dans les colonnes lues. Si ce sont des codes, refaire l'export avec le texte des questions et des réponses. Puis relancer ; ou ajouter --publish pour publier sans ces familles, ce que le compte rendu dira.
lignes-d-un-fichier = { $lines } lignes remplies sur { $filled } dans « { $file } »
colonne-niveau = Niveau
colonne-reponses = Réponses
colonne-familles = Familles
colonne-part-des-familles = Part des familles
colonne-axe = Axe
colonne-situation = Situation
colonne-part = Part
colonne-intervalle = Intervalle à 95 %
pour-l-equipe = Pour l'équipe seulement : { $names }.
pour-l-equipe-dans = Pour l'équipe seulement, dans « { $out } » : { $names }.
rien-d-avant = Aucune publication d'avant n'est connue. Si ces familles sont déjà comptées dans un export fait sur un autre ordinateur ou à l'écran, par d'autres groupes ou avec moins de réponses, ne pas montrer les deux : relancer avec --previous et son dossier.
mises-de-cote = Publications d'avant que --new-collection met de côté, sans les comparer : { $count }. Si elles comptent les mêmes familles, ne pas montrer les deux.
aucun-plan-inscrit = Aucun plan de prêts ou d'ateliers n'est inscrit au registre de l'école. Si un plan des mêmes familles est déjà montré, ne pas montrer ce diagnostic à côté : il peut trahir un petit nombre. S'il ne l'est pas encore, le faire avec liaison plan, qui cache ce que l'un trahirait de l'autre.
