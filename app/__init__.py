"""Ce qui tourne, au-dessus de tout le reste : la commande, le serveur local, la salle, les sites."""
