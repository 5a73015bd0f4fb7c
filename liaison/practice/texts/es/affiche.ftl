## L'affiche d'un parcours, et le titre de la page

affiche-titre = Practicar con el ENT, sin riesgo
affiche-phrase = Un ENT ficticio para probarlo todo: ninguna cuenta, ninguna persona real.
affiche-etape-code = Abra la cámara de fotos de su teléfono.
affiche-etape-viser = Apunte al código y pulse el enlace.
affiche-etape-langue = Elija su idioma.
affiche-etape-essayer = Pruebe. Todo se puede volver a empezar.
affiche-code = Código para fotografiar. Lleva a la dirección { $adresse }
affiche-adresse = Sin cámara de fotos, escriba esta dirección:
affiche-sous-le-code = Sin cámara de fotos, escriba la dirección que está debajo del código.
affiche-missions = Lo que va a probar
affiche-mission = { $mission } ({ $minutes } min)
affiche-duree = Cuente { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}. Puede parar y seguir después.
affiche-appareil = Nada sale de su teléfono. El botón «Borrar» quita lo que usted hizo, salvo una imagen guardada.
affiche-reprendre = Seguir donde estaba
