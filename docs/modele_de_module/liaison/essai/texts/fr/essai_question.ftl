la-famille = La famille { $number }
attend-un-mot = Elle attend un mot de la classe.
sans-papier = Elle n'a pas de papier.

# Ce que les réglages essayés donnent, condition par condition.
mesure-sans-papier = { $n ->
    [one] { $value } famille sans papier
   *[other] { $value } familles sans papier
}
