trait-besoin = Besoin
trait-langue = Langue
trait-garde = Enfants à garder
trait-moments = Heures
debutent = ont le plus à apprendre
ne-debutent-pas = ont moins à apprendre
enfants = { $n ->
    [0] aucun
    [1] un enfant
    [2] deux enfants
   *[3] trois enfants ou plus
}
des-enfants = un enfant ou plus
autre-que-le-francais = une autre langue que le français
plusieurs-moments = à plusieurs moments
un-seul-moment = à un seul moment
