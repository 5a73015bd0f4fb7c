materiel = { $items } de plus
creneau = un créneau de plus : { $moment }
garde = { $children } enfants de plus gardés à chaque créneau
salle = une salle de { $places } places de plus
une-salle = une salle de plus
animation = une personne de plus pour animer, à chaque créneau
une-personne = une personne de plus
interprete = interprète à chaque créneau : { $language }
