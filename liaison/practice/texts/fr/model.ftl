bulle-une-seule-chose = une bulle porte « text » ou « typed », l'un des deux
question-sur-ecran-inconnu = la question de { $mission } est sur l'écran inconnu « { $screen } »
rang-de-la-bonne-reponse = « right » est le rang d'une des réponses, à partir de 1
une-case-par-colonne = chaque ligne d'un tableau a une case par colonne
