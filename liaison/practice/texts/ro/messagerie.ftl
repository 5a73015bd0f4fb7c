messagerie-nom = Mesagerie
messagerie-titre = Mesajele dumneavoastră
messagerie-recus = Mesaje primite
messagerie-soir-annonce = Este ora { $maintenant }. Un mesaj scris acum pleacă mâine, { $jour }, la ora { $heure }.

# Personnes et sujets
messagerie-delcourt = Doamna Delcourt, dirigintă
messagerie-delcourt-classe = Doamna Delcourt, pentru toată clasa
messagerie-delcourt-seule = Numai doamna Delcourt
messagerie-morin = Domnul Morin, serviciul financiar
messagerie-haddad = Domnul Haddad, viața școlară
messagerie-petit = Doamna Petit, direcțiune
messagerie-ferrand = Doamna Ferrand, profesoară de SVT (științele naturii)
messagerie-mme-benali = Doamna Benali
messagerie-vous = Dumneavoastră
messagerie-vous-seule = Numai doamna Nadia Benali
messagerie-vous-seul = Numai domnul Karim Benali
messagerie-classe-entiere = Reprezentanții elevilor din 3e B: { $nombre }
messagerie-sortie = Ieșire la teatru
messagerie-carte-cantine = Fotografia cardului de cantină
messagerie-pique-nique = Picnic și alergii
messagerie-rendez-vous = Întâlnire
messagerie-materiel = Materiale pentru SVT
messagerie-carnet-oublie = Carnet uitat

# Un fil
messagerie-de = De la
messagerie-a = Către
messagerie-conversation = Conversația
messagerie-non-lu = Necitit
messagerie-reponse-attendue = Se așteaptă răspuns
messagerie-repondre = Răspundeți
messagerie-reponse-titre = Scrierea răspunsului
messagerie-qui-lira = Cine va citi
messagerie-votre-message = Mesajul dumneavoastră
messagerie-texte-manque = Mesajul este gol. Scrieți câteva cuvinte, apoi apăsați din nou.
messagerie-envoyer = Trimiteți
messagerie-relire = Recitiți înainte de a trimite
messagerie-modifier = Modificați răspunsul
messagerie-parti = Mesajul dumneavoastră a plecat.
messagerie-envoye-a = Trimis la ora { $heure }
messagerie-en-attente = Mesajul dumneavoastră este păstrat. Va pleca mâine, { $jour }, la ora { $heure }.
messagerie-attend = În așteptare: pleacă mâine, { $jour }, la ora { $heure }
messagerie-rappeler = Retrageți mesajul
messagerie-rappele = Mesajul dumneavoastră este retras. Puteți să îl corectați și să îl trimiteți din nou.

messagerie-sortie-message = Bună ziua, doamnă. Clasa merge la teatru { $jour }. Vine și Inès cu noi?
messagerie-sortie-aide = De exemplu: Bună ziua, doamnă. Inès vine la teatru. Nadia Benali

messagerie-cantine-message = Bună ziua, doamnă. Cardul de cantină al lui Inès nu mai merge. Trimiteți-mi, vă rog, o fotografie a acestui card.
messagerie-joindre = Adăugați o fotografie
messagerie-galerie-titre = Fotografiile din telefonul dumneavoastră
messagerie-galerie-explication = Pleacă numai fotografia pe care o alegeți. Celelalte rămân în telefonul dumneavoastră.
messagerie-galerie-question = Ce fotografie doriți să adăugați?
messagerie-photo-document = Fotografia unei scrisori de la primărie
messagerie-photo-carte = Fotografia cardului de cantină al lui Inès
messagerie-photo-famille = Fotografia familiei dumneavoastră la plajă
messagerie-photo-manque = Alegeți mai întâi o fotografie.
messagerie-photo-document-doute = Această scrisoare arată adresa dumneavoastră. Domnul Morin nu a cerut-o.
messagerie-photo-famille-doute = Această fotografie arată familia dumneavoastră. Gimnaziul nu are nevoie de ea.
messagerie-photo-autre = Domnul Morin așteaptă fotografia cardului. Puteți retrage acest mesaj.
messagerie-voir-avant = Vedeți fotografia înainte de a trimite
messagerie-changer-photo = Alegeți altă fotografie

