# Ce que l'on dit de tant de familles, après leur nombre.
famille-a-temps = { $count ->
    [one] jointe à temps
   *[other] jointes à temps
}
famille-en-retard = en retard
famille-de-cote = { $count ->
    [one] laissée de côté
   *[other] laissées de côté
}
famille-derangee = { $count ->
    [one] dérangée le soir
   *[other] dérangées le soir
}
