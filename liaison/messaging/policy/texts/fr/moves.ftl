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

# Les mêmes changements, comme les dirait qui les fait.
un-motif = { $purpose ->
    [absence] les avis d'absence
    [retard] les avis de retard
    [devoirs] les devoirs
    [notes] les notes
    [bulletin] les bulletins
    [mot] les mots individuels
    [sanction] les avis de sanction
    [reunion] les messages de réunion
    [sortie] les messages de sortie
    [circulaire] les informations générales
    [cantine] les messages de cantine
    [bourse] les messages de bourse
    [fiche_renseignements] les fiches de renseignements
    [orientation] les messages d'orientation
    [urgence] les messages urgents
   *[question_parent] les questions des parents
}
faire-aussi-par = Envoyer { $motif } aussi par { $channel }
faire-plus-par = Ne plus envoyer { $motif } par { $channel }
faire-repli-par = Prévoir un repli par { $channel } pour { $motif }
faire-sans-repli = Ne plus prévoir de repli pour { $motif }
faire-a-un-rythme = Envoyer { $motif } { $rhythm }
faire-a-des-destinataires = Envoyer { $motif } à { $recipients }
faire-nuit-suspended = Ne rien publier pour les responsables de { $hour } h à { $morning } h
faire-nuit-quiet = Ne rien faire sonner chez les responsables de { $hour } h à { $morning } h
faire-sans-nuit-suspended = Publier aussi la nuit en semaine pour les responsables
faire-sans-nuit-quiet = Laisser sonner la nuit en semaine chez les responsables
faire-week-end-suspended = Ne rien publier pour les responsables en fin de semaine
faire-week-end-quiet = Ne rien faire sonner chez les responsables en fin de semaine
faire-week-end-ouvert-suspended = Publier pour les responsables en fin de semaine comme en semaine
faire-week-end-ouvert-quiet = Laisser sonner chez les responsables en fin de semaine comme en semaine
faire-conges-school_holidays-retenus-suspended = Ne rien publier pour les responsables pendant les vacances scolaires
faire-conges-school_holidays-retenus-quiet = Ne rien faire sonner chez les responsables pendant les vacances scolaires
faire-conges-school_holidays-libres-suspended = Publier pour les responsables pendant les vacances scolaires
faire-conges-school_holidays-libres-quiet = Laisser sonner chez les responsables pendant les vacances scolaires
faire-conges-public_holidays-retenus-suspended = Ne rien publier pour les responsables pendant les jours fériés
faire-conges-public_holidays-retenus-quiet = Ne rien faire sonner chez les responsables pendant les jours fériés
faire-conges-public_holidays-libres-suspended = Publier pour les responsables pendant les jours fériés
faire-conges-public_holidays-libres-quiet = Laisser sonner chez les responsables pendant les jours fériés
faire-passe-suspended = Laisser paraître { $motif } malgré la publication suspendue
faire-passe-quiet = Laisser sonner { $motif } malgré les heures calmes
faire-attend-suspended = Retenir { $motif } jusqu'à la reprise de la publication
faire-attend-quiet = Retenir { $motif } jusqu'à la fin des heures calmes
faire-envoi-du-jour = Faire partir l'envoi groupé du jour à { $hour }
faire-notes-des-responsables = { $days ->
    [0] Montrer les notes aux responsables en même temps qu'aux élèves
    [1] Montrer les notes aux responsables un jour après les élèves
    [3] Montrer les notes aux responsables trois jours après les élèves
   *[other] Montrer les notes aux responsables { $days } jours après les élèves
}
faire-notes-a-une-heure = Montrer toutes les notes à { $hour }
faire-notes-sans-heure = Montrer les notes dès que le délai est écoulé
faire-devoirs-avant = Saisir les devoirs au plus tard à { $hour }
faire-devoirs-sans-heure = Ne plus fixer d'heure limite pour saisir les devoirs
faire-aussi-en = Proposer les messages aussi en { $language }
faire-dans-les-langues = Proposer les messages dans les { $languages } langues des familles
faire-ecrire-classe = Laisser les responsables écrire aux enseignants de leur enfant
faire-ecrire-non = Ne laisser les responsables écrire à aucun enseignant
