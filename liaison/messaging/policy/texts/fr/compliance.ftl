gravite-a_corriger = À corriger
gravite-a_discuter = À discuter
gravite-a_savoir = À savoir

# Ce que les constats (constats.yaml) citent.
et-d-autres-motifs = { $shown } et { $others } autres motifs
absence-attend = elle attend leur fin
absence-suspended = elle ne paraît jamais
absence-quiet = elle ne sonne jamais
portee-classe = la classe
portee-etablissement = tout l'établissement
