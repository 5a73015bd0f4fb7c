autre-version = la ligne est d'une version que cette suite ne lit pas : { $version } est attendu
autre-questionnaire = la ligne répond à un autre questionnaire
pas-une-famille = ce n'est pas la réponse d'une famille
ce-fichier = ce fichier
trop-imbrique = le fichier est imbriqué trop profondément
