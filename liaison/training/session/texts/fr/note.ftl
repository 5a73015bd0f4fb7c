note =
    Séance « { $title } », le { $date }. Code de la séance : { $code }.
    Mode : { $mode }.

    Ce dossier tient toute la séance. Le déplacer ou le copier ne casse rien.

      documents/codes.pdf   une bande par personne, à découper
      participants.csv      les noms, s'il y en a : ici, dans documents/, et dans la liste que vous aviez
      submitted/            les copies, rangées par code
      remises.csv           ce qui a été reçu, refusé, et pourquoi
      equipes/              les politiques et les plans des équipes, à ouvrir dans « Décider à plusieurs »
      gradebook.db          le carnet de notes de nbgrader, qui ne connaît que les codes

    Dans un terminal, depuis le dossier de la suite :

    { $gather }
      liaison session status CE_DOSSIER                     qui a remis quoi
      liaison session attendance CE_DOSSIER                 la feuille à signer, et presences.csv à remplir
      liaison session close CE_DOSSIER                      noter, écrire tous les papiers, dire ce qui reste à lire
      liaison session purge CE_DOSSIER                      effacer les noms, après le { $until }
    { "" }
prendre-du-depot = { "" }  liaison session collect DÉPÔT --session CE_DOSSIER    prendre les fichiers remise-CODE.zip
prendre-de-la-salle =
    { "" }  liaison session hub CE_DOSSIER                        ouvrir la salle
    { "" }  liaison session hub CE_DOSSIER --collect              prendre les copies
note-effacee =
    Séance « { $title } », le { $date }. Code de la séance : { $code }.

    Ses noms sont effacés, avec ce qui les portait : elle ne prend plus de remise, ne se note plus.

      effacement.json       la preuve : ce qui a été effacé, changé, gardé
      seance.yaml           ses modules, ses codes, qui l'a animée
      gradebook.db          le carnet de notes de nbgrader, qui ne connaît que les codes
      submitted/            ce qui reste des copies, rangées par code
      documents/            ce qui reste des papiers

    Dans un terminal, depuis le dossier de la suite :

      liaison session results --session CE_DOSSIER          les notes, par code
      liaison session status CE_DOSSIER                     ce qui reste, et ce que vaut l'effacement
    { "" }
avant = Ce qui suit a été écrit avant :
