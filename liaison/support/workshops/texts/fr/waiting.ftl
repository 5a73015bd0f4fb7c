manque-place = une place de plus
manque-groupe = assez de familles pour ouvrir un atelier (au moins { $group })
manque-salle = une salle libre
manque-animation = une personne libre pour animer
manque-langue = une personne libre pour sa langue ({ $language })
manque-garde = une garde pour ses enfants
