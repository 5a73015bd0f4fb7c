meme-questionnaire = le même questionnaire que { $place }, avec d'autres réponses, sans dire lesquelles sont les plus récentes : les dernières lues comptent ; pour garder les autres, effacer cette ligne
deux-versions = le même questionnaire que { $place }, avec d'autres réponses, sans dire lesquelles sont les plus récentes : celles de { $stays } comptent ; pour garder les autres, les y écrire
changees-depuis = la famille a changé ces réponses depuis, et celles de { $place } comptent à leur place
colonne-abimee = la colonne « { $column } » a été abîmée par un tableur : ses numéros, écrits « 1,23E+14 », coupés ou répétés, ne disent plus quelle réponse est laquelle. Elle est mise de côté : une réponse donnée deux fois se reconnaît au reste de sa ligne. Pour compter plus sûrement, donner l'export de l'outil sans l'ouvrir dans un tableur
reponses-deja-comptees = { $count ->
        [one] { $count } réponse est déjà comptée (dans { $files }) : elle
       *[other] { $count } réponses sont déjà comptées (dans { $files }) : chacune
    } compte une seule fois
changees-entre-deux = { $count ->
    [1] une famille a changé ses réponses
   *[other] { $count } familles ont changé leurs réponses
} entre « { $file } » et ce fichier, sous le même numéro ou à la même heure : seules les dernières comptent
changees-sans-date = { $count ->
    [1] une famille a d'autres réponses
   *[other] { $count } familles ont d'autres réponses
} dans « { $file } », sous le même numéro ou à la même heure, sans dire lesquelles sont les plus récentes : celles de « { $stays } » comptent
prennent-leur-place = la famille a changé ses réponses depuis { $place }, et celles-ci prennent leur place
reponse-deja-comptee = cette réponse est déjà comptée ({ $place }) : elle compte une seule fois
a-la-ligne = { $file }, ligne { $line }
a-leurs-seules-reponses = { $count ->
    [1] une de ses réponses, comptée avec celle d'un autre fichier, est reconnue à ce qu'elle dit
   *[other] { $count } de ses réponses, comptées avec celles d'un autre fichier, sont reconnues à ce qu'elles disent
}, sans heure ni numéro tiré au hasard qui le prouve : si ce sont deux classes, des familles manquent, et il faut l'export de l'outil avec ses heures
