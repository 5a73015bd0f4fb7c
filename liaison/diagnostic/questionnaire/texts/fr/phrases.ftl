texte-en-trop = { $language }, { $file } : « { $key } » est en trop
texte-manquant = { $language }, { $file } : « { $key } » manque
tableau-de-lecture = | langue | mots | lire | lire et répondre |
langue-inconnue = La langue « { $language } » n'existe pas. Langues : { $languages }.
niveau-inconnu = Le niveau « { $level } » n'existe pas. Niveaux : { $levels }.
