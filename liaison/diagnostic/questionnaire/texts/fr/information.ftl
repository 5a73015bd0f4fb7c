qui-est-responsable = qui est responsable
qui-lit = qui lit les réponses
jusqu-a-quand = jusqu'à quand elles sont gardées
a-qui-ecrire = à qui écrire
le-delegue = le délégué à la protection des données
une-fiche-d-information = une fiche d'information
incomplete = L'information des familles n'est pas complète. Il manque : { $missing }. La feuille et la page le disent, et renvoient à l'école.
incomplete-et-passee = L'information des familles n'est pas complète. Il manque : { $missing }. La date écrite, le { $date }, est passée. La feuille et la page le disent, et renvoient à l'école.
