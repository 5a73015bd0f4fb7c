deux-repetitions = Il faut au moins deux répétitions pour dire un intervalle.

# Ce qui me ferait changer d'avis.
le-hasard-renverse = Le hasard seul renverse cette comparaison : d'un tirage à l'autre, l'avantage change de côté ou disparaît. Il n'y a pas de conclusion à défendre.
celle-qui-compte = L'hypothèse qui compte le plus est { $hypothesis }.
jeu-egal = Les deux côtés font jeu égal : il n'y a pas de conclusion à défendre.
changer-d-avis = Ce qui me ferait changer d'avis : { $tippings }.
bascule-au-dessus = { $hypothesis }, au-dessus de { $value }
bascule-au-dessous = { $hypothesis }, au-dessous de { $value }
bascule-au-dessus-facteur = { $hypothesis }, au-dessus de { $value } fois ce qui est supposé
bascule-au-dessous-facteur = { $hypothesis }, au-dessous de { $value } fois ce qui est supposé
rien-d-essaye = Aucune hypothèse n'a été essayée.
rien-ne-change = Aucune hypothèse, seule et dans sa fourchette, ne change la conclusion. Celle qui compte le plus est { $hypothesis }.
