titre = { $place } vous écrit : ce qu'il faut savoir

ou-regarder = Où regarder

quand = Quand
enfant-absent = Votre enfant est absent :
nous-vous-prevenons = nous vous prévenons { $ways }.
les-notes = Les notes :
vous-les-voyez = votre enfant voit sa note { $pupil }. Vous la voyez { $parents }.
pendant-suspended = aux heures où rien de nouveau ne paraît
pendant-quiet = aux heures où rien ne sonne
retenu-suspended = Rien de nouveau ne paraît à l'écran :
retenu-quiet = Rien ne sonne, sauf un appel :
effet-suspended = Ce que nous écrivons paraît ensuite.
effet-quiet = Ce qui est paru vous attend : vous pouvez le lire.
ne-parait-jamais = Ce que nous écrivons ne paraît jamais.
exception = Exception : { $purposes }.
ne-sonne-jamais = Avec les heures où rien de nouveau ne paraît, c'est toute la semaine : rien ne sonne jamais.
ne-sonne-jamais-a-part = Avec les heures où rien de nouveau ne paraît, c'est toute la semaine : à part ces exceptions, rien ne sonne jamais.
pendant-les-vacances = pendant les vacances
pendant-les-feries = les jours fériés

sans-internet = Si vous n'utilisez pas internet
dites-le-nous = Dites-le-nous, de vive voix ou sur papier.
autrement = Selon le sujet, l'information vous vient autrement : { $ways }.
rien-pour = Rien n'est encore prévu pour : { $purposes }. Demandez-nous comment faire.
rien-d-autre = Rien d'autre n'est encore prévu : demandez-nous comment faire.

pour-nous-ecrire = Pour nous écrire
une-question = Une question :
contactez-nous = contactez-nous { $ways }.
demandez-nous = demandez-nous, de vive voix, comment nous écrire.
reponse = Réponse { $delay }, si l'enseignant répond dès qu'il a la question.
deux-responsables = Deux responsables :
chacun-son-compte = chacun a son propre compte. Demandez le vôtre. Gardez votre mot de passe pour vous.
numero-ou-adresse = Votre numéro ou votre adresse change :
prevenez = prévenez { $place } tout de suite.
une-autre-langue = Une autre langue :
messages-en = les messages existent en { $languages }. Demandez-les.

numero-a-appeler = Numéro de téléphone à appeler
personne-a-demander = Personne à demander
