ligne-depasse-caracteres = la ligne dépasse { $longest_line } caractères
guillemets-pas-par-deux = les guillemets de la ligne ne vont pas par deux
