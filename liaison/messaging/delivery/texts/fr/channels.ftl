# Pourquoi un message n'a pas informé.
raison-informe = Informé à temps
raison-non_destinataire = L'école n'écrit qu'à un responsable
raison-ecriture_fermee = La messagerie ne permet pas d'écrire
raison-compte_non_active = Compte non activé
raison-sans_equipement = Pas d'appareil ou de connexion
raison-ne_se_connecte_pas = Ne se sert pas de l'ENT
raison-numero_inconnu = Pas de numéro exact
raison-adresse_inconnue = Pas d'adresse électronique exacte
raison-appel_sans_reponse = Appels sans réponse
raison-papier_perdu = Papier resté dans le sac
raison-papier_autre_foyer = Papier parti dans l'autre foyer
raison-affiche_non_vue = Affiche non vue
raison-jamais_ouvert = Jamais ouvert
raison-retenu = Retenu par un réglage jusqu'à ce qu'il soit trop tard
raison-vu_trop_tard = Vu trop tard
raison-non_compris = Vu, mais non compris
