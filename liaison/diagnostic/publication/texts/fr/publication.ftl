un-registre-de-publications = un registre de publications
registre-absent = « { $place } » n'a pas de registre { $file } : donner le dossier d'un export de « liaison diagnose », ou ce fichier. Sans lui, l'export d'avant ne peut pas être comparé.
