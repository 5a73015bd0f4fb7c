langue-inconnue = La langue « { $language } » n'existe pas. Langues : { $languages }.
niveau-inconnu = Le niveau « { $level } » n'existe pas. Niveaux : { $levels }.
