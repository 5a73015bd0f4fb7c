duree-non-gardee = « { $file } » ne peut pas être écrit ({ $reason }) : la durée n'y est pas gardée, et aucune attestation n'est faite. Permettre d'écrire dans le dossier de la séance, puis relancer.
duree-de-chaque = « { $hours } » ne dit pas la durée de chaque demi-journée : écrire par exemple « { $example } ».
pas-une-duree = « { $hours } » n'est pas une durée : écrire par exemple 6 h, 6h30 ou 45 min.
