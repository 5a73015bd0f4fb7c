ou-simuler = Dire où simuler : --school MODÈLE, ou --annuaire FICHIER avec --ips ; l'un des deux.
intervalles-d-une-ecole = --replications dit les intervalles d'une école : la nommer par --school, sans --annuaire.
zone-d-un-annuaire = --zone complète un annuaire : l'ajouter à --annuaire. Une école (--school) dit déjà sa zone.
