## The poster of a path, the title of the page, and what the page says when it cannot open

affiche-titre = Practise using the ENT, at no risk
affiche-phrase = An invented ENT to try everything: no account, no real person.
affiche-etape-code = Open the camera of your phone.
affiche-etape-viser = Point it at the code, then press the link.
affiche-etape-langue = Choose your language.
affiche-etape-essayer = Try. Everything can be started again.
affiche-code = Code to photograph. It leads to the address { $adresse }
affiche-adresse = Without a camera, write this address:
affiche-sous-le-code = Without a camera, type the address below the code.
affiche-missions = What you are going to try
affiche-mission = { $mission } ({ $minutes } min)
affiche-duree = Allow { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. You can stop and carry on later.
affiche-appareil = Nothing leaves your phone. The “Erase” button removes what you did, except a saved picture.
affiche-reprendre = Carry on from where you stopped
