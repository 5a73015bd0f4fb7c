texte-en-trop = { $language }, { $file } : « { $key } » est en trop
texte-manquant = { $language }, { $file } : « { $key } » manque
tableau-de-lecture = | langue | mots | lire | lire et répondre |
