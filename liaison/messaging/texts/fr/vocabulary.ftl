# Les motifs
motif-absence = Absence d'un élève
motif-retard = Retard
motif-devoirs = Devoirs et cahier de textes
motif-notes = Notes et évaluations
motif-bulletin = Bulletin, livret scolaire unique (LSU)
motif-mot = Mot individuel
motif-sanction = Punition ou sanction
motif-reunion = Réunion, rendez-vous
motif-sortie = Sortie, autorisation à donner
motif-circulaire = Information générale
motif-cantine = Cantine
motif-bourse = Bourse
motif-fiche_renseignements = Fiche de renseignements
motif-orientation = Orientation
motif-urgence = Urgence
motif-question_parent = Question d'un parent
# Les heures
soiree = entre { $start } h et { $end } h
# Les canaux
canal-ent = Messagerie de l'ENT
canal-vie_scolaire = Logiciel de vie scolaire
canal-sms = SMS
canal-telephone = Téléphone
canal-carnet = Carnet de liaison papier
canal-affichage = Affichage
canal-courriel = Courriel
canal-visio = Visioconférence
# Les publics
public-responsables = Responsables légaux
public-eleves = Élèves
public-personnels = Personnels
# Les heures qui retiennent
heures-suspended = Publication suspendue
heures-quiet = Heures calmes
# Les rythmes
rythme-immediat = Tout de suite
rythme-quotidien = Une fois par jour
rythme-hebdomadaire = Une fois par semaine
rythme-jamais = Jamais : à consulter
# Les destinataires
destinataires-tous = Tous les responsables légaux
destinataires-un = Un seul responsable légal
a-un-enseignant = Un enseignant de la classe
# Les profils de familles
profil-a_l_aise = À l'aise, avec un ordinateur
profil-smartphone_seul = Un smartphone, pas d'ordinateur
profil-travail_nuit = Travaille la nuit
profil-peu_a_l_aise = Peu à l'aise avec le numérique
profil-lit_mal_francais = Lit mal le français
profil-compte_non_active = Compte ENT non activé
profil-sans_equipement = Sans équipement ni connexion
