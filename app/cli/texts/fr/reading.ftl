pas-une-date = La valeur donnée à l'option { $option }, « { $text } », n'est pas une date : écrire par exemple 2026-09-01.
