dossier-change = son dossier a changé entre-temps : il { $reason }
disque-sans-place = { $reason } : y faire de la place, puis relancer
noms-des-fichiers = les noms des fichiers reçus y sont encore : { $reason }
disque-plein = le disque est plein : y faire de la place, puis relancer
base-tenue = elle est tenue par un autre programme : { $todo }
base-qui-refuse = elle refuse qu'on les change : les ôter à la main, ou l'effacer, puis relancer
base-abimee = elle est abîmée : la réparer ou l'effacer
le-fermer = le fermer dans l'autre programme, puis relancer
pas-efface = il n'a pas pu être effacé : { $todo }
changements-en-attente = des noms sont peut-être encore dans cette base : des changements l'attendent dans « { $file } » ; la fermer dans le programme qui l'a écrite, ou l'effacer, puis relancer
noms-peut-etre-encore = des noms sont peut-être encore dans cette base : { $reason }
noms-otes =
    noms ôtés de { $n ->
        [one] { $n } case
       *[other] { $n } cases
    }
