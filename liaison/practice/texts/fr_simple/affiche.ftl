## L'affiche d'un parcours, et le titre de la page

affiche-titre = S'entraîner à l'ENT, sans risque
affiche-phrase = Cet ENT est inventé. Essayez tout : aucun compte, aucune vraie personne.
affiche-etape-code = Ouvrez l'appareil photo de votre téléphone.
affiche-etape-viser = Visez le code. Puis appuyez sur le lien.
affiche-etape-langue = Choisissez votre langue.
affiche-etape-essayer = Essayez. Tout peut être recommencé.
affiche-code = Code à photographier. Il mène à l'adresse { $adresse }
affiche-adresse = Vous n'avez pas d'appareil photo ? Écrivez cette adresse :
affiche-sous-le-code = Vous n'avez pas d'appareil photo ? Écrivez l'adresse. Elle est sous le code.
affiche-missions = Ce que vous allez essayer
affiche-mission = { $mission } ({ $minutes } min)
affiche-duree = Comptez { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Vous pouvez vous arrêter et reprendre.
affiche-appareil = Rien ne quitte votre téléphone. Le bouton « Effacer » retire ce que vous avez fait. Une image enregistrée reste.
affiche-reprendre = Reprendre où vous en étiez
