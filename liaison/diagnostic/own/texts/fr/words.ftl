pour-regrouper = Pour regrouper : { $columns }.
mots-non-compris = De « { $title } », { $count ->
    [1] un mot n'est pas compris
   *[other] { $count } mots ne sont pas compris
} : { $words }. Ces cellules ne seront pas lues, tant que « valeurs », dans la correspondance, ne dit pas de quel niveau elles sont.
laissee-de-cote = Laissée de côté : « { $title } » { $reason }.
se-coche-seule = À « { $title } », la réponse « { $answer } » se coche seule.
reponses-ecrites = À « { $title } », { $count ->
    [one] { $count } réponse que des familles semblent avoir écrite elles-mêmes compte
   *[other] { $count } réponses que des familles semblent avoir écrites elles-mêmes comptent
} « { $other } » : aucun de leurs mots n'est gardé. Une réponse proposée que { $few } familles au plus ont choisie en est : l'ajouter à « values » et à « words » de cette question, dans questionnaire.yaml, la fait compter.
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
