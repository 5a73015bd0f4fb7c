## L'affiche d'un parcours, et le titre de la page

affiche-titre = S'entraîner à l'ENT, sans risque
affiche-phrase = Un ENT fictif pour tout essayer : aucun compte, aucune vraie personne.
affiche-etape-code = Ouvrez l'appareil photo de votre téléphone.
affiche-etape-viser = Visez le code, puis appuyez sur le lien.
affiche-etape-langue = Choisissez votre langue.
affiche-etape-essayer = Essayez. Tout peut être recommencé.
affiche-code = Code à photographier. Il mène à l'adresse { $adresse }
affiche-adresse = Sans appareil photo, écrivez cette adresse :
affiche-sous-le-code = Sans appareil photo, écrivez l'adresse qui est sous le code.
affiche-missions = Ce que vous allez essayer
affiche-mission = { $mission } ({ $minutes } min)
affiche-duree = Comptez { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Vous pouvez vous arrêter et reprendre.
affiche-appareil = Rien ne quitte votre téléphone. Le bouton « Effacer » retire ce que vous avez fait, sauf une image enregistrée.
affiche-reprendre = Reprendre où vous en étiez
