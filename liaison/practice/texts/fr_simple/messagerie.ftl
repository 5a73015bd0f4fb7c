messagerie-nom = Messagerie
messagerie-titre = Vos messages
messagerie-recus = Messages reçus
messagerie-soir-annonce = Il est { $maintenant }. Un message écrit maintenant part demain, { $jour }, à { $heure }.

# Personnes et sujets
messagerie-delcourt = Mme Delcourt, professeure principale
messagerie-delcourt-classe = Mme Delcourt, à toute la classe
messagerie-delcourt-seule = Mme Delcourt seule
messagerie-morin = M. Morin, intendance
messagerie-haddad = M. Haddad, vie scolaire
messagerie-petit = Mme Petit, direction
messagerie-ferrand = Mme Ferrand, professeure de SVT
messagerie-mme-benali = Mme Benali
messagerie-vous = Vous
messagerie-vous-seule = Mme Nadia Benali seule
messagerie-vous-seul = M. Karim Benali seul
messagerie-classe-entiere = Les { $nombre } responsables des élèves de 3e B
messagerie-sortie = Sortie au théâtre
messagerie-carte-cantine = Photo de la carte de cantine
messagerie-pique-nique = Pique-nique et allergies
messagerie-rendez-vous = Rendez-vous
messagerie-materiel = Matériel de SVT
messagerie-carnet-oublie = Carnet oublié

# Un fil
messagerie-de = De
messagerie-a = À
messagerie-conversation = La conversation
messagerie-non-lu = Non lu
messagerie-reponse-attendue = Réponse attendue
messagerie-repondre = Répondre
messagerie-reponse-titre = Écrire la réponse
messagerie-qui-lira = Qui va lire
messagerie-votre-message = Votre message
messagerie-texte-manque = Le message est vide. Écrivez quelques mots, puis appuyez encore.
messagerie-envoyer = Envoyer
messagerie-relire = Relire avant d'envoyer
messagerie-modifier = Modifier ma réponse
messagerie-parti = Votre message est parti.
messagerie-envoye-a = Envoyé à { $heure }
messagerie-en-attente = Votre message est gardé. Il partira demain, { $jour }, à { $heure }.
messagerie-attend = En attente : part demain, { $jour }, à { $heure }
messagerie-rappeler = Retirer mon message
messagerie-rappele = Votre message est retiré. Vous pouvez le corriger et le renvoyer.

messagerie-sortie-message = Bonjour Madame, la classe va au théâtre { $jour }. Inès vient-elle avec nous ?
messagerie-sortie-aide = Par exemple : Bonjour Madame, Inès vient au théâtre. Nadia Benali

messagerie-cantine-message = Bonjour Madame, la carte de cantine d'Inès ne marche plus. Envoyez-moi une photo de cette carte, s'il vous plaît.
messagerie-joindre = Joindre une photo
messagerie-galerie-titre = Les photos de votre téléphone
messagerie-galerie-explication = La photo choisie part. Les autres restent sur votre téléphone.
messagerie-galerie-question = Quelle photo voulez-vous joindre ?
messagerie-photo-document = Photo d'une lettre de la mairie
messagerie-photo-carte = Photo de la carte de cantine d'Inès
messagerie-photo-famille = Photo de votre famille à la plage
messagerie-photo-manque = Choisissez d'abord une photo.
messagerie-photo-document-doute = Cette lettre montre votre adresse. M. Morin ne l'a pas demandée.
messagerie-photo-famille-doute = Cette photo montre votre famille. Le collège n'en a pas besoin.
messagerie-photo-autre = M. Morin attend la photo de la carte. Vous pouvez retirer ce message.
messagerie-voir-avant = Voir la photo avant d'envoyer
messagerie-changer-photo = Choisir une autre photo

