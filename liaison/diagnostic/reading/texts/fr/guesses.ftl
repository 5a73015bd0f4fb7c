question-et-partie = { $question } », « { $part }
colonne-devinee = La colonne « { $column } » est comprise comme « { $question } », que son titre ne dit pas mot pour mot.
mot-et-reponse = { $words } comme « { $answer } »
mots-devines = Dans « { $column } », { $pairs }.
