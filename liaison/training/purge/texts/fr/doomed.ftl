archive-recue = archive reçue, qui peut nommer quelqu'un
ecrit-par-la-suite = la suite l'a écrit d'après la liste des noms
base-venue-d-ailleurs = une base de données venue d'une autre personne : elle n'est pas ouverte
qui-est-qui = à côté de chaque code, ou de notes, un compte, un numéro, une adresse, ou un mot qui peut en être un
un-nom-y-figure = un nom y figure
efface-dans-le-doute = effacé dans le doute : { $reason }
dossier-vide = dossier vide, dont le nom dit celui d'une personne
liste-des-noms = la liste des noms
c-etait = { $reason } ; { $kind ->
    [lien] c'était un lien : ce qu'il désigne n'est pas touché
    [tuyau] c'était un tuyau : il ne contient rien
   *[autre] ce n'était pas un fichier ordinaire : rien n'en est lu
}
autre-nom-sur-ce-disque = { $reason } ; le même fichier a un autre nom sur ce disque, qui n'est pas touché
