etablissement = { $labels } de l'établissement
classe = { $labels } de la classe { $class_labels }
lien-cite-groupes-pas = Un lien cite des groupes qui ne sont pas dans l'école : { $unknown }.
groupe-cite-personnes-pas = Le groupe « { $label } » cite des personnes qui ne sont pas dans l'école : { $unknown }.
ecrire = { "" } (pour écrire)
