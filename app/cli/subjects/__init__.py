"""Les commandes d'une étude : un fichier par étude, dont `commands` s'ajoute à celles de `liaison`."""
