ne-sont-plus = { $count ->
    [1] une de ses { $own } réponses n'est plus dans « { $file } », un export plus récent qui a les autres (ligne { $lines }) : elle compte. Si l'école l'a ôtée ou refusée
   *[other] { $count } de ses { $own } réponses ne sont plus dans « { $file } », un export plus récent qui a les autres (lignes { $lines }) : elles comptent. Si l'école les a ôtées ou refusées
} dans l'outil, ou si la famille a changé sa réponse depuis, ne pas donner « { $earlier } » : le dernier export suffit
