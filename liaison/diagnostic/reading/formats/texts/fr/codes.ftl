lignes-sans-code = lignes sans code, qui ne comptent pas : { $lines }
colonnes-non-lues = colonnes qui ne sont pas lues : { $columns }
plusieurs-codes = la ligne porte { $count } codes : en laisser un par ligne
longueur-d-un-code = un code a { $length } lettres et chiffres
