duree-d-une-periode = Une période va de 1 à { $most } semaines, pas { $weeks }.
