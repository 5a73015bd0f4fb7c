# Où va ce que l'on écrit et ouvre : chaque phrase a sa forme pour cette machine, pour la salle, pour un serveur hébergé.
# Les autres fichiers s'en servent par « { lieu-… } » ; « $lieu » leur est toujours donné (widgets/hosts.py).

lieu-ici = { $lieu ->
    [machine] sur cette machine
    [salle] sur l'ordinateur de la formatrice ou du formateur
   *[heberge] sur le serveur hébergé où tourne cette page
}
lieu-fichier = { $lieu ->
    [machine] Il ne quitte pas cette machine.
    [salle] Il va sur l'ordinateur de la formatrice ou du formateur.
   *[heberge] Il est envoyé au serveur hébergé où tourne cette page.
}
lieu-fichiers = { $lieu ->
    [machine] Rien ne quitte cette machine.
    [salle] Ils vont sur l'ordinateur de la formatrice ou du formateur.
   *[heberge] Ils sont envoyés au serveur hébergé où tourne cette page.
}
lieu-pied = { $lieu ->
    [machine] Rien ne quitte cette machine.
    [salle] Ce que vous écrivez et ouvrez ici va sur l'ordinateur de la formatrice ou du formateur.
   *[heberge] Cette page tourne sur un serveur hébergé : ce que vous y écrivez et ouvrez lui est envoyé.
}
lieu-pied-salle = { $lieu ->
    [machine] Sans salle ouverte, rien ne quitte cette machine. Une salle ouverte échange, par le réseau, avec les appareils de qui y entre.
   *[autre] { lieu-pied }
}
lieu-tout = { $lieu ->
    [machine] Tout se passe sur cette machine : rien de ce que vous saisissez ni de ce que vous ouvrez n'en sort, sauf par une salle que vous ouvririez.
    [salle] Tout se passe sur l'ordinateur de la formatrice ou du formateur : ce que vous saisissez et ouvrez y va, par le réseau de la salle.
   *[heberge] Tout se passe sur un serveur hébergé : ce que vous saisissez et ouvrez lui est envoyé. N'y mettez rien de réel.
}
lieu-accord = { $lieu ->
    [machine] Je peux ouvrir ce fichier ici.
    [salle] Ce que j'ouvre ou saisis ici va sur l'ordinateur de la formatrice ou du formateur : aucune vraie personne n'y figure, ou mon établissement l'accepte.
   *[heberge] Ce que j'ouvre ou saisis ici est envoyé à un serveur hébergé : aucune vraie personne n'y figure, ou mon établissement l'accepte.
}
