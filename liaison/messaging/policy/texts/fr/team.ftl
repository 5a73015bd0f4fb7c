non = non
oui = oui
rien = rien
aucune = aucune
non-fixe = non fixé
ensemble = ensemble
jours = jours
heures = heures
minutes = minutes

# Les réglages, comme le tableau des désaccords les nomme.
sujet-channels = { $purpose } : canal
sujet-fallback = { $purpose } : solution de repli
sujet-rhythm = { $purpose } : rythme
sujet-recipients = { $purpose } : destinataires
vacances-scolaires = { $hours }, vacances scolaires
jours-feries = { $hours }, jours fériés
ce-qui-passe = { $hours }, ce qui passe
notes-eleves = Délai avant qu'un élève voie une note
notes-responsables = Délai de plus pour ses responsables
heure-des-notes = Heure de publication des notes
des-que-possible = dès que possible
envoi-quotidien = Heure de l'envoi quotidien
jour-de-l-envoi = Jour de l'envoi hebdomadaire
envoi-hebdomadaire = Heure de l'envoi hebdomadaire
limite-des-devoirs = Heure limite pour donner un travail
pas-de-limite = pas de limite
reponse = Délai de réponse promis
pas-de-promesse = pas de promesse
rappel = Délai pour rappeler un message
langues = Langues des messages

# La politique qui sort de la réunion, et ce qui l'en empêche.
politique-de-l-equipe = Politique de l'équipe
reunit = Réunit { $policies ->
    [one] { $policies } politique
   *[other] { $policies } politiques
}.
rien-a-reunir = Aucune politique à réunir : ouvrez au moins un fichier de politique.
reglage-inconnu = Le réglage « { $setting } » n'existe pas.
reglages-proches = Réglages proches : { $settings }.
choix-non-valables = Ces choix ne font pas une politique valable :
