rien-ne-change = Rien n'en change dans cette simulation.
par-hasard = Le hasard d'un tirage suffit à expliquer le reste : { $rest }.

# Pourquoi un changement se paie.
mieux-lus = Ces sujets sont mieux lus : { $purposes }.
moins-lus = D'autres le sont moins, d'abord : { $purposes }. La simulation suppose que chaque sonnerie de plus fait ouvrir un peu moins les autres.
repli-cesse = { $families ->
    [1] Une famille
    [one] { $families } famille
   *[other] { $families } familles
} de plus de côté, et moins de papier ou d'appels de repli : la simulation suppose que l'école cesse le repli pour qui un canal de plus peut joindre, même si le message n'y est pas lu.
ou-c-est-simule = Simulé dans l'établissement fictif « { $school } », sous les hypothèses de la suite : ces nombres ne mesurent pas vos familles.
