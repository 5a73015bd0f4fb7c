groupe-communique = par le groupe { $label }, qui communique avec { $label_2 }
lien-entre-enfant-responsable = par le lien entre un enfant et son responsable légal
paire-ajoutee = par une paire ajoutée
groupe-dont-membres-ecrivent = par le groupe { $label }, dont les membres s'écrivent entre eux
groupe = le groupe « { $label } »
reponse-message-boite = en réponse à un message de sa boîte
sous-groupes = { $reason }, et ses sous-groupes
ni-personne-ni-groupe = « { $person } » n'est ni une personne ni un groupe de { $name }.
message-pas-destinataire-pas = Le message n'a pas de destinataire : il n'est pas parti.
parti-pour-personne = Le message n'est parti pour personne : { $names } ne { $count ->
    [one] figure pas parmi les destinataires possibles. Le
   *[other] figurent pas parmi les destinataires possibles. Les
} retirer de la liste, puis envoyer de nouveau.
