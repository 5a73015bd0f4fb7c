collees = { $count ->
    [1] la réponse de la ligne { $first } est de nouveau, toute pareille, à la ligne { $again } : les deux comptent. Si elle y a été collée deux fois, effacer la ligne { $again }
   *[other] les { $count } réponses des lignes { $first } à { $last } sont de nouveau, toutes pareilles et dans le même ordre, aux lignes { $again } à { $end } : toutes comptent. Si elles y ont été collées deux fois, effacer les lignes { $again } à { $end }
}
