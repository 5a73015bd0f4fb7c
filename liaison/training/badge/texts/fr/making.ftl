la-personne-qui-anime = La personne qui anime la séance
ce-qu-il-n-est-pas = Ce badge dit une participation. Il n'est ni un diplôme, ni une certification, ni un titre, et aucune administration ne l'a reconnu. Aucune note n'y entre.
avoir-pris-part = Avoir pris part à la séance : la personne qui l'a animée a constaté la présence.
modules = Modules :
competences-travaillees = Compétences travaillées ({ $to_check }) :
participation = Participation à une séance de formation sur { $titles }.
seance-du = Séance du { $date }.
seance-du-a = Séance du { $date }, { $place }.
