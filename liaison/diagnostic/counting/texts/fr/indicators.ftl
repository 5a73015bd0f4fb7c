groupes-a-choisir = Choisir un groupe ou plusieurs parmi : { $groups }.
question-inconnue = « { $question } » n'est pas une question de ce diagnostic : { $questions }.
