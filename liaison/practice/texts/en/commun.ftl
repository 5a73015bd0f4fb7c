# The words of the frame: what surrounds the ENT. The words in capitals (ACTION, CHOIX, NOMBRE, TOTAL, TEXTE, SERVEUR) are
# replaced: they stay as they are in every language. The values of the sheet (names, numbers, passwords, dates) too.
commun-menu-titre = What do you want to do?
commun-se-deconnecter = Sign out
commun-deconnexion-faite = You are signed out. What you wrote in the account is erased.
commun-deconnexion-missions = Your finished missions are still in “Help”: “Erase” removes them.

## Always in the same place
commun-nom = Practice ENT
commun-college = Collège Les Tilleuls
commun-minutes = NOMBRE min
commun-tout-est-invente = Everything is invented. Nothing that you write leaves this device.

## Who is signed in
commun-personne = Nobody is signed in
commun-compte-responsable1 = Nadia Benali
commun-compte-responsable2 = Karim Benali
commun-compte-eleve = Inès Benali
commun-role-responsable = Parent or guardian
commun-role-eleve = Pupil

## Choosing a language, starting
commun-accueil-titre = Practise using the ENT
commun-accueil-explication = The ENT is the website where the collège (lower secondary school) and families write to each other. Here, everything is invented: you can press anywhere.
commun-choisir-mission = Choose a mission
commun-choisir-mission-detail = All the services of the ENT, one by one
commun-promener = Look around the ENT
commun-promener-detail = Without a mission, just to look
commun-promenade-compte = Who are you for this visit?

## Paths and missions
commun-parcours-titre = Choose a mission
commun-parcours-prets = Ready-made paths
commun-parcours-services = Missions by service
commun-parcours-choisi = Your path
commun-parcours-choisi-phrase = These missions were chosen for you.
commun-faites = NOMBRE of TOTAL
commun-faite = Mission done
commun-niveau-1 = Easy
commun-niveau-2 = Medium
commun-niveau-3 = Longer
commun-mission = Your mission
commun-mission-plier = Hide the mission
commun-mission-deplier = See the mission
commun-mission-recommencer = Start the mission again
commun-mission-vous-etes = You are
commun-question-aide = Read the screen, then answer. A real ENT does not ask this question: it is here for practice.
commun-question-relire = The screen says something else. Read it again, then choose another answer.
commun-question-indice = Read the screen. There is a question at the bottom: answer it.
commun-indice = A hint
commun-indice-autre = Another hint
commun-indice-numero = Hint NOMBRE of TOTAL
commun-montrer = Show me
commun-montrer-rien = Press “Menu”, then read the hints.
commun-fini-titre = The mission is done
commun-retenir = To remember
commun-mission-suivante = Next mission
commun-revoir-ecran = See the screen again
commun-parcours-fini = This path is finished.

## Help
commun-aide-reglages = Settings
commun-mots-francais = Show the French words too
commun-aidant = I am helping another person
commun-aidant-conseil = The person you are helping holds the phone and presses the buttons.
commun-aidant-regarder = What to look at
commun-aidant-ne-pas-faire = What not to do

## My sheet
commun-fiche-titre = My sheet
commun-fiche-detail = Names, numbers and passwords to use here
commun-fiche-explication = These people are invented. Use their information, never your own.
commun-fiche-nom = Name
commun-fiche-identifiant = Username
commun-fiche-mobile = Mobile phone
commun-fiche-nouveau = New mobile
commun-fiche-adresse = Address
commun-fiche-courriel = Email address
commun-fiche-secret = Password
commun-fiche-naissance = Date of birth
commun-fiche-classe = Class
commun-fiche-acceptee = Card that is accepted
commun-fiche-refusee = Card that is refused
commun-fiche-site = Address of the ENT
commun-fiche-mere = The mother
commun-fiche-pere = The father, separated
commun-fiche-fille = The daughter
commun-fiche-fils = The son
commun-fiche-nadia = Nadia Benali
commun-fiche-nadia-identifiant = n.benali
commun-fiche-nadia-mobile = 06 39 98 00 12
commun-fiche-nadia-nouveau = 06 39 98 00 45
commun-fiche-nadia-adresse = 4 rue des Érables
commun-fiche-nadia-courriel = n.benali@courriel.example
commun-fiche-nadia-secret = Soleil-Velo-2026
commun-fiche-karim = Karim Benali
commun-fiche-karim-identifiant = k.benali
commun-fiche-karim-mobile = 06 39 98 00 27
commun-fiche-karim-nouveau = 06 39 98 00 46
commun-fiche-karim-adresse = 18 avenue du Stade
commun-fiche-karim-secret = Lune-Train-2026
commun-fiche-ines = Inès Benali
commun-fiche-ines-identifiant = i.benali
commun-fiche-ines-classe = 3e B, collège Les Tilleuls
commun-fiche-ines-naissance = 14/03/2012
commun-fiche-ines-secret = Nuage-Stylo-2026
commun-fiche-yanis = Yanis Benali
commun-fiche-yanis-classe = CM2, Jules-Verne primary school
commun-fiche-yanis-naissance = 02/10/2016
commun-fiche-ent = The collège and money
commun-fiche-outils = Invented too
commun-fiche-ent-site = ent.tilleuls.example
commun-fiche-ent-acceptee = 0000 0000 0000 0012
commun-fiche-ent-refusee = 0000 0000 0000 0027

## Memo
commun-memo-titre = My memo
commun-memo-detail = What you have learned, to print
commun-memo-vide = The missions you have done will appear here, with what to remember.
commun-memo-appris = What I have learned
commun-memo-chez-moi = In my real ENT
commun-memo-adresse = Address of my ENT
commun-memo-identifiant = My username
commun-memo-appeler = Who to call if I am stuck
commun-memo-quand = Which days, at what times
commun-memo-pas-de-secret = Do not write your password on this page.
commun-memo-imprimer = Print
commun-memo-deux-pages = On a small sheet (A5), this memo may take two pages.
commun-memo-image = Save the picture
commun-memo-image-faite = The picture of the memo is saved on this device.

## What the page has read
commun-reseau-detail = To check that nothing leaves

## Making a path
commun-composer-titre = Make a path
commun-composer-detail = For a mediator
commun-composer-explication = Tick the missions in the order you want, then copy the address.
commun-composer-aidant = Open with the advice for the person who helps
commun-composer-adresse = Address of the path
commun-composer-copier = Copy the address
commun-composer-copiee = The address is copied.
commun-composer-a-la-main = Copy the address by hand: it is selected.
commun-composer-vide = Tick at least one mission.
