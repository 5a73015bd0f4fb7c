parcours-premiere_connexion = Prima intrare în cont
    .phrase = Activați contul, intrați, citiți un mesaj și ieșiți fără să lăsați nimic.
parcours-atelier_90 = Atelier de 90 de minute
    .phrase = Lucrurile de făcut într-un an, cu timp de vorbit între misiuni.
parcours-presse = Am puțin timp
    .phrase = Cele mai utile lucruri, în mai puțin de zece minute.
parcours-sans_ent = O școală fără ENT
    .phrase = Un link este de ajuns: o întâlnire și o ședință, fără cont.
