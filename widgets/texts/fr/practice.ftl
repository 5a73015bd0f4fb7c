## L'ENT d'entraînement : la première page du site, la composition d'un parcours, l'écriture du site

practice-index-titre = S'entraîner à l'ENT
practice-index-phrase = Un ENT fictif, pour essayer sans risque. Aucun compte, aucune vraie personne. Rien ne quitte votre appareil.
practice-index-langues = Choisissez votre langue
practice-index-pied = Tout est fictif : l'école, les personnes, les messages. Cette page marche aussi sans réseau après une première visite.

practice-site-emploi = Donnez un dossier, et un seul, où écrire le site. Exemple : python -m widgets.practice site_pratique
practice-site-fait = Site écrit dans « { $folder } » : { $count } fichiers, { $kib } Kio.
practice-site-suite = Posez ce dossier sur un serveur web, ou copiez-le sur une clé USB et ouvrez index.html.
