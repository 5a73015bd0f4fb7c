lien = un lien commence par https://, http://, mailto: ou tel:, et ne contient pas d'espace
titre-vide = un titre ne peut pas être vide
pas-une-image = une image est un fichier PNG
ligne-du-tableau = la ligne { $row } a { $cells ->
        [one] { $cells } cellule
       *[other] { $cells } cellules
    } pour { $columns ->
        [one] { $columns } colonne
       *[other] { $columns } colonnes
    }
largeurs-du-tableau = { $widths ->
        [one] { $widths } largeur
       *[other] { $widths } largeurs
    } pour { $columns ->
        [one] { $columns } colonne
       *[other] { $columns } colonnes
    }
niveaux-des-titres = le titre « { $title } », de niveau { $level }, suit le niveau { $deepest }
numero-pris-deux-fois = deux sources portent le même numéro
source-absente = la source { $source } est citée et ne figure pas dans le document
dessins-des-termes = { $drawings ->
        [one] { $drawings } dessin
       *[other] { $drawings } dessins
    } pour { $items ->
        [one] { $items } terme
       *[other] { $items } termes
    }
