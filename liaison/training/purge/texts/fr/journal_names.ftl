journal-efface = il était illisible : effacé
noms-otes = les noms des fichiers reçus en sont ôtés
