# Prêts
restent-sans = { $item } : { $n ->
    [one] { $n } famille reste
   *[other] { $n } familles restent
} sans, sur { $asking } qui en demandent.
chacune-en-recoit = { $items } : chaque famille qui en demande en reçoit.
servies-sur-demandes = Familles à qui l'école prête, sur celles qui demandent ; en clair, celles qui restent sans
sur = { $count } sur { $whole }

# Ateliers
sur-les-demandes = Sur { $families } qui demandent un atelier, { $n } { $outcome }.
de-ceux-qui-se-disent = Parmi les familles qui demandent un atelier, { $n } { $outcome }.
familles-qui-demandent = Familles qui demandent un atelier

# Coût
poste-sur-total = { $label } : { $amount } sur { $total }.
euros = Euros, de la remise au retour
