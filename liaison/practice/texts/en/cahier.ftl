cahier-nom = Homework diary and timetable
cahier-titre = What do you want to see?
cahier-travail = Work to do
cahier-horaire = Timetable
cahier-semaine = From { $debut } to { $fin }
cahier-jour = { $jour }
cahier-heure = { $heure }
cahier-jour-heure = { $jour }, { $heure }

# Homework
cahier-travail-titre = Work for { $jour }
cahier-svt = SVT (biology and geology)
cahier-svt-travail = Prepare the study of a leaf
cahier-maths = Mathematics
cahier-maths-travail = Two exercises
cahier-document-joint = One document attached
cahier-fait = Done
cahier-pour = For
cahier-donne-par = Given by
cahier-a-faire = To do
cahier-etat = Noted by Inès
cahier-etat-a-faire = Not done yet
cahier-m-roussel = M. Roussel
cahier-svt-consigne = Read the attached document and prepare what you need.
cahier-maths-consigne = Do exercises 4 and 5, page 62.
cahier-maths-conseil = You can ask Inès what she has to do. She is the one who does the work.
cahier-ouvrir-document = Open the document
cahier-noter-vu = Note that I have seen it
cahier-enlever-vu = Remove “seen”
cahier-vu-note = Noted for you. Inès does her work herself.
cahier-vu = You have seen this work.
cahier-noter-fait = Note as done
cahier-enlever-fait = Remove “done”
cahier-fait-note = Noted. Your parents see it too.
cahier-document-titre = Attached document
cahier-document-image = A page given by Mme Ferrand
cahier-document-sujet = Study a tree leaf
cahier-document-etape-lire = Read page 40 of the book.
cahier-document-etape-dessiner = Draw a tree leaf in your exercise book.
cahier-document-etape-apporter = Bring a tree leaf and a magnifying glass.

# The timetable
cahier-semaine-choix = Choose a day
cahier-aujourd-hui = Today
cahier-demain = Tomorrow
cahier-changement = Change
cahier-cours = Morning lessons
cahier-colonne-heure = Time
cahier-colonne-cours = Lesson
cahier-colonne-salle = Room
cahier-francais = French
cahier-pas-de-cours = No lesson
cahier-eps = EPS (sport)
cahier-gymnase = Sports hall
cahier-salle-15 = Room 15
cahier-salle-112 = Room 112
cahier-salle-204 = Room 204
cahier-absence-debut = Mme Delcourt is absent. The first lesson is at { $heure }.
cahier-absence-permanence = Inès comes later if you have allowed it. Otherwise, she goes to the study room (permanence), where an adult is present.
cahier-salle-svt = The SVT lesson changes room. It is in room 204.

# The reminder
cahier-pense-bete = My reminder
cahier-pense-bete-detail = Note what changes tomorrow
cahier-pense-bete-titre = My reminder for tomorrow
cahier-question-heure = Time of Inès’s first lesson
cahier-question-salle = Room of the SVT lesson
cahier-garder-note = Keep this note
cahier-changer-note = Change my note
cahier-voir-horaire = See the timetable
cahier-note-manque = Choose a time and a room. Tomorrow’s timetable gives them.
cahier-note-heure = The timetable gives another time. Look at tomorrow’s first lesson.
cahier-note-salle = The timetable gives another room. Look at the SVT line for tomorrow.
cahier-note-gardee = Your note is kept on this phone.

mission-travail_de_demain = Find Inès’s work for tomorrow.
    .indice-1 = Open “Homework diary and timetable”.
    .indice-2 = Press “Work to do”.
    .retenir = The homework diary (cahier de textes) says what the pupil has to do, and for which day.
    .regarder = See whether the person finds the service at the first try.
    .ne-pas-faire = Do not point at the line. Let the person read the menu.

mission-horaire_de_demain = Find Inès’s lessons for tomorrow.
    .indice-1 = Press “Timetable”.
    .indice-2 = Press the day marked “Tomorrow”.
    .retenir = In the timetable (emploi du temps), the word “Change” marks a different day. Open that day to know what changes.
    .regarder = See whether the person tells today from tomorrow.
    .ne-pas-faire = Do not read the table in their place.

mission-document_joint = Open the document of the SVT work, then note that you have seen it.
    .indice-1 = Open “Homework diary and timetable”, then “Work to do”.
    .indice-2 = Open the SVT work, then press “Open the document”.
    .indice-3 = Press “Back”, then “Note that I have seen it”.
    .retenir = An attached document may say what to bring. “Seen” does not mean “done”.
    .regarder = See whether the person comes back from the document with “Back”.
    .ne-pas-faire = Do not explain the document. Ask what Inès has to bring.

mission-changements_de_demain = Two things change tomorrow. Note the time of the first lesson and the SVT room.
    .indice-1 = Open “Homework diary and timetable”, then “Timetable”.
    .indice-2 = Open the day marked “Change” and read the two changes.
    .indice-3 = Go back and open “My reminder”.
    .indice-4 = Choose the time and the room, then press “Keep this note”.
    .retenir = Look at the timetable the day before. An absent teacher or another room can change the day.
    .regarder = See whether the person notices both changes, not just one.
    .ne-pas-faire = Do not give the time. The screen says where to look.
