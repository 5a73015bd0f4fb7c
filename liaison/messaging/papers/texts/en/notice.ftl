titre =
    { $lieu ->
        [ecole] The school writes to you: what you need to know
        [college] The collège writes to you: what you need to know
       *[other] The lycée writes to you: what you need to know
    }

## Les moyens, les sujets
moyen-ent = messages in the ENT
moyen-vie_scolaire = school life software (vie scolaire)
moyen-sms = SMS
moyen-telephone = phone call
moyen-carnet = home-school notebook
moyen-affichage = notice board
moyen-courriel = email
moyen-visio = video meeting
sujet-absence = absence
sujet-retard = lateness
sujet-devoirs = homework
sujet-notes = marks
sujet-bulletin = school record (LSU)
sujet-mot = note about your child
sujet-sanction = punishment
sujet-reunion = meeting, appointment
sujet-sortie = trip
sujet-circulaire = general information
sujet-cantine = canteen
sujet-bourse = grant
sujet-fiche_renseignements = information form
sujet-orientation = choices (orientation)
sujet-urgence = emergency

## Où regarder
ou-regarder = Where to look
sujets = { $sujets }.
sujets-tout = Everything we write to you.
sujets-tout-sauf = Everything, except: { $sujets }.

## Quand
quand = When
enfant-absent = Your child is absent
absence-immediat = { $moyens }: at once.
absence-quotidien = { $moyens }: every day at { $heure }.
absence-hebdomadaire = { $moyens }: on { $jour } at { $heure }.
absence-jamais = { $moyens }: nothing rings, go and look.
absence-pas-pendant-suspended = Not while publication is suspended.
absence-pas-pendant-quiet = Not during quiet hours.
absence-aussi-pendant-suspended = Even while publication is suspended.
absence-aussi-pendant-quiet = Even during quiet hours.
absence-appel-immediat = Phone call: at once.
absence-appel = Phone call.
absence-papier = { $moyens }: on paper.
les-notes = Marks
delai =
    { $jours ->
        [0] on the day of the test
        [1] the day after the test
       *[other] { $jours } days after the test
    }
note-eleve = Your child sees the mark { $delai } at the earliest.
note-eleve-a-son-heure = Your child sees the mark { $delai } at the earliest, at { $heure }.
note-eleve-jamais = Your child does not see the mark: publication is suspended all week.
note-parent = You see it { $delai } at the earliest.
note-parent-a-son-heure = You see it { $delai } at the earliest, at { $heure }.
note-parent-jamais = You do not see it: publication is suspended all week.
retenu-suspended = Publication suspended: nothing new appears on the screen
retenu-quiet = Quiet hours: nothing rings, except a call
temps-semaine = All week, day and night.
temps-jour = { $jour }, all day.
temps-jours = { $premier } to { $dernier }, all day.
temps-suite = From { $premier } { $debut } to { $dernier } { $fin }.
temps-heures = { $jour }, { $debut } to { $fin }.
temps-chaque-jour = { $premier } to { $dernier }, { $debut } to { $fin }.
temps-vacances = During the school holidays.
temps-feries = On public holidays.
heures-a-demander = These hours change often during the week: ask for the list.
effet-suspended = What we write appears afterwards.
effet-quiet = What has appeared is waiting for you: you can read it.
ne-parait-jamais = What we write never appears.
passe = Exception: { $sujets }.
passe-tout = Exception: all subjects.
passe-tout-sauf = Exception: all subjects, except: { $sujets }.
ne-sonne-jamais = With publication suspended, that makes the whole week: nothing ever rings.
ne-sonne-jamais-a-part = With publication suspended, that makes the whole week: apart from these exceptions, nothing ever rings.

## Sans internet
sans-internet = If you do not use the internet
dites-le-nous = Tell us, in person or on paper
autrement = Depending on the subject, the information reaches you another way: { $moyens }.
rien-d-autre = Nothing else is planned yet: ask us what to do.
rien-pour = Nothing is planned yet for: { $sujets }. Ask us what to do.
rien-pour-tout-sauf = Nothing is planned yet, except for: { $sujets }. Ask us what to do.

## Pour nous écrire
pour-nous-ecrire = To write to us
une-question = A question
contactez-nous = Contact us: { $moyens }.
demandez-nous = Ask us, in person, how to write to us.
reponse =
    { $heures ->
        [one] Reply within { $heures } hour, nights and days without classes included, if the teacher replies as soon as the question comes.
       *[other] Reply within { $heures } hours, nights and days without classes included, if the teacher replies as soon as the question comes.
    }
reponse-en-jours = Reply within { $jours } days, nights and days without classes included, if the teacher replies as soon as the question comes.
deux-responsables = Two parents or guardians
a-chacun = We write to each of them.
a-un-seul = We write to only one of them about: { $sujets }.
a-un-seul-tout = We write to only one of them.
a-un-seul-tout-sauf = We write to only one of them, except about: { $sujets }.
le-reste-a-chacun = About the rest, we write to each of them.
votre-compte = Your account
demandez-compte = Ask for yours. Keep your password to yourself.
numero-change = Your number or your address changes
prevenez =
    { $lieu ->
        [ecole] Tell the school at once.
        [college] Tell the collège at once.
       *[other] Tell the lycée at once.
    }
une-autre-langue = Another language
messages-en = Messages exist in: { $langues }. Ask for them.
messages-en-tant = Messages exist in { $nombre } other languages. Ask for them.
numero-a-appeler = Phone number to call
personne-a-demander = Person to ask for
