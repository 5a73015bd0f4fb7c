dans-un-niveau-non-publie = dans un niveau dont le compte n'est pas publié à part, trop de réponses ou nombre de familles absent
effectifs-illisibles = Le fichier d'effectifs « { $file } » ne peut pas être lu : vérifier son nom et son dossier.
effectifs-pas-csv = Le fichier d'effectifs « { $file } » n'est pas du CSV lisible.
deux-colonnes-attendues = Le fichier d'effectifs « { $file } » doit avoir deux colonnes, « niveau » et « familles », et une ligne par niveau.
niveau-inconnu = « { $file } », ligne { $line } : le niveau « { $level } » n'est pas connu. Niveaux : { $accepted }.
niveau-deux-fois = « { $file } », ligne { $line } : le niveau « { $level } » y est deux fois.
aucune-famille = Le fichier d'effectifs « { $file } » ne compte aucune famille.
total-different = « { $file } » : les niveaux font { $sum ->
        [one] { $sum } famille
       *[other] { $sum } familles
    }, la ligne de total en dit { $total }. Une famille qui a plusieurs enfants compte une fois, dans un seul niveau.
pas-un-nombre = { $place } : « { $cell } » n'est pas un nombre de familles.
aucune-reponse = Aucune réponse : il n'y a rien à pondérer.
personne-en = Personne n'a répondu en { $levels } : aucune réponse ne peut parler pour ces familles, et rien n'est pondéré. Recueillir des réponses dans ce niveau, ou compter ces familles avec celles du niveau voisin.
aucun-niveau-dit = Aucune réponse ne dit son niveau : rien n'est pondéré.
nombres-contredits = Les nombres de familles donnés ne vont pas avec les réponses ({ $faults }). Corriger ou compléter ces nombres, ou retirer les réponses données deux fois. D'ici là, ni part des familles ni pondération pour l'ensemble, et des intervalles plus larges.
reponses-en-tout = { $answers ->
        [one] { $answers } réponse
       *[other] { $answers } réponses
    } en tout, pour { $families ->
    [one] { $families } famille
   *[other] { $families } familles
}
niveau-sans-nombre = { $level } : { $answers ->
        [one] { $answers } réponse
       *[other] { $answers } réponses
    }, nombre de familles absent
niveau-contredit = { $level } : { $answers ->
        [one] { $answers } réponse
       *[other] { $answers } réponses
    } pour { $families ->
    [one] { $families } famille
   *[other] { $families } familles
}
nombre-trop-grand = { $place } : « { $cell } » est trop grand pour un nombre de familles ({ $most } au plus par niveau) : vérifier ce nombre.
a-la-ligne = « { $file } », ligne { $line }
