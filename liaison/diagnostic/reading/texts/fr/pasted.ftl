collees = { $count ->
    [1] la réponse de la ligne { $first } est de nouveau, toute pareille, à la ligne { $again } : les deux comptent. Si elle y a été collée deux fois, effacer la ligne { $again }
   *[other] les { $count } réponses des lignes { $first } à { $last } sont de nouveau, toutes pareilles et dans le même ordre, aux lignes { $again } à { $end } : toutes comptent. Si elles y ont été collées deux fois, effacer les lignes { $again } à { $end }
}
deux-fois = { $count ->
    [1] une réponse y est deux fois, toute pareille : les deux comptent. Si elle y a été collée deux fois, effacer la ligne { $lines }
   *[other] { $count } réponses y sont deux fois, toutes pareilles : toutes comptent. Si elles y ont été collées deux fois, effacer les lignes { $lines }
}
de-a = { $first } à { $last }
changees = { $count ->
    [1] deux réponses y ont le même numéro ou la même heure ({ $lines }), et ne disent pas la même chose : les deux comptent. Si c'est la même famille, n'en laisser qu'une
   *[other] { $count } fois, deux réponses y ont le même numéro ou la même heure ({ $lines }), et ne disent pas la même chose : toutes comptent. Si ce sont les mêmes familles, n'en laisser qu'une de chaque
}
a-la-meme-place = { $count ->
    [1] deux réponses y sont à la même place de deux suites pareilles ({ $lines }), et ne disent pas la même chose : les deux comptent. Si c'est la même famille, n'en laisser qu'une
   *[other] { $count } fois, deux réponses y sont à la même place de deux suites pareilles ({ $lines }), et ne disent pas la même chose : toutes comptent. Si ce sont les mêmes familles, n'en laisser qu'une de chaque
}
et-aussi = lignes { $first } et { $again }