messagerie-pique-nique-message = Bonjour, { $jour }, chaque élève apporte un pique-nique. Votre enfant a une allergie ? Écrivez-moi.
messagerie-groupe-aide = Par exemple : Bonjour Madame, Inès est allergique aux noix.
messagerie-groupe-question = À qui va votre réponse ?
messagerie-groupe-expediteur = À Mme Delcourt seule
messagerie-groupe-tous = À tous
messagerie-groupe-tous-aide = Mme Delcourt et les { $nombre } responsables de la classe
messagerie-groupe-manque = Choisissez d'abord qui va lire votre réponse.
messagerie-groupe-doute = Une allergie parle de la santé. Les autres familles n'ont pas besoin de lire cela.
messagerie-groupe-lu-seule = Seule Mme Delcourt peut lire votre réponse.
messagerie-groupe-lu-tous = Votre réponse va aux { $nombre } responsables. Vous pouvez la retirer.
messagerie-groupe-rappele = Votre réponse est retirée. Une personne l'a peut-être déjà lue. Vous pouvez la corriger.
messagerie-groupe-karim-lit = Mme Benali a répondu à tous. Vous lisez donc sa réponse.
messagerie-groupe-karim-ne-lit-pas = Certaines réponses vont à Mme Delcourt seule. Vous ne les voyez pas.

# Écrire le premier
messagerie-ecrire = Écrire un message
messagerie-ecrire-autre-compte = Pour écrire un nouveau message, prenez le compte de Mme Benali.
messagerie-deja-envoye = Votre message est déjà envoyé. Ouvrez-le pour le relire ou le retirer.
messagerie-qui-titre = À qui écrivez-vous ?
messagerie-qui-explication = Regardez qui s'occupe de votre question.
messagerie-qui-liste = Personnes du collège
messagerie-delcourt-role = La classe, le travail, l'orientation
messagerie-haddad-role = Les absences, les retards, les sorties
messagerie-morin-role = La cantine, les factures, les bourses
messagerie-petit-role = L'inscription, un problème grave
messagerie-ecrire-aide = Dites bonjour, posez une seule question, écrivez votre nom.
messagerie-changer-destinataire = Choisir une autre personne
messagerie-envoyes = Voir mes messages envoyés
messagerie-envoyes-titre = Messages envoyés
messagerie-envoyes-aucun = Vous n'avez envoyé aucun message.
messagerie-nouveau-message = Votre nouveau message
messagerie-attente = En attente
messagerie-depart = Départ
messagerie-parti-le = Parti { $jour } à { $heure }
messagerie-pas-perdu = Ce message n'est pas perdu. Vous n'avez rien d'autre à faire.
messagerie-rappele-destinataire = Votre message est retiré. Votre texte est gardé. Choisissez à qui l'envoyer.

# Le soir
messagerie-soiree = Que devient un message du soir ?
messagerie-soiree-heures = Dans ce collège, la publication est suspendue de { $debut } à { $fin }. Aucun message n'arrive.
messagerie-soiree-attend = Vous pouvez écrire pendant ces heures. Votre message attend et arrive à { $heure }.
messagerie-soiree-choix = Chaque collège choisit ses heures.
messagerie-soiree-urgence = C'est urgent ? Téléphonez.

# Les deux autres comptes
messagerie-karim-message = Bonjour Monsieur, je propose un rendez-vous pour parler d'Inès. Préférez-vous le matin ou le soir ?
messagerie-karim-aide = Par exemple : Bonjour Madame, je préfère le matin. Karim Benali
messagerie-ferrand-message = Bonjour Inès, apportez une loupe { $jour }. Tout est dans le cahier de textes.
messagerie-haddad-message = Bonjour Inès, votre carnet est resté en salle de permanence. Venez le prendre à la vie scolaire.
messagerie-compte-eleve = Ce message est dans le compte d'Inès. Ses parents ne le voient pas dans le leur.

