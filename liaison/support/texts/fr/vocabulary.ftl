un-ordinateur = un ordinateur
un-cle-4g = une clé 4G
des-ordinateur = ordinateurs
des-cle-4g = clés 4G
tant-d-ordinateur = { $n ->
    [one] { $count } ordinateur
   *[other] { $count } ordinateurs
}
tant-d-cle-4g = { $n ->
    [one] { $count } clé 4G
   *[other] { $count } clés 4G
}
familles = { $n ->
    [0] aucune famille
    [one] { $count } famille
   *[other] { $count } familles
}
rang = { $n ->
    [1] { $rank }re
   *[other] { $rank }e
}
moment-matin = le matin
moment-apres-midi = l'après-midi
moment-soir = le soir
moment-samedi = le samedi
autre-langue = une autre langue
