duree-absente = « { $module }/{ $file } » ne dit pas combien dure l'atelier : minutes.animation.
objectifs-absents = « { $module }/README.md » ne dit pas « **À la fin, on sait** », puis une liste.
