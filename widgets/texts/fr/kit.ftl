# Les textes propres aux parties de l'écran. Une espace insécable précède : ; ? et les guillemets fermants.

## Pastilles
badge-kind-loi = loi
badge-kind-reglement = règlement
badge-kind-circulaire = circulaire
badge-kind-charte = charte
badge-kind-hypothese = hypothèse
badge-since = depuis le { $date }
badge-checked = Lu le { $date }

## Valeurs refusées (lues par qui écrit une page, pas par un parent)
kit-error-value = La valeur « { $value } » n'est pas proposée par « { $label } ». Valeurs acceptées : { $accepted }.
kit-error-number = La valeur { $value } sort des bornes de « { $label } » : de { $min } à { $max }.
kit-error-bounds = « { $label } » : le minimum ({ $min }) doit rester sous le maximum ({ $max }).
kit-error-step = « { $label } » : le pas doit être plus grand que zéro (reçu : { $step }).
kit-error-options = « { $label } » : chaque choix porte value et label, et deux choix n'ont pas la même value.
kit-error-time = L'heure « { $value } » n'est pas lisible : écrivez-la comme 07:30, ou laissez vide.
