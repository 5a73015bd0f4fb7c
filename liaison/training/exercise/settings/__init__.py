"""« Réglez ceci pour que… » : un genre de réglage par fichier, tous notés de la même façon (`base`)."""
