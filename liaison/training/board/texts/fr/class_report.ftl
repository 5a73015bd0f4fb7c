titre = Compte rendu de la séance
groupe-trop-petit = Un groupe trop petit pour des chiffres
ce-que-la-salle-a-trouve = Ce que la salle a trouvé
reponses-entierement-justes = Personnes dont la réponse est entièrement juste
reponses-a-chaque-question = Réponses à chaque question
question = Question
repondu = Répondu
juste = Juste
en-partie = En partie
a-revoir = À revoir
trop-peu-de-reponses = « { $title } » : moins de { $fewest } réponses ({ $answered }), rien de plus n'est dit.
nombre-sur = { $count } sur { $out_of }
ce-qui-a-le-plus-manque = Ce qui a le plus manqué
du-premier-au-dernier = « { $title } » : { $first ->
        [one] { $first } réponse juste
       *[other] { $first } réponses justes
    } au premier essai, { $last } à la fin
titre-du-premier-au-dernier = Du premier essai au dernier
au-premier-essai = { $title } · au premier essai
a-la-fin = { $title } · à la fin
reponses-a-plusieurs-essais = Réponses justes, pour les questions que quelqu'un a essayées plus d'une fois
premier-essai = Premier essai
a-la-fin-colonne = À la fin
part-des-points = { $share } des points en « { $competence } »
ce-que-les-questions-entrainent = Ce que les questions entraînent
part-des-points-en-pourcents = Part des points obtenus, en %
place-proposee = Place proposée dans deux référentiels, { $to_check }
competence = Compétence
points = Points
points-sur = { $earned } sur { $out_of }
les-paris = Les paris, avant et après
pari = Pari
avant = Avant
apres = Après
comment-lire = Comment lire ce compte rendu
une-personne-compte-une-fois = Une personne compte une fois par question, avec sa dernière réponse.
en-partie-juste = Une réponse en partie juste a des points sans les avoir tous.
rien-d-un-petit-groupe = Rien n'est dit d'un groupe de moins de { $fewest } personnes (hypothèse de la suite, à régler).
ces-chiffres = Ces chiffres disent ce qui est à reprendre ; ils ne mesurent pas une personne.
pied-de-page = Écoles, familles et messages fictifs. Aucun nom ni aucun code dans ce document.
copies-recues =
    { $copies ->
        [one] { $copies } copie
       *[other] { $copies } copies
    } sur { $expected ->
        [one] { $expected } attendue
       *[other] { $expected } attendues
    }.{ $refused ->
        [0] { "" }
        [one] { " " }{ $refused } autre n'a pas pu être lue.
       *[other] { " " }{ $refused } autres n'ont pas pu être lues.
    }
compter-serait-nommer = En dessous de { $fewest }, compter reviendrait à nommer.
la-moitie = La moitié des personnes ont { $n ->
    [one] { $median } point
   *[other] { $median } points
} ou plus, sur { $points }.
textes-en-attente =
    { $waiting ->
        [one] { $waiting } texte attend une lecture et compte
       *[other] { $waiting } textes attendent une lecture et comptent
    } pour 0.
la-salle-trouve =
    { $count ->
        [one] { $count } personne sur { $out_of } trouve
       *[other] { $count } personnes sur { $out_of } trouvent
    } « { $title } »
pas-tous-les-points =
    { $count ->
        [one] { $count } personne sur { $out_of } n'a
       *[other] { $count } personnes sur { $out_of } n'ont
    } pas tous les points.
ont-change-d-avis =
    { $count ->
        [one] { $count } personne sur { $out_of } a
       *[other] { $count } personnes sur { $out_of } ont
    } changé d'avis
