pas-zone-vacances-b = « { $zone } » n'est pas une zone de vacances : A, B ou C.
fin-doit-suivre-debut = La fin ({ $end }) doit suivre le début ({ $start }).
calendrier-scolaire-connu-periode = Le calendrier scolaire est connu du { $first } au { $last } ; la période demandée va du { $start } au { $end }. Choisir une période plus proche, ou mettre à jour le paquet vacances-scolaires-france.
semaine-existe-pas-semaines = La semaine « { $name } » n'existe pas. Semaines connues : { $known }.
fin-doit-suivre-debut-bis = { $day }, « { $text } » : la fin doit suivre le début.
ecrire-exemple = { $day }, « { $text } » : écrire par exemple 08:30-11:30.
pas-demi-journee-lundi = « { $day }, { $half } » n'est pas une demi-journée : lundi à dimanche, matin ou apres_midi.