mission-lire_message = Lisez le message que vous n'avez pas encore lu.
    .indice-1 = Ouvrez « Messagerie ».
    .indice-2 = Cherchez le mot « Non lu », puis appuyez sur ce message.
    .question = Quel jour la classe va-t-elle au théâtre ?
    .retenir = Un message non lu porte un signe. Vous ouvrez le message, le signe disparaît.
    .regarder = Regardez si la personne voit le mot « Non lu » dans la liste.
    .ne-pas-faire = Ne lisez pas le message à haute voix avant elle.

mission-repondre_message = Inès vient au théâtre ou non ? Dites-le à Mme Delcourt.
    .indice-1 = Ouvrez « Messagerie », puis le message « Sortie au théâtre ».
    .indice-2 = Appuyez sur « Répondre » et écrivez quelques mots.
    .indice-3 = Appuyez sur « Envoyer ».
    .retenir = Un message court suffit. Dites bonjour, répondez, écrivez votre nom.
    .regarder = Regardez si la personne retrouve son texte dans la conversation.
    .ne-pas-faire = Ne corrigez pas les fautes. Mme Delcourt comprend.

mission-joindre_photo = Envoyez à M. Morin la photo qu'il demande.
    .indice-1 = Ouvrez « Messagerie », puis le message de M. Morin.
    .indice-2 = Appuyez sur « Joindre une photo ». Choisissez la photo que M. Morin demande.
    .indice-3 = Appuyez sur « Voir la photo avant d'envoyer », puis sur « Envoyer ».
    .retenir = Envoyez seulement la photo demandée. Regardez-la avant d'envoyer.
    .regarder = La personne vérifie-t-elle la photo ? Vérifie-t-elle qui va la lire ?
    .ne-pas-faire = Ne choisissez pas la photo à sa place. Elle peut retirer son message.

mission-bon_destinataire = Vous avez une question sur la facture de cantine. Écrivez à la bonne personne.
    .indice-1 = Ouvrez « Messagerie », puis « Écrire un message ».
    .indice-2 = Sous chaque nom, lisez ce que fait la personne.
    .indice-3 = Choisissez M. Morin. Écrivez votre question, puis appuyez sur « Envoyer ».
    .retenir = Au collège, chaque personne a un travail. La liste dit qui fait quoi.
    .regarder = Regardez si la personne lit les lignes sous les noms.
    .ne-pas-faire = Ne dites pas le nom. Une erreur se corrige dans « Messages envoyés ».

mission-repondre_groupe = Inès est allergique aux noix. Dites-le seulement à Mme Delcourt.
    .indice-1 = Ouvrez « Messagerie », puis « Mme Delcourt, à toute la classe ».
    .indice-2 = Appuyez sur « Répondre », puis écrivez votre réponse.
    .indice-3 = Choisissez « À Mme Delcourt seule ».
    .indice-4 = Appuyez sur « Relire avant d'envoyer ». Vérifiez qui va lire. Appuyez sur « Envoyer ».
    .retenir = Avant d'envoyer, regardez qui va lire. Certains ENT ne laissent pas retirer un message.
    .regarder = Regardez si la personne lit la ligne « Qui va lire » avant d'envoyer.
    .ne-pas-faire = La personne répond à tous ? Laissez-la voir et retirer son message.

mission-message_du_soir = Il est tard. Inès est malade. Prévenez la vie scolaire. Puis vérifiez quand le message part.
    .indice-1 = Ouvrez « Messagerie », puis « Écrire un message ».
    .indice-2 = Choisissez M. Haddad, vie scolaire. Écrivez votre message.
    .indice-3 = Appuyez sur « Envoyer ».
    .indice-4 = Dans « Messages envoyés », ouvrez votre message. Il dit quand il part.
    .question = À quelle heure ce message part-il ?
    .retenir = Vous pouvez écrire le soir. Le message attend le matin. Il n'est pas perdu. C'est urgent ? Téléphonez.
    .regarder = La personne trouve-t-elle le jour et l'heure du départ ?
    .ne-pas-faire = Ne dites pas : « Le message est parti. » Laissez la personne vérifier.
