## L'ENT d'entraînement : la première page du site, la composition d'un parcours, l'écriture du site

practice-index-titre = S'entraîner à l'ENT
practice-index-phrase = Un ENT fictif, pour essayer sans risque. Aucun compte, aucune vraie personne. Rien ne quitte votre appareil.
practice-index-langues = Choisissez votre langue
practice-index-pied = Tout est fictif : l'école, les personnes, les messages. Cette page et une langue déjà ouverte se rouvrent sans réseau si leur adresse commence par « https » et si le navigateur garde les pages.

practice-site-fait = Site écrit dans « { $folder } » : { $count ->
        [one] { $count } fichier
       *[other] { $count } fichiers
    }, { $kib } Kio.
practice-site-suite = Posez ce dossier sur un serveur web, ou copiez-le sur une clé USB et ouvrez index.html.

## Composer un parcours

practice-depart = Partir d'un parcours tout fait
practice-depart-aide = Il coche ses missions ; vous en ôtez ou en ajoutez ensuite.
practice-missions-de = Missions : { $service }
practice-mission = { $mission } ({ $minutes } min, niveau { $level })
practice-compte = { $count ->
    [0] aucune
    [one] 1 mission
   *[other] { $count } missions
}
practice-total = { $count ->
    [0] Aucune mission choisie.
    [one] 1 mission, { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
   *[other] { $count } missions, { $minutes ->
       [one] { $minutes } minute
      *[other] { $minutes } minutes
   }.
}
practice-total-long = C'est plus qu'un atelier de { $limit } minutes : gardez-en pour une autre fois.
practice-ordre = Dans quel ordre ?
practice-adresse = Où la page est-elle posée ?
practice-adresse-aide = L'adresse du site, par exemple https://ent-pratique.example.org/. Le code de l'affiche y mène.
practice-langue = Langue de l'affiche
practice-langue-aide = Sans choix, l'affiche est en français et chaque parent choisit sa langue en arrivant.
practice-emporter = Tout est fabriqué { lieu-ici }.
practice-emporter-affiche = L'affiche
practice-emporter-fiche = La fiche de la personne qui accompagne (PDF)
practice-emporter-site = Le site, pour un serveur ou une clé USB (ZIP)

## Le pari de la leçon

practice-parier = Parier
practice-pari-reponse = { $count ->
    [0] Aucun geste.
    [one] Un geste au moins, par le chemin le plus court.
   *[other] { $count } gestes au moins, par le chemin le plus court.
}
practice-pari-detail = Et à chaque pas, de { $fewest } à { $most } choses que l'on peut toucher. Voir faire ne dit pas laquelle.
