noms-et-d-autres = { $names } et { $more ->
    [one] { $more } autre
   *[other] { $more } autres
}
fautes-et-d-autres = … et { $more ->
    [one] { $more } autre
   *[other] { $more } autres
}.
