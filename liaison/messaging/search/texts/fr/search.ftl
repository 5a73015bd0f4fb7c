# Où en est une recherche.
ce-qui-joint-le-plus = Ce qui joint le plus de familles
chaque-reglage-seul = Chaque réglage seul, sur toutes les familles
deux-ou-trois = Deux ou trois réglages ensemble
plus-de-reglages = Plus de réglages, s'il en faut
les-meilleurs-ensembles = Les meilleurs ensembles, simulés sur toutes les familles
d-autres-tirages = Ce qui est montré, sur d'autres tirages au sort
