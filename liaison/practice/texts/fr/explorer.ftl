# Un chemin, geste après geste.
au-depart = dès le départ
ailleurs = quelque chose fait dans un autre service
geste-press = appuyer sur { $target }
geste-choose = choisir { $target } = { $value }
geste-type = écrire « { $value } » dans { $target }
geste-back = « Retour »
geste-home = « Menu »
puis = { $before }, puis { $after }

menu-sans-compte = { $service } : le menu s'ouvre sans compte ({ $walk })
seuil-avec-un-compte = { $service } : le seuil s'ouvre avec un compte ({ $walk })
