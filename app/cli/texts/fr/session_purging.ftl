serait-perdu = Rien n'a été effacé. { $lost } Après l'effacement, plus rien ne se prend, ne se note ni ne se lit. { $todo }Pour effacer sans cela : { $command }
d-abord = D'abord : { $first }.
remettre-ou-effacer = faire remettre de nouveau depuis sa place ce qui est dans « { $folder } », ou effacer ce dossier
prendre-ou-effacer = { $command }, ou effacer ce tableau s'il ne sert plus
remettre-les-noms = remettre dans « participants.csv » le nom que portent ces papiers, { $codes } (dans la même case que le nouveau, s'il a changé), ou effacer ces papiers et chercher vous-même ces noms
lire-d-abord = lire les textes depuis l'accueil, « Lire les textes d'une séance »
deja-fait = Déjà fait, le { $when } : cette fois, rien n'a été effacé de plus. Voici ce qui l'a été.
avec-les-droits = Avec les droits d'administration, cette commande le fait : { $command }
coupe-en-effacant = Interrompu pendant l'effacement : { $done } sur { $count } de ce qui doit partir est effacé, et « { $erasure } » dit quoi. Ce n'est pas fini : des noms restent. Pour finir, relancer la même commande : { $command }
coupe-apres = Interrompu pendant la vérification : ce qui devait partir est effacé, et « { $erasure } » dit quoi. Ce n'est pas fini : rien ne dit encore qu'aucun nom ne reste. Pour finir, relancer la même commande : { $command }
colonne-fichier-efface = Fichier effacé
colonne-pourquoi = Pourquoi
change = Changé
reste-a-effacer = Reste à effacer
a-relire = À relire vous-même
pas-lu = N'a pas pu être lu
fichiers-effaces = Fichiers effacés : { $count }. Noms cherchés : { $names }, dans { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }. Fichiers gardés : { $kept }.
aucun-nom-cherche = Cette séance n'a pas de liste de noms, ou ne l'a plus : aucun nom n'a été cherché. Ce que la suite écrit d'après une liste est effacé. Les copies et les autres documents en portent peut-être : les relire, ou remettre la liste dans « { $participants } », puis relancer. La preuve : « { $erasure } ».
dire-relu = Une fois tout relu ou effacé, le dire : { $command }
limites = Ce que cette commande ne peut pas faire :
lignes-montrees = { $shown } lignes montrées sur { $count } ; toutes sont dans « { $erasure } ».
preuve = La preuve : « { $erasure } ».
un-nom-reste = Un nom reste, ou peut rester : la liste est gardée, pour recommencer. L'état est dans « { $erasure } ».
un-nom-reste-a-corriger = Un nom reste, ou peut rester : la liste est gardée, pour recommencer. Corriger ce qui est dit plus haut, puis relancer. L'état est dans « { $erasure } ».
a-un-autre-compte = À un autre compte, comme les places d'une salle ouverte avec sudo : { $count } de ces lignes. { $command }
colonne-a-savoir = À savoir
rien-a-relire = --reread n'a rien à noter : l'effacement n'a laissé aucun fichier à relire.
