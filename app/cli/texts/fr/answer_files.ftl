deux-fichiers-d-un-nom = Deux fichiers s'appellent « { $name } » : les refus ne diraient pas duquel ils parlent. En renommer un.
fichier-absent = « { $path } » n'existe pas, ou n'est pas un fichier. Rien n'a été lu.
autre-formulaire = Une publication du { $day } ne montre pas les mêmes questions, ou pas avec les mêmes réponses ({ $questions }) : ses nombres ne se comparent pas à ceux-ci. Si ce sont les mêmes réponses, les deux ensemble donneraient des nombres cachés. Rien n'est écrit. Reprendre le questionnaire et la correspondance de cette publication, s'ils ont changé ; si une question, ou une case, a été mise de côté dans l'une des deux, garder ce qui est publié.
refus = Refusé : { $refused }
autres-refus = Et { $count ->
        [one] { $count } autre refus
       *[other] { $count } autres refus
    }.
cellule-non-lue = Non lu : { $cell }
autres-cellules-non-lues = Et { $count ->
        [one] { $count } autre cellule non lue
       *[other] { $count } autres cellules non lues
    }.
a-verifier = À vérifier : { $flagged }
autres-points-a-verifier = Et { $count ->
        [one] { $count } autre point
       *[other] { $count } autres points
    } à vérifier.
lecture = Lecture de « { $file } »
rien-d-ecrit = { $reason } Rien n'a été écrit.
lecture-en-cours = Lecture de « { $file } », { $lines ->
        [one] { $lines } ligne lue
       *[other] { $lines } lignes lues
    }
autre-collecte = Si ce sont les réponses d'une autre collecte (une autre année, un autre formulaire, aucune déjà publiée), le dire avec --new-collection, sans --previous, et donner à --out un autre dossier.
devine = Deviné : { $guess }
confirme = Deviné, et dit juste : { $guess }
