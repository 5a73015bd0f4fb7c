adresse-electronique = une adresse électronique
numero-de-telephone = un numéro de téléphone
adresse-ip = une adresse IP
numero-d-eleve = un numéro d'élève (INE)
numero-de-securite-sociale = un numéro de sécurité sociale
adresse = une adresse
