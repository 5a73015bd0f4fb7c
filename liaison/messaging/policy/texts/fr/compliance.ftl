gravite-a_corriger = À corriger
gravite-a_discuter = À discuter
gravite-a_savoir = À savoir

# Ce que les constats (constats.yaml) citent.
et-d-autres-motifs = { $shown } et { $others } autres motifs
