processus-arrete = Un des processus s'est arrêté, sans doute faute de mémoire. Ce qui était fini est gardé : relancer la même commande, avec moins de processus (--processes).
dask-absent = Dask n'est pas installé : pip install « carnets-de-liaison[dask] », ou se passer de --dask.
dask-muet = Aucun cluster Dask ne répond à « { $address } » : vérifier l'adresse.
dask-sans-memoire = Les processus du cluster Dask s'arrêtent l'un après l'autre, sans doute faute de mémoire. Ce qui était fini est gardé : leur en donner plus, puis relancer la même commande.
dask-perdu = Le cluster Dask ne répond plus. Ce qui était fini est gardé : relancer la même commande.
