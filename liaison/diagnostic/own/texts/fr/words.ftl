pour-regrouper = Pour regrouper : { $columns }.
mots-non-compris = De « { $title } », { $count ->
    [1] un mot n'est pas compris
   *[other] { $count } mots ne sont pas compris
} : { $words }. Ces cellules ne seront pas lues, tant que « valeurs », dans la correspondance, ne dit pas de quel niveau elles sont.
laissee-de-cote = Laissée de côté : « { $title } » { $reason }.
se-coche-seule = À « { $title } », la réponse « { $answer } » se coche seule.
reponses-ecrites = À « { $title } », { $count ->
    [one] { $count } réponse de { $few } familles au plus, ou écrite après « { $other } », compte
   *[other] { $count } réponses de { $few } familles au plus chacune, ou écrites après « { $other } », comptent
} « { $other } » : aucun de leurs mots n'est gardé. Si l'une d'elles est proposée et non écrite, l'ajouter à « values » et à « words » de cette question, dans questionnaire.yaml, la fait compter ; dans un export où plus de { $few } familles l'ont donnée, elle attend que l'on dise ce qu'elle est.
reponse-et-familles = « { $answer } » ({ $n ->
    [one] { $n } famille
   *[other] { $n } familles
})
devine-debut = Deviné : les colonnes dont le titre commence par « { $title } » sont comprises comme une seule question, et { $parts } comme ses cases ou ses lignes. Si ce sont des questions à part, leur donner dans l'export des titres qui ne commencent pas de même, et recommencer.
devine-virgule = Deviné : à « { $title } », les réponses d'une cellule sont coupées aux virgules : { $parts }. Si une réponse proposée contient elle-même une virgule, l'écrire entière dans questionnaire.yaml (« values » et « words » de cette question) et dans correspondance.yaml (« valeurs »), à la place de ses morceaux.
nombre-reponse = À « { $title } », { $answers } { $count ->
    [1] compte comme une réponse. S'il veut dire
   *[other] comptent comme des réponses. S'ils veulent dire
} « sans réponse », vider ces cellules dans l'export, et recommencer.
ecritures = À « { $title } », une seule réponse : { $spellings }. La première écriture est publiée. Si deux d'entre elles sont deux réponses, écrire chacune dans « values » et « words » de cette question (questionnaire.yaml) et dans « valeurs » (correspondance.yaml).
devine-voisines = Deviné : { $parts }, des colonnes voisines qui ne contiennent que des croix, sont comprises comme les cases d'une seule question, que l'export ne nomme pas : écrire son titre dans questionnaire.yaml (« title »). Si ce sont des questions à part, leur donner dans l'export un « non » là où elles ne sont pas cochées, et recommencer.
