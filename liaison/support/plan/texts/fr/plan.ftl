# Le calendrier
remise = Remise du matériel
    .detail = L'école peut prêter { $items }.
retour = Retour du matériel
    .detail = vérifié avec la famille, fichiers copiés puis effacés
atelier = Atelier
nombre-tu = des { $item }
stock-tu = Le stock ({ $items }) et ce qu'il coûte sont tus : à côté d'un diagnostic de ces familles, il dirait combien d'entre elles attendent. L'équipe le connaît.

# Ce que le plan ne voit pas
aucun-diagnostic = Aucun diagnostic n'est joint : les modes de communication ne sont pas revus.
familles-sans-coupon = Le plan ne voit que les familles qui ont remis un coupon avec un code. Celles qui n'ont rien demandé n'y sont pas : aller vers elles, par téléphone ou à la sortie, avant de conclure.
manque-sans-demande = Des familles à qui il manque { $item }, d'après leurs réponses, ne l'ont pas demandé : le leur proposer de vive voix.
ordinateur-sans-connexion = Un ordinateur au moins part dans une maison sans connexion et sans clé : revoir l'ordre des clés.
pret-sans-atelier = Des familles qui reçoivent du matériel ont à apprendre à s'en servir et n'ont pas de place en atelier : leur proposer un rendez-vous à la remise.

# Ce que le plan ne garantit pas
peut-etre-mieux = Les ateliers sont le meilleur plan trouvé dans le temps donné ; un meilleur existe peut-être.
familles-sans-creneau = Aucun créneau ne convient à certaines familles : l'équipe sait lesquelles, pourquoi, et les appelle.
creneaux-sans-date = Des créneaux n'ont pas encore de date.
prix-supposes = Des prix sont des hypothèses de la suite, sans devis.
partenaires-sans-nom = Des partenaires sont des genres, pas encore des noms : vérifier qui existe près de l'école.
retour-a-verifier = La date de retour tombe un jour que le calendrier marque « à vérifier ».
effet-a-mesurer = Ce que le plan change se mesurera en reposant les mêmes questions ; rien ne le garantit.
