semblables = ses réponses sont celles de « { $file } », autant de fois chacune, mais trop peu variées ou dans un autre ordre : rien ne dit si c'est le même tableau, et toutes comptent. Si c'est le même, n'en donner qu'un
meme-questionnaire = le même questionnaire que { $place }, avec d'autres réponses, sans dire lesquelles sont les plus récentes : les dernières lues comptent ; pour garder les autres, effacer cette ligne
changees-depuis = la famille a changé ces réponses depuis, et celles de { $place } comptent à leur place
colonne-abimee = la colonne « { $column } » a été abîmée par un tableur : ses numéros, écrits « 1,23E+14 », coupés ou répétés, ne disent plus quelle réponse est laquelle. Elle est mise de côté : une réponse donnée deux fois se reconnaît au reste de sa ligne. Pour compter plus sûrement, donner l'export de l'outil sans l'ouvrir dans un tableur
reponses-deja-comptees = { $count ->
        [one] { $count } réponse est déjà comptée (dans { $files }) : elle
       *[other] { $count } réponses sont déjà comptées (dans { $files }) : chacune
    } compte une seule fois
hors-de-l-autre = { $count ->
    [1] une de ses réponses n'est pas
   *[other] { $count } de ses réponses ne sont pas
} dans « { $file } », qui a toutes les autres : changées depuis, elles comptent deux fois. Si c'est le même questionnaire, ne donner que « { $file } »
contient-l-autre = a les réponses de « { $file } », et d'autres, mais trop peu variées pour dire si l'un est une partie de l'autre : toutes comptent. Si c'est le même formulaire, ne donner que le plus long
dans-l-autre = ses réponses sont dans « { $file } », mais trop peu variées pour dire si l'un est une partie de l'autre : toutes comptent. Si c'est le même formulaire, ne donner que le plus long
prennent-leur-place = la famille a changé ses réponses depuis { $place }, et celles-ci prennent leur place
reponse-deja-comptee = cette réponse est déjà comptée ({ $place }) : elle compte une seule fois
a-la-ligne = { $file }, ligne { $line }
