souvent-non-lue = plus d'une réponse sur cinq n'y est pas lue ; dire ce que ces mots veulent dire, ou les corriger
reponse-de-personne = une de ses réponses n'est lue de personne, alors qu'un mot qui revient n'y est pas lu et peut en être une autre écriture ; dire ce que ce mot veut dire
