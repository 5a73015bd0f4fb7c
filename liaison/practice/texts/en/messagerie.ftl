messagerie-nom = Messages
messagerie-titre = Your messages
messagerie-recus = Messages received
messagerie-soir-annonce = It is { $maintenant }. A message written now leaves tomorrow, { $jour }, at { $heure }.

# People and subjects
messagerie-delcourt = Mme Delcourt, form teacher (professeure principale)
messagerie-delcourt-classe = Mme Delcourt, to the whole class
messagerie-delcourt-seule = Mme Delcourt only
messagerie-morin = M. Morin, finance office (intendance)
messagerie-haddad = M. Haddad, school life (vie scolaire)
messagerie-petit = Mme Petit, head teacher (principale)
messagerie-ferrand = Mme Ferrand, SVT teacher (biology, geology)
messagerie-mme-benali = Mme Benali
messagerie-vous = You
messagerie-vous-seule = Mme Nadia Benali only
messagerie-vous-seul = M. Karim Benali only
messagerie-classe-entiere = The { $nombre } parents of the pupils of 3e B
messagerie-sortie = Trip to the theatre
messagerie-carte-cantine = Photo of the canteen card
messagerie-pique-nique = Picnic and allergies
messagerie-rendez-vous = Appointment
messagerie-materiel = Things for SVT
messagerie-carnet-oublie = Forgotten notebook

# A conversation
messagerie-de = From
messagerie-a = To
messagerie-conversation = The conversation
messagerie-non-lu = Unread
messagerie-reponse-attendue = Reply expected
messagerie-repondre = Reply
messagerie-reponse-titre = Write the reply
messagerie-qui-lira = Who will read
messagerie-votre-message = Your message
messagerie-texte-manque = The message is empty. Write a few words, then press again.
messagerie-envoyer = Send
messagerie-relire = Read again before sending
messagerie-modifier = Change my reply
messagerie-parti = Your message has been sent.
messagerie-envoye-a = Sent at { $heure }
messagerie-en-attente = Your message is kept. It will leave tomorrow, { $jour }, at { $heure }.
messagerie-attend = Waiting: leaves tomorrow, { $jour }, at { $heure }
messagerie-rappeler = Take back my message
messagerie-rappele = Your message is taken back. You can correct it and send it again.

messagerie-sortie-message = Hello, the class is going to the theatre on { $jour }. Is Inès coming with us?
messagerie-sortie-aide = For example: Hello, Inès is coming to the theatre. Nadia Benali

messagerie-cantine-message = Hello, Inès’s canteen card no longer works. Please send me a photo of this card.
messagerie-joindre = Attach a photo
messagerie-galerie-titre = The photos on your phone
messagerie-galerie-explication = Only the photo that you choose is sent. The others stay on your phone.
messagerie-galerie-question = Which photo do you want to attach?
messagerie-photo-document = Photo of a letter from the town hall
messagerie-photo-carte = Photo of Inès’s canteen card
messagerie-photo-famille = Photo of your family at the beach
messagerie-photo-manque = First choose a photo.
messagerie-photo-document-doute = This letter shows your address. M. Morin did not ask for it.
messagerie-photo-famille-doute = This photo shows your family. The collège does not need it.
messagerie-photo-autre = M. Morin is waiting for the photo of the card. You can take back this message.
messagerie-voir-avant = See the photo before sending
messagerie-changer-photo = Choose another photo

messagerie-pique-nique-message = Hello, on { $jour }, each pupil brings a picnic. Write to me if your child has an allergy.
messagerie-groupe-aide = For example: Hello, Inès is allergic to nuts.
messagerie-groupe-question = Who is your reply for?
messagerie-groupe-expediteur = To Mme Delcourt only
messagerie-groupe-tous = To everyone
messagerie-groupe-tous-aide = Mme Delcourt and the { $nombre } parents of the class
messagerie-groupe-manque = First choose who will read your reply.
messagerie-groupe-doute = An allergy is health information. The other families do not need to read it.
messagerie-groupe-lu-seule = Only Mme Delcourt can read your reply.
messagerie-groupe-lu-tous = Your reply is addressed to the { $nombre } parents. You can take it back.
messagerie-groupe-rappele = Your reply is taken back. Someone may have read it before. You can correct it.
messagerie-groupe-karim-lit = Mme Benali replied to everyone. So you can read her reply.
messagerie-groupe-karim-ne-lit-pas = You do not see the replies sent to Mme Delcourt only.

