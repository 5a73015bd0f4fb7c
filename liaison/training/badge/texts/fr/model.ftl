instant-attendu = un instant s'écrit 2026-11-26T08:00:00Z
signe-invisible = un texte n'a pas de signe invisible, hors les fins de ligne
code-hache = un code est haché avec un sel ; un nom est en clair, sans sel
vocabulaire-inconnu = un vocabulaire que les badges de cette suite n'emploient pas
autre-cle = la signature annonce une autre clé que celle de l'émetteur
