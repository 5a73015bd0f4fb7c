titre-de-plusieurs = { $first }, et { $count ->
        [one] { $count } autre module
       *[other] { $count } autres modules
    }
pas-un-jour = « { $text } » n'est pas le jour d'une séance : l'année va de { $first } à { $last }.
deja-la = « { $target } » existe déjà : une séance y est peut-être. Rien n'a été changé. Recommencez : une autre place sera prise.
disque-plein = Le disque est plein : la séance n'a pas pu être faite dans « { $folder } », et rien n'en reste. Libérez de la place, puis pressez de nouveau.
dossier-ferme = La séance n'a pas pu être faite dans « { $folder } » ({ $reason }), et rien n'en reste. Permettez d'y écrire, ou mettez la suite dans un dossier qui est à vous, puis pressez de nouveau.
