groupe-communique = par le groupe { $label }, qui communique avec { $label_2 }
lien-entre-enfant-responsable = par le lien entre un enfant et son responsable légal
paire-ajoutee = par une paire ajoutée
groupe-dont-membres-ecrivent = par le groupe { $label }, dont les membres s'écrivent entre eux
groupe = le groupe « { $label } »
sous-groupes = { $reason }, et ses sous-groupes
ni-personne-ni-groupe = « { $person } » n'est ni une personne ni un groupe de { $name }.