# Writing first
messagerie-ecrire = Write a message
messagerie-ecrire-autre-compte = To write a new message, practise with the account of Mme Benali.
messagerie-deja-envoye = Your message is already sent. Open it to read it again or take it back.
messagerie-qui-titre = Who are you writing to?
messagerie-qui-explication = Look who deals with your question.
messagerie-qui-liste = People at the collège
messagerie-delcourt-role = The class, schoolwork, choices after 3e (orientation)
messagerie-haddad-role = Absences, lateness, going out
messagerie-morin-role = The canteen, bills, grants
messagerie-petit-role = Enrolment, a serious situation
messagerie-ecrire-aide = Say hello, ask one question only, write your name.
messagerie-changer-destinataire = Choose another person
messagerie-envoyes = See my sent messages
messagerie-envoyes-titre = Sent messages
messagerie-envoyes-aucun = You have not sent any message.
messagerie-nouveau-message = Your new message
messagerie-attente = Waiting
messagerie-depart = Leaves
messagerie-parti-le = Sent on { $jour } at { $heure }
messagerie-pas-perdu = This message is not lost. You have nothing else to do.
messagerie-rappele-destinataire = Your message is taken back. Your text is kept. Choose who to send it to.

# In the evening
messagerie-soiree = What happens to an evening message?
messagerie-soiree-heures = In this collège, publication is suspended from { $debut } to { $fin }: no message appears.
messagerie-soiree-attend = You can write during these hours. Your message waits and appears at { $heure }.
messagerie-soiree-choix = Each collège chooses its own hours.
messagerie-soiree-urgence = If it is urgent, phone.

# The two other accounts
messagerie-karim-message = Hello, I offer you an appointment about Inès. Do you prefer the morning or the evening?
messagerie-karim-aide = For example: Hello, I prefer the morning. Karim Benali
messagerie-ferrand-message = Hello Inès, bring a magnifying glass on { $jour }. Everything is in the homework diary (cahier de textes).
messagerie-haddad-message = Hello Inès, you left your notebook in the study room (permanence). Come and get it at the school life office.
messagerie-compte-eleve = This message is in Inès’s account. Her parents do not see it in theirs.

mission-lire_message = Read the message that you have not read yet.
    .indice-1 = Open “Messages”.
    .indice-2 = Look for the word “Unread”, then press this message.
    .question = Which day does the class go to the theatre?
    .retenir = An unread message carries a sign. The sign goes away when you open it.
    .regarder = See whether the person notices the word “Unread” in the list.
    .ne-pas-faire = Do not read the message aloud before they do.

mission-repondre_message = Tell Mme Delcourt whether Inès is coming to the theatre.
    .indice-1 = Open “Messages”, then the message “Trip to the theatre”.
    .indice-2 = Press “Reply” and write a few words.
    .indice-3 = Press “Send”.
    .retenir = A short message is enough. Say hello, reply, write your name.
    .regarder = See whether the person finds their text in the conversation.
    .ne-pas-faire = Do not correct mistakes. Mme Delcourt understands.

mission-joindre_photo = Send M. Morin the photo that he asks for.
    .indice-1 = Open “Messages”, then the message from M. Morin.
    .indice-2 = Press “Attach a photo” and choose the photo that M. Morin asks for.
    .indice-3 = Press “See the photo before sending”, then “Send”.
    .retenir = Send only the photo that was asked for. Look at it before sending.
    .regarder = See whether the person checks the photo and who will read it.
    .ne-pas-faire = Do not choose the photo in their place. They can take back their message.

mission-bon_destinataire = You have a question about the canteen bill. Write to the right person.
    .indice-1 = Open “Messages”, then “Write a message”.
    .indice-2 = Under each name, read what the person deals with.
    .indice-3 = Choose M. Morin, write your question, then press “Send”.
    .retenir = At the collège, each question has its person. The list says who does what.
    .regarder = See whether the person reads the lines under the names.
    .ne-pas-faire = Do not say the name. A mistake can be put right in “Sent messages”.

mission-repondre_groupe = Tell Mme Delcourt, and only her, that Inès is allergic to nuts.
    .indice-1 = Open “Messages”, then “Mme Delcourt, to the whole class”.
    .indice-2 = Press “Reply”, then write your reply.
    .indice-3 = Choose “To Mme Delcourt only”.
    .indice-4 = Press “Read again before sending”, check who will read, then “Send”.
    .retenir = Before sending, look who will read. Not every ENT lets you take back a message.
    .regarder = See whether the person reads the line “Who will read” before sending.
    .ne-pas-faire = Do not prevent a reply to everyone. Let the person see it and take it back.

mission-message_du_soir = It is late and Inès is ill. Tell the school life office, then check when the message leaves.
    .indice-1 = Open “Messages”, then “Write a message”.
    .indice-2 = Choose M. Haddad, school life, and write your message.
    .indice-3 = Press “Send”.
    .indice-4 = In “Sent messages”, open your message to see when it leaves.
    .question = What time does this message leave?
    .retenir = You can write in the evening. The message waits until morning: it is not lost. If it is urgent, phone.
    .regarder = See whether the person finds the day and time when it leaves.
    .ne-pas-faire = Do not say that the message was sent. Let the person check.
