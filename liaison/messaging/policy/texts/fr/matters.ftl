la-semaine = { $hours }, { $audience } : la semaine
aucune-heure = aucune heure
