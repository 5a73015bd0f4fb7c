relire-apres = Rien n'a été effacé : --reread se dit après l'effacement, une fois relu ce qu'il nomme. Effacer d'abord, sans cette option.
noms-gardes = Les noms sont gardés jusqu'au { $date } compris : rien n'a été effacé. Pour effacer sans attendre : --now.
salle-ouverte = La salle de cette séance est ouverte : rien n'a été effacé. La fermer (Ctrl-C dans sa fenêtre), puis relancer.
recherche-des-noms = Recherche des noms
rien-d-efface = Rien n'a été effacé : dans « { $folder } », { $refusal }.
preuve-impossible = La preuve ne peut pas être écrite dans « { $folder } » : { $reason }. La liste des noms y est encore : elle part en dernier. Faire de la place, puis relancer la même commande. Fichiers effacés : { $n }.
liste-absente = L'effacement n'était pas fini, et « { $list } » n'est plus là : les noms ne peuvent plus être cherchés. Le remettre, puis relancer ; sinon, effacer à la main ce que dit « { $proof } ».
lien-ou-tuyau = c'est un lien ou un tuyau : il n'est pas suivi
archive-recue = archive reçue, qui peut nommer quelqu'un
ecrit-par-la-suite = la suite l'a écrit d'après la liste des noms
base-venue-d-ailleurs = une base de données venue d'une autre personne : elle n'est pas ouverte
un-nom-y-figure = un nom y figure
efface-dans-le-doute = effacé dans le doute : { $reason }
dossier-vide = dossier vide, dont le nom dit celui d'une personne
liste-des-noms = la liste des noms
c-etait-un-lien = { $reason } ; c'était un lien : ce qu'il désigne n'est pas touché
autre-nom-sur-ce-disque = { $reason } ; le même fichier a un autre nom sur ce disque, qui n'est pas touché
contenu-pas-lu = { $reason } ; son contenu n'a pas pu être lu
dossier-change = son dossier a changé entre-temps : il { $reason }
disque-sans-place = { $reason } : y faire de la place, puis relancer
noms-des-fichiers = les noms des fichiers reçus y sont encore : { $reason }
disque-plein = le disque est plein : y faire de la place, puis relancer
base-tenue = elle est tenue par un autre programme : { $todo }
base-qui-refuse = elle refuse qu'on les change : les ôter à la main, ou l'effacer, puis relancer
base-abimee = elle est abîmée : la réparer ou l'effacer
partie-d-un-nom = partie d'un nom, ou mot ordinaire : { $parts } fois
fichier-ferme = ce fichier ne peut pas être lu : { $refusal }
un-nom-y-figure-encore = un nom y figure encore
dossier-nomme = ce dossier porte un nom : { $todo }
dossier-ferme = ce dossier ne peut pas être ouvert : { $refusal }
historique = c'est l'historique de la séance, qui garde ce qui en est effacé : effacer ce dossier
le-renommer = le vider ou le renommer, puis relancer
le-fermer = le fermer dans l'autre programme, puis relancer
pas-efface = il n'a pas pu être effacé : { $todo }
changements-en-attente = des noms sont peut-être encore dans cette base : des changements l'attendent dans « { $file } » ; la fermer dans le programme qui l'a écrite, ou l'effacer, puis relancer
noms-peut-etre-encore = des noms sont peut-être encore dans cette base : { $reason }
noms-otes =
    noms ôtés de { $n ->
        [one] { NUMBER($n, useGrouping: 1) } case
       *[other] { NUMBER($n, useGrouping: 1) } cases
    }
et-de-plus = - et { $n } de plus