messagerie-pique-nique-message = Bună ziua. { $jour }, fiecare elev aduce mâncare pentru picnic. Scrieți-mi dacă copilul dumneavoastră are o alergie.
messagerie-groupe-aide = De exemplu: Bună ziua, doamnă. Inès este alergică la nuci.
messagerie-groupe-question = Cine primește răspunsul?
messagerie-groupe-expediteur = Numai la doamna Delcourt
messagerie-groupe-tous = La toți
messagerie-groupe-tous-aide = Doamna Delcourt și reprezentanții elevilor din clasă: { $nombre }
messagerie-groupe-manque = Alegeți mai întâi cine va citi răspunsul dumneavoastră.
messagerie-groupe-doute = O alergie este o informație despre sănătate. Celelalte familii nu au nevoie să o citească.
messagerie-groupe-lu-seule = Numai doamna Delcourt poate citi răspunsul dumneavoastră.
messagerie-groupe-lu-tous = Răspunsul dumneavoastră este adresat tuturor reprezentanților ({ $nombre }). Puteți să îl retrageți.
messagerie-groupe-rappele = Răspunsul dumneavoastră este retras. Poate că cineva l-a citit înainte. Puteți să îl corectați.
messagerie-groupe-karim-lit = Doamna Benali a răspuns tuturor. De aceea citiți răspunsul ei.
messagerie-groupe-karim-ne-lit-pas = Nu vedeți răspunsurile trimise numai doamnei Delcourt.

# Écrire le premier
messagerie-ecrire = Scrieți un mesaj
messagerie-ecrire-autre-compte = Pentru a scrie un mesaj nou, exersați cu contul doamnei Benali.
messagerie-deja-envoye = Mesajul dumneavoastră este deja trimis. Deschideți-l ca să îl recitiți sau să îl retrageți.
messagerie-qui-titre = Cui scrieți?
messagerie-qui-explication = Vedeți cine se ocupă de întrebarea dumneavoastră.
messagerie-qui-liste = Persoanele din gimnaziu
messagerie-delcourt-role = Clasa, temele, orientarea școlară
messagerie-haddad-role = Absențele, întârzierile, ieșirile (vie scolaire)
messagerie-morin-role = Cantina, facturile, bursele (intendance)
messagerie-petit-role = Înscrierea, o situație gravă
messagerie-ecrire-aide = Salutați, puneți o singură întrebare, scrieți-vă numele.
messagerie-changer-destinataire = Alegeți altă persoană
messagerie-envoyes = Vedeți mesajele trimise
messagerie-envoyes-titre = Mesaje trimise
messagerie-envoyes-aucun = Nu ați trimis niciun mesaj.
messagerie-nouveau-message = Mesajul dumneavoastră nou
messagerie-attente = În așteptare
messagerie-depart = Plecare
messagerie-parti-le = Plecat { $jour }, la ora { $heure }
messagerie-pas-perdu = Acest mesaj nu este pierdut. Nu mai aveți nimic de făcut.
messagerie-rappele-destinataire = Mesajul dumneavoastră este retras. Textul este păstrat. Alegeți cui îl trimiteți.

# Le soir
messagerie-soiree = Ce se întâmplă cu un mesaj scris seara?
messagerie-soiree-heures = În acest gimnaziu, publicarea este suspendată de la { $debut } la { $fin }: niciun mesaj nu apare.
messagerie-soiree-attend = Puteți scrie în aceste ore. Mesajul dumneavoastră așteaptă și apare la ora { $heure }.
messagerie-soiree-choix = Fiecare gimnaziu își alege orele.
messagerie-soiree-urgence = Pentru o urgență, sunați.

# Les deux autres comptes
messagerie-karim-message = Bună ziua, domnule. Vă propun o întâlnire în legătură cu Inès. Preferați dimineața sau seara?
messagerie-karim-aide = De exemplu: Bună ziua, doamnă. Prefer dimineața. Karim Benali
messagerie-ferrand-message = Bună ziua, Inès. Aduceți o lupă { $jour }. Totul este în caietul de teme (cahier de textes).
messagerie-haddad-message = Bună ziua, Inès. Carnetul dumneavoastră a rămas în sala de studiu (permanence). Veniți să îl luați de la biroul de viață școlară.
messagerie-compte-eleve = Acest mesaj este în contul lui Inès. Părinții ei nu îl văd în contul lor.

