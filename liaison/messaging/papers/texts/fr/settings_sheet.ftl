titre = Fiche de réglage de la messagerie
sous-titre = Politique « { $policy } »
pied-de-page = Fiche de réglage · { $policy }
ce-que-dit-la-fiche = Réglages de la politique « { $policy } ». La dernière colonne dit d'où vient chaque valeur : un choix local, ou ce choix et le texte ou le réglage d'usine auquel le comparer.

reglage = Réglage
valeur = Valeur
d-ou-elle-vient = D'où elle vient
aucune = Aucune
aucun = Aucun
rien = Rien

sujets-et-canaux = Sujets et canaux
tableau-des-sujets = Canal, notification, destinataires et repli de chaque sujet (choix local)
sujet = Sujet
canal = Canal
notification = Notification
destinataires = Destinataires
repli = Repli

publication-suspendue = Publication suspendue : rien ne paraît
heures-calmes = Heures calmes : tout paraît, rien ne sonne
plages-a-saisir = { $hours } : plages à saisir, heure de Paris (choix local)
d-ou-viennent-les-plages = { $hours } : d'où viennent les plages, ce qui passe, jours entiers
jour = Jour
plages-de-la-semaine = { $audience } : plages de la semaine
passe-quand-meme = { $audience } : passe quand même
jours-entiers = { $audience } : jours entiers

delais-et-heures = Délais et heures
delais-envois-promesses = Délais, heures d'envoi, promesses
note-visible-par-l-eleve = Note visible par l'élève, après l'évaluation
note-visible-par-les-responsables = Note visible par les responsables légaux, après l'élève
jours = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
publication-des-notes = Heure de publication des notes
a-la-saisie = À la saisie
envoi-du-jour = Envoi groupé de chaque jour
envoi-de-la-semaine = Envoi groupé de la semaine
limite-des-devoirs = Heure limite de saisie des devoirs
reponse-promise = Réponse promise à un parent
heures = { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}
aucun-delai = Aucun délai promis
rappel = Rappel d'un message envoyé
minutes = { $minutes ->
    [one] { $counted } minute
   *[other] { $counted } minutes
}
impossible = Impossible
langues = Langues des messages

droits-d-ecriture = Droits d'écriture
tableau-des-droits = Qui peut commencer un échange (choix local) : la ligne écrit à la colonne
qui-ecrit = Qui écrit
