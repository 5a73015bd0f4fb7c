rien-de-ressemblant = aucun titre n'y ressemble
aucune-case-dans-tous = aucune de ses cases n'est dans tous les fichiers
une-partie-absente = une partie n'y est dans aucune colonne
colonne-attendue = la correspondance attend la colonne « { $column } », que le fichier n'a pas
questions-reconnues = Questions : { $count }. Reconnues : { $recognised }.{ $absent ->
        [0] { "" }
       *[other] { " " }Dans aucune colonne : { $absent }, qui n'ont pas été demandées et ne sont pas dans ce qui se publie.
    }{ $unread ->
        [0] { "" }
       *[other] { " " }Non lues : { $unread }, qui ne sont pas dans ce qui se publie.
    }
non-lues = Non lues, car { $reason } : { $questions }.
lue-en-partie = Lue en partie : « { $question } ». Non lues, car { $reason } : { $parts }.
une-fois-par-groupe = la colonne « { $column } » n'est écrite qu'une fois par groupe de lignes, comme des cellules fusionnées, et les autres lignes compteraient « sans réponse » ; recopier la valeur sur chaque ligne
mise-de-cote = la colonne « { $column } » semble en parler et n'a pas été comprise ; l'appeler par le titre de la question suivi de celui de la case, ou la retirer du fichier
titre-non-lu = la colonne « { $column } » en porte le titre et n'est pas lue : la correspondance donnée ne la nomme pas, ou une autre colonne y répond ; l'ajouter à la correspondance, relire le fichier sans elle, ou en retirer l'une des deux colonnes
sous-un-autre-titre = la colonne « { $column } » contient peut-être ses réponses, comme lorsqu'un titre est reformulé ; si c'est la même question, lui donner le titre attendu
deux-fois-un-titre = plusieurs colonnes ont le titre « { $column } », et rien ne dit laquelle y répond ; mettre leurs réponses dans une seule colonne, ou donner un autre titre à celle qui demande autre chose
a-cote = des familles n'y ont peut-être répondu que dans la colonne « { $column } », et compteraient « sans réponse » ; recopier ce qu'elles y disent dans la colonne de la question, ou, si celle-là demande autre chose, relire une copie du fichier sans elle
posee-deux-fois = des familles y ont répondu dans la colonne « { $column } » et non dans « { $read } », comme lorsqu'un titre change en cours d'enquête ; si c'est la même question, mettre leurs réponses dans une seule colonne ; si plusieurs l'ont remplacée, mettre dans un autre fichier les lignes des familles qui ont eu l'une des deux versions, refaire le questionnaire de ce fichier, et ne publier que lui
dans-aucune-colonne = Dans aucune colonne, car { $reason } : { $questions }.
demandee-en-partie = Demandée en partie : « { $question } ». Dans aucune colonne : { $parts }.
cases-en-partie = { demandee-en-partie } Une famille qui n'a coché que cela peut compter « sans réponse ».
lignes-d-un-fichier = « { $question } » : { $parts }, dans aucune colonne de { $files }, et donc pas dans ce qui se publie : rien ne dit ce que les familles { $count ->
        [1] de ce fichier
       *[other] de ces fichiers
    } auraient répondu.
contexte-d-un-fichier = « { $question } » n'est dans aucune colonne de { $files } : les familles { $count ->
        [1] de ce fichier
       *[other] de ces fichiers
    } ne comptent dans aucun de ses groupes.
cases-d-un-fichier = « { $question } » : { $parts }, dans aucune colonne de { $files }, et donc pas dans ce qui se publie. Une famille { $count ->
        [1] de ce fichier
       *[other] de ces fichiers
    } qui n'a coché que cela peut compter « sans réponse ».
pas-dans-tous = tous les fichiers ne l'ont pas ({ $why }), et rien ne dit ce que les familles des autres auraient répondu ; y recopier ce qu'elles ont répondu sous le titre attendu, ou, avant que rien ne soit publié, ne publier que les fichiers qui la posent : les uns publiés, les autres sont d'ordinaire refusés
axe-non-publie = L'axe « { $axis } » n'est pas publié : une partie de ce dont il se déduit n'a pas été demandée à toutes les familles, ou pas lue.
ressemble-sans-ligne = la colonne « { $column } » lui ressemble, mais ne dit pas de laquelle de ses lignes elle parle
ligne-sans-titre = la colonne « { $column } », à côté des siennes, n'a pas de titre
ressemble-sans-reponse = la colonne « { $column } » lui ressemble, mais ce qu'elle contient n'en est pas une réponse connue
cellules-non-lues = Cellules non lues : { $count }, dans { $lines } { $lines ->
    [1] ligne gardée
   *[other] lignes gardées
}. Chacune compte sans réponse à sa question, le reste de sa ligne compte. { $places }.
autres-reponses = Réponses autres que celles proposées : { $count }. { $count ->
    [1] Elle
   *[other] Chacune
} compte sans réponse à sa question, le reste de sa ligne compte. { $places }.
toutes-reconnues = Questions : { $count }, toutes reconnues.
niveau-dans-aucune-colonne = « { $question } » n'est reconnu dans aucune colonne : rien n'est dit par niveau. Une colonne l'est quand son titre parle de classe ou de niveau, et que quatre familles sur cinq au moins, de celles qui la remplissent, y écrivent une classe (« 6e A », « 601 ») ; de plusieurs, la première de celles que le plus de familles remplissent.
contexte-dans-aucune-colonne = « { $question } » n'est dans aucune colonne : elle n'est pas dans ce qui se publie.
suivie-sans-titre = la colonne « { $column } » lui ressemble, des colonnes sans titre qui la suivent contiennent aussi ses réponses, et rien ne dit quelle case est chacune ; donner à chaque colonne le titre de sa case
meme-ligne = la colonne « { $column } » et une autre portent les mêmes mots, et rien ne dit laquelle en parle ; donner à chacune le titre de sa question suivi du sien
sans-titre = une colonne sans titre
colonne-deplacee = la correspondance attend la colonne « { $column } » entre « { $before } » et « { $after } », où le fichier ne l'a pas ; le relire sans correspondance, ou remettre ses colonnes dans leur ordre
peut-etre-d-une-autre-langue = seules des familles qui n'y ont pas répondu remplissent la colonne « { $column } », qui est peut-être la même question dans une autre langue, et elles compteraient « sans réponse » ; si c'est elle, recopier leurs réponses, telles que le questionnaire les écrit, dans l'une des deux ; si c'en est une autre, lui donner dans l'export un titre en français, et refaire le questionnaire
