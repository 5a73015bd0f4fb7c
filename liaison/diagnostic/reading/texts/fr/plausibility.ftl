seule-et-une-autre = « { $alone } » et une autre réponse à « { $question } »
aucun-et-partage = aucun appareil à « { $devices } », un appareil partagé à « { $sharing } »
un-et-aucun = un appareil à « { $devices } », aucun à « { $sharing } »
reponse-envoyee-deux-fois = les mêmes réponses que la ligne { $line } : une réponse envoyée deux fois ?
en-partie-ne-sait-pas = une question à plusieurs réponses est en partie « ne sait pas » : elle compte comme sans réponse
