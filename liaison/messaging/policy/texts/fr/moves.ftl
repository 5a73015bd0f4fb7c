# Un motif.
aussi-par = { $purpose } : aussi par { $channel }
plus-par = { $purpose } : plus par { $channel }
repli-par = { $purpose } : repli par { $channel }
sans-repli = { $purpose } : sans repli
a-un-rythme = { $purpose } : { $rhythm }
a-des-destinataires = { $purpose } : à { $recipients }

# La publication suspendue : rien ne paraît. Les heures calmes : tout paraît, rien ne sonne.
nuit-suspended = Responsables : rien ne paraît de { $hour } h à { $morning } h
nuit-quiet = Responsables : rien ne sonne de { $hour } h à { $morning } h
sans-nuit-suspended = Responsables : plus de publication suspendue en semaine
sans-nuit-quiet = Responsables : plus d'heures calmes en semaine
week-end-suspended = Responsables : rien ne paraît en fin de semaine
week-end-quiet = Responsables : rien ne sonne en fin de semaine
week-end-ouvert-suspended = Responsables : tout paraît en fin de semaine comme en semaine
week-end-ouvert-quiet = Responsables : les messages sonnent en fin de semaine comme en semaine
conges-school_holidays-retenus-suspended = Responsables : rien ne paraît pendant les vacances scolaires
conges-school_holidays-retenus-quiet = Responsables : rien ne sonne pendant les vacances scolaires
conges-school_holidays-libres-suspended = Responsables : tout paraît pendant les vacances scolaires
conges-school_holidays-libres-quiet = Responsables : les messages sonnent pendant les vacances scolaires
conges-public_holidays-retenus-suspended = Responsables : rien ne paraît pendant les jours fériés
conges-public_holidays-retenus-quiet = Responsables : rien ne sonne pendant les jours fériés
conges-public_holidays-libres-suspended = Responsables : tout paraît pendant les jours fériés
conges-public_holidays-libres-quiet = Responsables : les messages sonnent pendant les jours fériés
passe-suspended = { $purpose } : paraît malgré la publication suspendue
passe-quiet = { $purpose } : passe les heures calmes
attend-suspended = { $purpose } : attend que la publication reprenne
attend-quiet = { $purpose } : attend la fin des heures calmes

# Les heures et les délais.
envoi-du-jour = Envoi groupé du jour à { $hour }
notes-des-responsables = { $days ->
    [0] Notes : visibles des responsables en même temps qu'aux élèves
    [1] Notes : visibles des responsables un jour après les élèves
    [3] Notes : visibles des responsables trois jours après
   *[other] Notes : visibles des responsables { $days } jours après
}
notes-a-une-heure = Notes : visibles toutes à { $hour }
notes-sans-heure = Notes : visibles dès que le délai est écoulé
devoirs-avant = Devoirs : saisis au plus tard à { $hour }
devoirs-sans-heure = Devoirs : sans heure limite de saisie

# Les langues, qui écrit.
aussi-en = Messages proposés aussi en { $language }
dans-les-langues = Messages proposés dans les { $languages } langues des familles
ecrire-classe = Les responsables peuvent écrire aux enseignants de leur enfant
ecrire-non = Les responsables n'écrivent à aucun enseignant
