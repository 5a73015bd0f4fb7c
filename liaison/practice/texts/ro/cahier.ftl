cahier-nom = Caiet de teme și orar
cahier-titre = Ce doriți să vedeți?
cahier-travail = Teme de făcut
cahier-horaire = Orar
cahier-semaine = De { $debut } până { $fin }
cahier-jour = { $jour }
cahier-heure = { $heure }
cahier-jour-heure = { $jour }, { $heure }

# Le travail
cahier-travail-titre = Teme pentru { $jour }
cahier-svt = SVT (științele naturii)
cahier-svt-travail = Pregătirea studiului unei frunze
cahier-maths = Matematică
cahier-maths-travail = Două exerciții
cahier-document-joint = Un document atașat
cahier-fait = Făcut
cahier-pour = Pentru
cahier-donne-par = Dată de
cahier-a-faire = De făcut
cahier-etat = Notat de Inès
cahier-etat-a-faire = Nefăcut încă
cahier-m-roussel = Domnul Roussel
cahier-svt-consigne = Citirea documentului atașat și pregătirea materialelor.
cahier-maths-consigne = Exercițiile 4 și 5, pagina 62.
cahier-maths-conseil = Puteți s-o întrebați pe Inès ce are de făcut. Ea este cea care își face tema.
cahier-ouvrir-document = Deschideți documentul
cahier-noter-vu = Notați că ați văzut
cahier-enlever-vu = Scoateți „văzut”
cahier-vu-note = S-a notat pentru dumneavoastră. Inès își face singură tema.
cahier-vu = Ați văzut această temă.
cahier-noter-fait = Notați ca făcut
cahier-enlever-fait = Scoateți „făcut”
cahier-fait-note = S-a notat. Și părinții dumneavoastră văd.
cahier-document-titre = Documentul atașat
cahier-document-image = O pagină dată de doamna Ferrand
cahier-document-sujet = Studiul unei frunze de copac
cahier-document-etape-lire = Citiți pagina 40 din carte.
cahier-document-etape-dessiner = Desenați o frunză de copac în caiet.
cahier-document-etape-apporter = Aduceți o frunză de copac și o lupă.

# L'emploi du temps
cahier-semaine-choix = Alegeți o zi
cahier-aujourd-hui = Astăzi
cahier-demain = Mâine
cahier-changement = Schimbare
cahier-cours = Orele de dimineață
cahier-colonne-heure = Ora
cahier-colonne-cours = Materia
cahier-colonne-salle = Sala
cahier-francais = Franceză
cahier-pas-de-cours = Nu se ține
cahier-eps = EPS (sport)
cahier-gymnase = Sala de sport
cahier-salle-15 = Sala 15
cahier-salle-112 = Sala 112
cahier-salle-204 = Sala 204
cahier-absence-debut = Doamna Delcourt lipsește. Prima oră de curs începe la { $heure }.
cahier-absence-permanence = Inès vine mai târziu dacă i-ați dat voie. Dacă nu, merge în permanence, o sală supravegheată.
cahier-salle-svt = Ora de SVT se mută în altă sală. Este în sala 204.

# Le pense-bête
cahier-pense-bete = Notița mea
cahier-pense-bete-detail = Notați ce se schimbă mâine
cahier-pense-bete-titre = Notița mea pentru mâine
cahier-question-heure = La ce oră începe Inès
cahier-question-salle = Sala pentru SVT
cahier-garder-note = Păstrați această notiță
cahier-changer-note = Schimbați notița
cahier-voir-horaire = Vedeți orarul
cahier-note-manque = Alegeți o oră și o sală. Le găsiți în orarul de mâine.
cahier-note-heure = În orar este altă oră. Uitați-vă la primul curs de mâine.
cahier-note-salle = În orar este altă sală. Uitați-vă la rândul SVT de mâine.
cahier-note-gardee = Notița dumneavoastră este păstrată în acest telefon.

mission-travail_de_demain = Găsiți temele lui Inès pentru mâine.
    .indice-1 = Deschideți „Caiet de teme și orar”.
    .indice-2 = Apăsați pe „Teme de făcut”.
    .retenir = Caietul de teme (cahier de textes) spune ce are de făcut elevul și pentru ce zi.
    .regarder = Observați dacă persoana găsește serviciul din prima.
    .ne-pas-faire = Nu arătați rândul. Lăsați persoana să citească meniul.

mission-horaire_de_demain = Găsiți orele lui Inès pentru mâine.
    .indice-1 = Apăsați pe „Orar”.
    .indice-2 = Apăsați pe ziua marcată „Mâine”.
    .retenir = Cuvântul „Schimbare” arată o zi diferită. Deschideți ziua ca să aflați ce se schimbă.
    .regarder = Observați dacă persoana deosebește ziua de azi de cea de mâine.
    .ne-pas-faire = Nu citiți tabelul în locul persoanei.

mission-document_joint = Deschideți documentul temei de SVT, apoi notați că l-ați văzut.
    .indice-1 = Deschideți „Caiet de teme și orar”, apoi „Teme de făcut”.
    .indice-2 = Deschideți tema de SVT, apoi apăsați pe „Deschideți documentul”.
    .indice-3 = Apăsați pe „Înapoi”, apoi pe „Notați că ați văzut”.
    .retenir = Un document atașat poate spune ce trebuie adus. „Văzut” nu înseamnă „făcut”.
    .regarder = Observați dacă persoana iese din document cu „Înapoi”.
    .ne-pas-faire = Nu explicați documentul. Întrebați ce trebuie să aducă Inès.

mission-changements_de_demain = Mâine se schimbă două lucruri. Notați ora primului curs și sala pentru SVT.
    .indice-1 = Deschideți „Caiet de teme și orar”, apoi „Orar”.
    .indice-2 = Deschideți ziua marcată „Schimbare” și citiți cele două schimbări.
    .indice-3 = Mergeți înapoi și deschideți „Notița mea”.
    .indice-4 = Alegeți ora și sala, apoi apăsați pe „Păstrați această notiță”.
    .retenir = Uitați-vă la orar cu o zi înainte. Un profesor absent sau o altă sală poate schimba ziua.
    .regarder = Observați dacă persoana vede ambele schimbări, nu doar una.
    .ne-pas-faire = Nu spuneți ora. Ecranul arată unde trebuie căutat.
