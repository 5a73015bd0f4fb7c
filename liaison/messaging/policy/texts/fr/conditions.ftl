absence-attend = elle attend leur fin
absence-suspended = elle ne paraît jamais
absence-quiet = elle ne sonne jamais
portee-classe = la classe
portee-etablissement = tout l'établissement
