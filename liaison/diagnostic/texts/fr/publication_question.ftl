entre = entre { $low } et { $high } familles
quelqu-un-les-reconnait = Quand elles sont si peu, quelqu'un les reconnaît.
nombres-caches = { $count ->
        [one] { $count } nombre caché
       *[other] { $count } nombres cachés
    } sur { $cells }.
des-groupes-plus-grands = Des groupes plus grands demandent de cacher moins, et disent autant au conseil.
le-tableau = Le tableau « { $question } »
chaque-besoin-une-fois = Chaque besoin se lit une fois. Pour en lire plus, découper par niveau ce qui le supporte.
ce-que-le-conseil-ne-lit-pas = Ce que le conseil ne lit pas
des-nombres-lisibles = Il décide avec des nombres qu'il peut lire.
familles = { $count ->
    [one] { $count } famille
   *[other] { $count } familles
}
montre = Ce nombre est montré : { $number }.
cache-mais-deductible = Ce nombre est caché, mais un lecteur sait dire : { $number }.
dans-le-tableau = Tableau « { $question } ».
decoupe = Il est découpé en { $groups ->
        [one] { $groups } groupe
       *[other] { $groups } groupes
    }.
non-decoupe = Il n'est pas découpé en groupes.

# Ce que les réglages essayés donnent, condition par condition.
mesure-retrouvables = { $n ->
    [one] { $value } petit nombre retrouvable
   *[other] { $value } petits nombres retrouvables
}
mesure-cachees = { $n ->
    [one] { $value } nombre caché
   *[other] { $value } nombres cachés
}
mesure-utiles = { $n ->
    [one] { $value } nombre utile à lire
   *[other] { $value } nombres utiles à lire
}
ensemble = Ensemble
