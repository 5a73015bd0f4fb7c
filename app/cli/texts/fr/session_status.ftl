colonne-code = Code
copies-manquantes = Copies manquantes, { $module } : { $missing } sur { $count }.
rien-a-noter = Copies où rien ne peut être noté, vides ou illisibles, à demander de nouveau : { $copies }.
en-dit-moins = Une remise plus récente en dit moins que celle d'avant : { $copies }. La raison est dans « { $journal } ».
horloge-en-avance = La copie qui compte vient d'une machine dont l'horloge avance, et une autre est peut-être plus récente : { $copies }. Si c'est l'autre qui doit compter, la faire remettre de nouveau ; les heures sont dans « { $journal } ».
textes-inconnus = Textes à lire : ils ne peuvent pas être comptés. { $reason }
effacement-a-reprendre = L'effacement des noms a commencé et n'est pas fini. Le reprendre : liaison session purge { $folder }
aucun-nom-cherche = L'effacement n'a cherché aucun nom : cette séance n'a pas de liste, ou ne l'avait plus. Les copies et les documents en portent peut-être.
effaces-et-relus = Les noms reconnus de cette séance sont effacés. Vous avez dit, le { $when }, avoir relu ou effacé le reste.
effaces-sans-assurance = Les noms reconnus de cette séance sont effacés ; rien n'assure qu'aucun ne reste. Pourquoi, et quoi relire : liaison session purge { $folder }
effaces = Les noms de la liste ont été cherchés, et effacés : aucun, entier, n'a été retrouvé dans ce qui reste. Un nom que la liste n'avait pas n'a pas été cherché.
liste-revenue = Les noms de cette séance avaient été effacés, et une liste y a été remise : « { $list } ». L'effacer de nouveau, avec ce qu'elle nomme : liaison session purge { $folder }
noms-gardes = Les noms sont gardés jusqu'au { $day } : liaison session purge { $folder }
noms-a-effacer = La date est passée : les noms étaient gardés jusqu'au { $day }, et ils sont à effacer : liaison session purge { $folder }
noms-sans-liste = « { $list } » n'est plus là, et des papiers de la séance portent un nom : { $codes }. Remettre cette liste, puis : liaison session purge { $folder }
a-prendre = Remises dans la salle, à prendre : { $copies }. Les prendre : { $command }
en-place = Travail fait à sa place dans la salle, et pas remis : { $copies }. { $how }
en-place-illisible = Travail qui ne peut pas être remis tel quel : { $copies }. Le haut de l'exercice dit à la personne comment recommencer.
change-depuis = Travail changé à sa place dans la salle depuis la remise, et pas remis de nouveau : { $copies }. Seule une copie remise est notée.
efface-depuis = Réponses qui ne sont plus à leur place dans la salle depuis la remise, effacées ou mises de côté : { $copies }. Ce qui a été remis compte.
illisible-depuis = Réponses qui ne peuvent plus être lues à leur place dans la salle depuis la remise : { $copies }. Rien ne dit si elles ont changé ; ce qui a été remis compte.
illisible-car = { $code } ({ $module } : « { $file } » { $reason })
trop-tard = Les réponses sont gardées. L'heure limite est passée : une copie remise maintenant sera en retard, et n'en remplacera aucune qui est à l'heure.
dossiers-fermes = Dossiers que le système ne laisse pas ouvrir, dans « { $folder } » : { $codes }. En permettre la lecture, puis relancer : leurs copies y sont peut-être.
remises-refusees = Remises refusées, à demander de nouveau : { $codes }. La raison est dans « { $journal } ».
refusees-a-reprendre = Remises refusées qui sont encore là, à reprendre sans les redemander, une fois fait ce que dit leur raison : { $codes }. Les reprendre : { $command } ; la raison est dans « { $journal } ».
reprendre = liaison session collect DÉPÔT --session { $folder }
refusees-en-plus = Une copie est prise, et autre chose de la même personne a été refusé : { $codes }. Si cela devait compter, le demander de nouveau, sauf si la raison dit quoi faire ; la raison est dans « { $journal } ».
equipes-refusees =
    { $n ->
        [one] Fichier d'équipe refusé
       *[other] Fichiers d'équipe refusés
    } : { $n }. La raison est dans « { $journal } ».
refusees-de-personne =
    { $n ->
        [one] Fichier refusé
       *[other] Fichiers refusés
    } dont rien ne dit de qui : { $n }. Une copie qui manque y est peut-être : la raison est dans « { $journal } ».
mais = { $state }, mais { $reason }
textes-a-lire = Textes à lire : { $waiting } sur { $count }.
sans-compter =
    Sans compter ceux de { $n ->
        [one] { $n } copie, pas encore notée
       *[other] { $n } copies, pas encore notées
    } : { $command }
pas-encore-notees =
    Textes à lire : { $n ->
        [one] { $n } copie en a, et n'est pas encore notée
       *[other] { $n } copies en ont, et ne sont pas encore notées
    } : { $command }
textes-plus-lus =
    { $n ->
        [one] { $n } texte n'était pas lu quand les noms ont été effacés : il ne se lit plus, et n'a pas de note.
       *[other] { $n } textes n'étaient pas lus quand les noms ont été effacés : ils ne se lisent plus, et n'ont pas de note.
    }
plus-notees =
    { $n ->
        [one] { $n } copie n'était pas notée quand les noms ont été effacés : elle ne se note plus.
       *[other] { $n } copies n'étaient pas notées quand les noms ont été effacés : elles ne se notent plus.
    }
aucun-texte = Textes à lire : aucun.
gardees-salle-ouverte = Les réponses sont gardées ; le bouton « Remettre » est à la fin de l'exercice et sur « Votre place ».
gardees-salle-fermee = La salle est fermée ; les réponses y sont gardées. Pour les recevoir, la rouvrir pour qu'elles puissent être remises : liaison session hub { $folder }
gardees = Les réponses sont gardées. Si la salle est ouverte, le bouton « Remettre » est à la fin de l'exercice et sur « Votre place » ; si elle est fermée, la rouvrir pour qu'elles puissent être remises : liaison session hub { $folder }
