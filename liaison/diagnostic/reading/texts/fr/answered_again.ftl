plusieurs-fois = { $count ->
    [1] une famille a répondu plusieurs fois
   *[other] { $count } familles ont répondu plusieurs fois, chacune
} { $by } : { $count ->
    [1] sa dernière réponse compte
   *[other] leur dernière réponse compte
}, et non { $number ->
    [1] la ligne { $lines }
   *[other] les lignes { $lines }
}
pour-d-autres = { $count } réponses ont été envoyées { $by } : quelqu'un a répondu pour plusieurs familles, et toutes comptent
plusieurs-niveaux = { $count ->
    [1] une famille a répondu pour plusieurs niveaux
   *[other] { $count } familles ont répondu pour plusieurs niveaux, chacune
} { $by } ({ $lines }) : toutes ces réponses comptent. Pour compter des familles, et non des enfants, n'en laisser qu'une ligne de chacune
sans-heure = { $count ->
    [1] une famille a répondu plusieurs fois
   *[other] { $count } familles ont répondu plusieurs fois, chacune
} { $by } ({ $lines }), sans que rien dise quelle réponse est la dernière : toutes comptent. N'en laisser qu'une ligne de chacune
un-appareil = { $count ->
    [1] plusieurs réponses ont été envoyées
   *[other] { $count } fois, plusieurs réponses ont été envoyées
} { $by } ({ $lines }) : toutes comptent. Si c'est la même famille, et non deux qui ont répondu l'une après l'autre, n'en laisser qu'une ligne
peu-a-part = { $count ->
    [1] plusieurs réponses ont été envoyées
   *[other] { $count } fois, plusieurs réponses ont été envoyées
} { $by } ({ $lines }) : toutes comptent. Si c'est la même famille, n'en laisser qu'une ligne
meme-adresse = sous la même adresse électronique
meme-code = sous le même code d'accès
meme-reference = sous la même référence
meme-navigateur = depuis le même appareil
deux-lignes = lignes { $first } et { $again }
lignes-de-deux-fichiers = ligne { $again }, et ligne { $first } de « { $file } »
