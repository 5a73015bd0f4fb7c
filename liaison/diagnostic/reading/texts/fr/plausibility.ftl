seule-et-une-autre = « { $alone } » et une autre réponse à « { $question } »
aucun-et-partage = aucun appareil à « { $devices } », un appareil partagé à « { $sharing } »
un-et-aucun = un appareil à « { $devices } », aucun à « { $sharing } »
