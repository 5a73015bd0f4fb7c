competences-inconnues = compétences inconnues : { $names }
question-inconnue = L'exercice « { $exercise } » n'a pas de question « { $question } ». Ses questions : { $known }.
un-exercice = un exercice
