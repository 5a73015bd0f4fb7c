une-limite = donner at_most ou at_least, l'un des deux
points-des-conditions = les points des conditions ne font pas ceux de la question
mesures-inconnues = mesures inconnues : { $names }. Mesures : { $known }
