conseil = { $kind ->
    [ecole] conseil d'école
   *[other] conseil d'administration
}
