ce-qui-est-pose = Ce que dit la charte
nature = Nature
nos-principes = Nos principes
tableau-des-principes = Ce que la charte pose, et ce sur quoi cela repose
tableau-des-promesses = Ce que familles et personnels peuvent attendre
au-conseil = Au conseil.
ou-elle-se-presente = C'est là, en { $council }, que cette charte se présente.

des-canaux-annonces = Des canaux annoncés.
un-sujet-un-canal = Un sujet, un canal.
chacun-son-canal = Les familles savent où regarder : chaque sujet a son canal, indiqué plus bas.
chacun-ses-canaux = Les familles savent où regarder : chaque sujet a son canal, ou les siens, indiqués plus bas.
plusieurs-canaux-pour-tant-de-sujets = Le même message part par plusieurs canaux pour { $purposes } sujets.
plusieurs-canaux-pour = Le même message part par plusieurs canaux pour : { $purposes }.

qui-recoit = Qui reçoit les messages.
chaque-responsable-compte = Chaque responsable légal compte.
un-seul-responsable = Pour { $single } sujets sur { $purposes }, le message part vers un seul responsable légal.
tous-les-responsables = Chaque message part vers tous les responsables légaux.
tous-les-responsables-sauf = Chaque message part vers tous les responsables légaux, sauf pour : { $purposes }.

une-absence-se-signale = Une absence se signale.
canal-retenu = Canal retenu : { $ways }.

publication-suspendue = La publication est suspendue à certaines heures.
publication-a-toute-heure = Des publications à toute heure.
parait-a-la-fin = Ce qui s'écrit pour l'écran pendant ces heures paraît à leur fin, sauf ce qui passe quand même.
pas-suspendue-pour-les-responsables = La charte ne suspend pas la publication pour les responsables légaux.
sans-fin-pour-les-responsables = Pour les responsables légaux, ces heures n'ont pas de fin.
# Chacun des deux est suivi de la nature de sa règle, puis d'un point.
cadre-national = Cadre national{ $reported } : publication suspendue de { $start } à { $end }
et-fin-de-semaine = et du { $first } { $start } au { $last } { $end }
des-heures-calmes = Des heures calmes.
rien-n-y-sonne = Elles ne retardent pas ce qui paraît ; rien n'y sonne chez les responsables légaux, sauf ce qui passe quand même et les appels.

familles-sans-internet = Les familles sans internet.
rien-sans-internet = Pour { $purposes } sujets, rien n'est prévu pour une famille sans internet : à régler avant le vote.
une-voie-sans-internet = Chaque sujet a une voie sans internet, indiquée plus bas.
une-voie-sans-internet-sauf = Chaque sujet a une voie sans internet, indiquée plus bas, sauf pour : { $purposes }.

plusieurs-langues = Des messages en plusieurs langues.
messages-en = Les messages existent en { $languages }.

ce-que-chacun-peut-attendre = Ce que chacun peut attendre
pas-de-delai = La charte ne fixe pas de délai de réponse.
reponse-promise = Un parent qui écrit reçoit une réponse { $delay }, si l'enseignant répond dès qu'il a la question.
reponse-a-decider = À décider avant le vote : répondre à un parent { $delay }.
rappel = Un message envoyé par erreur peut être rappelé pendant { $minutes ->
    [one] { $counted } minute
   *[other] { $counted } minutes
}.
repos-des-personnels = Rien ne sonne chez les personnels à certaines heures, dites plus bas, sauf ce qui passe quand même et les appels.
