au-niveau-de-l-aine = { $count } { $count ->
        [1] famille écrit les classes
       *[other] familles écrivent les classes
    } de plusieurs enfants : { $count ->
        [1] elle compte
       *[other] elles comptent
    } au niveau de l'aîné (« { $written } » : { $level }). Pour en compter une ailleurs, n'écrire que la classe voulue
