barres = Un graphique a de 1 à { $most } barres, pas { $count }.
