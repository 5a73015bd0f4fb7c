fichier-pas-entierement-utf = le fichier n'est pas entièrement en UTF-8, il a été lu en { $name } : vérifier les accents
dossier-version-mettre-suite = le dossier est en version { $version } ; mettre la suite à jour, ou l'enregistrer de nouveau
fichier-vide = le fichier est vide
premiere-ligne = une première ligne { $columns }
colonne-manque = la colonne manque
colonnes = les colonnes { $expected }
colonne-deux-fois = la colonne est là deux fois
ligne-caracteres = la ligne a { $length } caractères
caracteres-plus = { $longest_line } caractères au plus
guillemets-ligne-vont-pas = les guillemets de la ligne ne vont pas par deux
ligne-cellules = la ligne a { $cells ->
        [one] { $cells } cellule
       *[other] { $cells } cellules
    }
cellule-caracteres-plus-lus = la cellule a { $cell } caractères, { $longest_cell } au plus sont lus
cellule-contient-caractere-illisible = la cellule contient un caractère illisible
cellule-vide = la cellule est vide
fichier-manque-type-ecole = le fichier manque : le type d'école est déduit des niveaux, la zone B est supposée
deja-ligne = « { $repeated } » est déjà à la ligne { $seen }
fichier-depasse-mo-pas = le fichier dépasse { $largest_file } Mo, il n'a pas été lu
fichier-manque = le fichier manque
dossier-contient = un dossier qui contient { $tables }
fichier-peut-pas-etre = le fichier ne peut pas être lu ({ $error })
colonne-pas-connue-pas = cette colonne n'est pas connue, elle n'est pas lue
cellule-vide-responsable-legal = la cellule est vide pour un responsable légal
aucune-ligne-gardee-ecole = aucune ligne gardée, l'école n'a pas été ouverte
colonne-vaut-responsable-legal = cette colonne ne vaut que pour un responsable légal, « { $row } » n'est pas lu
pas-accepte = « { $given } » n'est pas accepté
fichier-pas-json-lisible = le fichier n'est pas du JSON lisible
lignes-lues-gardees-refusees = { $file } : lignes lues { $read }, gardées { $kept }, refusées { $refused }
mises-part = , mises à part { $aside }
lue-dans-le-dossier = Lue dans le dossier { $folder }
cellules = { $n ->
    [one] { $n } cellule
   *[other] { $n } cellules
}
vides = , vides { $blank }
