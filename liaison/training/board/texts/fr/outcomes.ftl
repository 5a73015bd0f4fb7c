range-avant = « { $second } » rangé avant « { $first } »
pas-de-choix = pas de choix
condition-pas-tenue = Condition pas tenue : { $label }
coche = Coché : { $label }
pas-coche = Pas coché : { $label }
