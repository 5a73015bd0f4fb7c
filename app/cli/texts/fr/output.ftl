etape-avance = { $name } : { $done } sur { $count }
avance = { "" }    { $done } sur { $count }
pas-un-dossier = « { $target } » est un fichier, pas un dossier. Donner un autre nom à --out.
dossier-ferme = Le dossier « { $target } » ne peut pas être écrit ({ $reason }). Rien n'a été écrit : donner à --out un dossier où l'on peut écrire.
disque-plein = Le disque est plein : « { $target } » n'a pas pu être écrit, rien n'y est changé. Libérez de la place, puis relancez.
fichiers-non-poses = Les fichiers n'ont pas pu être posés dans « { $target } » ({ $reason }) : l'un d'eux est peut-être ouvert dans un autre programme. Ceux d'avant sont restés. Fermer ce programme, puis relancer.
fichier-non-ecrit = « { $path } » ne peut pas être écrit : { $reason }. Rien n'a été écrit.