mission-lire_message = Citiți mesajul pe care nu l-ați citit încă.
    .indice-1 = Deschideți „Mesagerie”.
    .indice-2 = Căutați cuvântul „Necitit”, apoi apăsați pe acel mesaj.
    .question = În ce zi merge clasa la teatru?
    .retenir = Un mesaj necitit poartă un semn. Semnul dispare când deschideți mesajul.
    .regarder = Observați dacă persoana vede în listă cuvântul „Necitit”.
    .ne-pas-faire = Nu citiți mesajul cu voce tare înaintea persoanei.

mission-repondre_message = Spuneți doamnei Delcourt dacă Inès vine la teatru.
    .indice-1 = Deschideți „Mesagerie”, apoi mesajul „Ieșire la teatru”.
    .indice-2 = Apăsați pe „Răspundeți” și scrieți câteva cuvinte.
    .indice-3 = Apăsați pe „Trimiteți”.
    .retenir = Un mesaj scurt este de ajuns. Salutați, răspundeți, scrieți-vă numele.
    .regarder = Observați dacă persoana își regăsește textul în conversație.
    .ne-pas-faire = Nu corectați greșelile. Doamna Delcourt înțelege.

mission-joindre_photo = Trimiteți domnului Morin fotografia pe care o cere.
    .indice-1 = Deschideți „Mesagerie”, apoi mesajul domnului Morin.
    .indice-2 = Apăsați pe „Adăugați o fotografie” și alegeți fotografia pe care o cere domnul Morin.
    .indice-3 = Apăsați pe „Vedeți fotografia înainte de a trimite”, apoi pe „Trimiteți”.
    .retenir = Trimiteți numai fotografia cerută. Uitați-vă la ea înainte de a o trimite.
    .regarder = Observați dacă persoana verifică fotografia și cine o va vedea.
    .ne-pas-faire = Nu alegeți fotografia în locul persoanei. Ea își poate retrage mesajul.

mission-bon_destinataire = Aveți o întrebare despre factura de cantină. Scrieți persoanei potrivite.
    .indice-1 = Deschideți „Mesagerie”, apoi „Scrieți un mesaj”.
    .indice-2 = Citiți sub fiecare nume de ce se ocupă persoana.
    .indice-3 = Alegeți-l pe domnul Morin, scrieți întrebarea, apoi apăsați pe „Trimiteți”.
    .retenir = În gimnaziu, fiecare persoană se ocupă de ceva anume. Lista spune cine ce face.
    .regarder = Observați dacă persoana citește rândurile de sub nume.
    .ne-pas-faire = Nu spuneți numele. O greșeală se corectează în „Mesaje trimise”.

mission-repondre_groupe = Spuneți doamnei Delcourt, și numai ei, că Inès este alergică la nuci.
    .indice-1 = Deschideți „Mesagerie”, apoi „Doamna Delcourt, pentru toată clasa”.
    .indice-2 = Apăsați pe „Răspundeți”, apoi scrieți răspunsul.
    .indice-3 = Alegeți „Numai la doamna Delcourt”.
    .indice-4 = Apăsați pe „Recitiți înainte de a trimite”, verificați cine va citi, apoi „Trimiteți”.
    .retenir = Înainte de a trimite, vedeți cine va citi. Nu în toate ENT-urile se poate retrage un mesaj.
    .regarder = Observați dacă persoana citește rândul „Cine va citi” înainte de a trimite.
    .ne-pas-faire = Nu împiedicați un răspuns la toți. Lăsați persoana să îl vadă și să îl retragă.

mission-message_du_soir = Este târziu și Inès este bolnavă. Anunțați biroul de viață școlară, apoi verificați când pleacă mesajul.
    .indice-1 = Deschideți „Mesagerie”, apoi „Scrieți un mesaj”.
    .indice-2 = Alegeți-l pe domnul Haddad, viața școlară, și scrieți mesajul.
    .indice-3 = Apăsați pe „Trimiteți”.
    .indice-4 = În „Mesaje trimise”, deschideți mesajul ca să vedeți când pleacă.
    .question = La ce oră pleacă acest mesaj?
    .retenir = Puteți scrie seara. Mesajul așteaptă dimineața: nu este pierdut. Pentru o urgență, sunați.
    .regarder = Observați dacă persoana găsește ziua și ora plecării.
    .ne-pas-faire = Nu spuneți că mesajul a plecat. Lăsați persoana să verifice.
