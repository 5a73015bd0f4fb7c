# Ce que dit une page pour les familles tant qu'elle n'a pas commencé.

sans-javascript = Această pagină are nevoie de JavaScript. Permiteți-l în browserul dumneavoastră, apoi reîncărcați pagina.
lente = Această pagină încă se încarcă: rețeaua este lentă. Așteptați puțin.
coupee = Această pagină nu a ajuns întreagă: rețeaua este întreruptă sau serverul nu răspunde. Nu s-a pierdut nimic.
ancienne = Acest browser este prea vechi pentru această pagină. Actualizați-l sau încercați pe alt aparat.
reessayer = Încercați din nou
