coupe = Interrompu pendant « { $part } » : ce qui précède est fait, et rien n'est écrit à moitié. Pour finir, relancer la même commande : { $command }
pas-fait = Pas fait : { $reason }
rien-de-rempli = Rien n'y est rempli depuis la dernière fois.
venues-autrement = Copies venues autrement que par la salle, dont le retour est à donner vous-même : { $copies }.
aucune-par-la-salle = Aucun retour n'est à rendre dans la salle : aucun n'est celui d'une copie qui en vient.
a-regarder = À regarder, quelque chose y est laissé de côté : { $titles }.
pas-faits = Pas fait : { $titles }. La raison est au-dessus ; une fois réglée, relancer la même commande.
en-place = Travail fait à sa place dans la salle, et pas remis : { $copies }. Rien n'en est noté ; les réponses sont gardées.
il-reste =
    Il reste { $n ->
        [one] { $count } texte
       *[other] { $count } textes
    } à lire : depuis l'accueil, « Lire les textes d'une séance »,
dans-le-tableau = ou dans « { $table } », rempli sur place.
puis-clore = Puis, pour les retours et les notes : liaison session close { $folder }{ $present }
rempli-ailleurs = Rempli ailleurs, le donner d'abord : { $command }
aucune-prise = Aucune copie n'a pu être prise : il n'y a ni note, ni retour, ni texte à lire.
aucune-arrivee = Aucune copie n'est arrivée : il n'y a ni note, ni retour, ni texte à lire.
tout-est-lu = Tous les textes remis sont lus : les retours et les notes sont complets.
aucun-texte-remis = Personne n'a remis de texte : les retours et les notes sont complets.
