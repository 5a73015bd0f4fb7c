## L'affiche d'un parcours, et le titre de la page

affiche-titre = Exersați în ENT, fără riscuri
affiche-phrase = Un ENT fictiv ca să încercați tot: niciun cont, nicio persoană adevărată.
affiche-etape-code = Deschideți camera foto a telefonului.
affiche-etape-viser = Îndreptați-o spre cod, apoi apăsați pe link.
affiche-etape-langue = Alegeți limba dumneavoastră.
affiche-etape-essayer = Încercați. Totul se poate relua de la început.
affiche-code = Cod de fotografiat. Duce la adresa { $adresse }
affiche-adresse = Fără cameră foto, scrieți această adresă:
affiche-sous-le-code = Fără cameră foto, scrieți adresa de sub cod.
affiche-missions = Ce veți încerca
affiche-mission = { $mission } ({ $minutes } min)
affiche-duree = Durează cam { $minutes } min. Vă puteți opri și puteți continua mai târziu.
affiche-appareil = Nimic nu iese din telefonul dumneavoastră. Butonul „Ștergeți” șterge ce ați făcut, în afară de o imagine salvată.
affiche-reprendre = Continuați de unde ați rămas
