seuil-trop-bas = Le seuil de publication est de { $lowest } familles au moins, pas { $threshold } : en dessous, une famille se reconnaît.
trop-de-criteres = Un tableau croise { $most } questions au plus : retirer un critère.
case-negative = Un tableau compte des familles : aucune case ne peut être négative.
