titre = Charte de communication avec les familles
sous-titre = { $school } · projet présenté au { $council }, { $day }
pied-de-page = Charte de communication · { $school }

ce-que-dit-la-charte = Cette charte dit comment { $place } écrit aux familles : par quel canal, à quel moment, avec quel repli pour les familles sans écran, et ce que chacun peut attendre en retour. Elle met en mots le réglage « { $policy } ».

# Chaque nature est précédée de sa marque : [loi] et [règlement] : texte qui s'impose.
chacune-sa-nature = Chaque disposition porte sa nature.
nature-loi = et
nature-reglement = : texte qui s'impose ;
nature-circulaire = : consigne nationale ;
nature-charte = : choix local, qu'un vote peut changer ;
nature-hypothese = : à vérifier. « Rapporté » : le texte n'a pas été lu, une source dit ce qu'il contient.
numeros-des-sources = Le numéro renvoie aux sources, en fin de texte.

sujet-par-sujet = Sujet par sujet
chaque-ligne = Chaque ligne du tableau est un réglage de la charte.
attend-la-fin = Une notification attend la fin des heures retenues plus bas.
attend-la-fin-sauf = Une notification attend la fin des heures retenues plus bas, sauf pour : { $purposes }.
sans-fin-pour = Ces heures n'ont pas de fin, et rien ne sonne jamais, pour : { $purposes }.
tableau-des-sujets = Par où passe chaque message, vers qui, à quel rythme, avec quel repli sans écran
sujet = Sujet
canal = Canal
destinataires = Destinataires
notification = Notification
repli-sans-ecran = Repli sans écran

effet-suspended = Pendant ces heures, rien ne paraît à l'écran ni ne sonne, sauf ce qui passe quand même. Le papier et les appels n'attendent pas.
effet-quiet = Ces heures ne retardent pas ce qui paraît à l'écran. Rien n'y sonne, sauf ce qui passe quand même et les appels.
ce-qui-est-retenu = { $hours } : ce que pose la charte
regles-des-notes = Quand les notes et les devoirs se voient
pour-personne-suspended = La charte ne suspend la publication pour personne.
pour-personne-quiet = La charte ne pose d'heures calmes pour personne.
jour-par-jour = { $hours }, jour par jour
jour = Jour
pendant-les-vacances = pendant les vacances scolaires
pendant-les-feries = les jours fériés
jamais = jamais.
passent-quand-meme = Passent quand même : { $purposes }.
rien-ne-passe = Rien ne passe.
sans-fin-suspended = Ces heures n'ont pas de fin : ce qui n'y passe pas ne paraît jamais.
sans-fin-quiet = Ces heures n'ont pas de fin : ce qui n'y passe pas ne sonne jamais.
toute-la-semaine-ensemble = Avec la publication suspendue, c'est toute la semaine : ce qui ne passe ni ici ni là ne sonne jamais.

notes-et-devoirs = Les notes et les devoirs
note-de-l-eleve = L'élève voit sa note { $when }.
note-des-responsables = Ses responsables légaux la voient { $when }.
devoirs-inscrits = Les devoirs sont inscrits au cahier de textes avant { $hour }.
bulletin-sur-papier = { $channels ->
    [1] Le bulletin ou le livret est remis sur papier.
   *[other] Le bulletin ou le livret est aussi remis sur papier.
}
bulletin-sur-papier-en-repli = { $channels ->
    [1] Le bulletin ou le livret est remis sur papier aux seules familles que son canal ne peut pas joindre.
   *[other] Le bulletin ou le livret est remis sur papier aux seules familles que ses canaux ne peuvent pas joindre.
}

qui-ecrit-a-qui = Qui peut écrire à qui
ce-que-dit-le-tableau = Le tableau dit qui peut commencer un échange ; il ne règle ni les réponses, ni ce que l'outil publie sans que personne n'écrive : notes, devoirs, bulletin, absences.
tableau-des-droits = Qui peut commencer un échange, et avec qui, dans la messagerie
qui-ecrit = Qui écrit
a-qui = { $to ->
    [direction] à la direction
   *[other] aux { $writers }
}

adoption-et-revision = Adoption et révision
relire-la-charte = À décider avec le vote : relire la charte à la première réunion du { $council } de l'année scolaire { $first }-{ $second }, avec un retour des familles.
avant-le-vote = Avant le vote
une-proposition = Ce texte est une proposition, à modifier librement. Ce qui porte la mention « hypothèse » se vérifie avant d'être adopté.
date-du-vote = Date du vote, pour, contre, abstentions
pour-la-direction = { $kind ->
    [ecole] Pour la direction (directrice ou directeur de l'école)
   *[other] Pour la direction (cheffe ou chef d'établissement)
}
pour-les-parents = Pour les parents d'élèves
pour-les-personnels = Pour les personnels
points-a-regler = Points à régler avant le vote
