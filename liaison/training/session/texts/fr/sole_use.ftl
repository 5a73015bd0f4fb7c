occupee = Cette séance est occupée : on la note ou on la clôt, des remises s'y prennent ou ses noms s'effacent, dans un autre onglet ou un autre terminal. Rien n'a été commencé ici. Attendez que l'autre finisse, puis recommencez.
effacee = L'effacement des noms de cette séance est commencé, ou fait, et des copies partent avec eux : elle ne prend plus de remise, ne se note plus et n'écrit plus de papier. Rien n'a été changé.
notes-la = Les notes données avant restent dans son carnet de notes : liaison session results les sort.
notes-perdues = Son carnet de notes, « { $gradebook } », n'y est plus : le remettre d'une sauvegarde, s'il y en a une ; les noms qu'elle portait reviennent avec, et plus rien ne les cherche.
