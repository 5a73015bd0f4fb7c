## Régler des prêts
loans-ordinateur = Ordinateurs à acheter
loans-cle-4g = Clés 4G à acheter
loans-meetings = Rendez-vous de prise en main
loans-meetings-help = Donnés, dans l'ordre des prêts, aux familles qui reçoivent un ordinateur et ont des démarches à apprendre.
loans-panel-ordinateur = Ordinateurs
loans-panel-cle-4g = Clés 4G
loans-panel-meetings = Rendez-vous
loans-summary-meetings = { $count } rendez-vous
loans-fiction = École fictive : « { $school } ». Prix supposés : { $computer } € un ordinateur, { $key } € une clé et son forfait, { $meeting } € un rendez-vous.

## Régler des ateliers
workshops-slots = Ce que vous mettez sur chaque créneau
workshops-slots-help = Un atelier reçoit douze personnes. Sans atelier, un créneau ne coûte rien.
workshops-corner = Créneau
workshops-number = Ateliers
workshops-count = { $count ->
    [0] Aucun atelier
    [one] Un atelier
   *[other] Deux ateliers
}
workshops-interpreter = Interprète
workshops-nobody = Personne
workshops-language = En { $name }
workshops-care = Garde d'enfants
workshops-fiction = École fictive : « { $school } ». Prix supposés : { $lead } € un atelier, { $interpreter } € un interprète, { $care } € la garde de { $children ->
        [one] { $children } enfant
       *[other] { $children } enfants
    }.
