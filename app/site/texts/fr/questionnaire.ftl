site-ecrit = Le site est dans « { $folder } » : { $pages ->
        [one] { $pages } page, { $kib } Kio
       *[other] { $pages } pages, { $kib } Kio au plus chacune
    }. Ouvrir index.html, ou copier le dossier sur une clé ou un serveur. Une adresse peut porter le niveau, que chaque code de famille garde : index.html#niveau=sixieme
