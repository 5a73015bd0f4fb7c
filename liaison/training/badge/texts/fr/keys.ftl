cle-abimee = « { $path } » n'est pas la clé d'une séance, ou elle est abîmée. Remettre la bonne ; à défaut, « liaison session badge DOSSIER --new-key » en fait une autre, dont l'empreinte est à redonner.
cle-fermee = « { $path } » ne peut pas être lu : { $reason }.
empreintes-illisibles = La clé n'a pas pu être écrite dans « { $folder } » : « { $file } » n'y est pas du texte. Rien n'a changé.
cle-pas-ecrite = La clé n'a pas pu être écrite dans « { $folder } » : { $reason }. Rien n'a changé. { $todo }, puis relancez.
cle-ouverte = « { $path } » peut être lu par d'autres comptes, et celui-ci ne peut pas le leur fermer : { $reason }. Rien n'a été signé. Reprendre depuis le compte à qui est la séance.
