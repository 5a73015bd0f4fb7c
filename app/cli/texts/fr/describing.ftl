colonne-format = Format
colonne-version = Version
colonne-cles = Clés
plusieurs-formats = Plusieurs formats portent ce nom : « { $subject } ». Formats : { $names }.
aucun-format = Aucun format ne porte ce nom : « { $subject } ». Formats : { $names }.
