# Une séance tenue à l'écran, de la préparation aux remises.

## Rien n'est ouvert
none-open = Aucune séance n'est ouverte
what-it-is = Une séance est un dossier sur cet ordinateur : des codes à distribuer, les copies remises, les notes, et les noms, s'il y en a, jusqu'au jour où vous les effacez.
prepare = Préparer une séance
elsewhere = Une séance est dans un autre dossier
another = Une autre séance, ou en préparer une
board-alone = Une séance se prépare et se clôt sur l'ordinateur de qui anime. Ici, ce tableau seul.
open-which = Séance à ouvrir
open-button = Ouvrir cette séance
open-choose = Choisissez une séance
open-choose-text = Celles de la suite sont dans la liste.

## Préparer : quoi
prepare-what = Que prépare-t-on ?
title = Nom de la séance
title-help = Facultatif : sinon, le nom de ses exercices.
title-long = Ce nom est trop long : { $most } signes au plus.
title-unseen = Ce nom a un signe invisible, venu d'un texte collé : effacez-le, et écrivez le nom au clavier.
day = Jour de la séance
day-help = Par exemple 27/11/2026.
day-refused = Écrivez un jour, comme 27/11/2026.
modules = Exercices
modules-missing = Cochez au moins un exercice.
mode = Comment chacun travaille
mode-machines = Chacun sur sa machine : il remet un fichier
mode-cle = Sans aucun réseau : une clé USB passe de main en main
mode-reseau = Cet ordinateur sert toute la salle, sur son réseau
mode-missing = Choisissez une façon de travailler.
go-on = Continuer
leave = Ne rien préparer
unready = La séance n'est pas encore prête
unready-text = Corrigez ce qui est signalé plus haut. Ce que vous avez rempli est gardé.

## Préparer : qui
prepare-who = Qui vient ?
who = Participants
who-codes = Des codes, sans aucun nom
who-noms = Une liste de noms
count = Combien de personnes
count-unit = personnes
count-missing = Écrivez combien de personnes viennent : de 1 à { $most }.
pasted = Collez la liste
pasted-help = Un nom par ligne. La page ne garde pas cette liste : une fois rechargée, elle la redemande.
list-file = Ou ouvrez un fichier
list-file-help = Texte, CSV, XLSX ou ODS. Votre fichier reste tel quel : vous l'effacerez vous-même.
list-missing = Collez la liste, ou ouvrez son fichier.
list-of-file = La liste prise est celle du fichier « { $name } », donnée en dernier.
list-of-paste = La liste prise est celle qui est collée.
columns = Que dit la première ligne ?
columns-titled = Ce sont des titres, et le nom est sous « { $title } »
columns-untitled = C'est une personne, et son nom est « { $title } »
columns-nobody = C'est une personne
doubts = À vérifier dans la liste
doubts-then = Corrigez la liste, ou pressez de nouveau pour la garder ainsi.
look-first = Regardez ce que la liste demande, plus haut, puis pressez de nouveau.
where = La séance sera un dossier nouveau dans « { $folder } », que les autres comptes de cet ordinateur ne lisent pas.
make = Préparer la séance
go-back = Revenir
making = Préparation de la séance
making-failed = La séance n'a pas été préparée
making-stopped = Arrêté. Rien n'a été écrit.
remarks = À savoir de la liste

## Les pas d'une séance
step-codes = Les codes
step-open = Ouvrir
step-follow = Suivre
step-hand-ins = Remises
step-close = Clore
step-names = Effacer les noms

## Les codes
codes-sheet = Télécharger la feuille des codes
codes-where = À imprimer et à découper. Elle est aussi dans « { $path } ».
codes-named = Ces deux feuilles portent les noms : téléchargées, elles sont à effacer vous-même.
codes-show = Afficher les codes ici
codes-hide = Masquer les codes
codes-private = À ne pas projeter
codes-private-text = Un code sert à remettre à la place d'une personne.
codes-caption = Codes de la séance
codes-code = Code
attendance-sheet = Télécharger la feuille d'émargement
attendance-refused = La feuille d'émargement n'a pas pu être écrite dans « { $folder } ». Permettez d'y écrire, puis pressez de nouveau.
codes-gone = La feuille des codes n'est plus dans « { $path } », ou ne peut pas être lue. Les codes s'affichent ici.

## Ouvrir
hub = La salle s'ouvre depuis un terminal
hub-type = Dans un terminal, tapez :
hub-seen = Vous verrez l'adresse à viser et les mots de passe. La feuille « salle.pdf », à projeter, se pose dans les documents de la séance. Ctrl + C ferme la salle.
hub-sudo = Pour que chaque place ait son compte et JupyterLab, tapez ceci. Votre mot de passe est alors demandé dans le terminal ; cette page ne le demande jamais :
hub-sudo-relay = Une salle ouverte avec sudo a son propre relais : la même commande, avec « --install » à la place du dossier, l'installe une fois.
relay = La première fois : installer le relais
relay-text = La salle a besoin d'un relais, un programme que cet ordinateur va chercher une seule fois, avec Internet.
relay-install = Installer le relais
relay-installing = Le relais s'installe
relay-installed = Le relais est installé
relay-installed-text = Pressez « Ouvrir la salle » : Internet n'est plus nécessaire.
relay-not-installed = Le relais n'est pas installé
room = La salle se tient sur cet ordinateur
room-text = Pressez « Ouvrir la salle » : chaque personne y trouve sa place par le réseau. Elle reste ouverte si cette page se ferme ou se recharge, et se ferme avec la suite.
room-text-again = Cette salle a déjà été ouverte : la rouvrir rend sa place à chacun. Elle reste ouverte si cette page se ferme ou se recharge, et se ferme avec la suite.
room-open = Ouvrir la salle
room-where = Choisir l'adresse ou le port
room-address = Adresse de cet ordinateur dans la salle
room-address-help = Facultatif : sinon, elle est trouvée. Par exemple 192.168.1.20.
room-port = Port
room-port-help = Facultatif : sinon, le premier libre à partir de 8000.
room-port-refused = Écrivez un nombre entre 1024 et 65535, ou rien.
room-terminal = L'ouvrir depuis un terminal
room-opening = La salle s'ouvre : les places se préparent
room-not-open = La salle n'est pas ouverte
room-not-started = Le programme de la salle n'a pas pu être lancé : { $reason }. Rien n'est changé ; pressez de nouveau.
room-crashed = Le programme de la salle s'est arrêté sans dire pourquoi. Le travail de chacun est gardé dans « { $folder } ». Pressez de nouveau ; si cela revient, ouvrez-la depuis un terminal, qui montre tout.
room-ended-otherwise = Le programme de la salle s'est arrêté sans dire pourquoi. Ce qui était fait est gardé : pressez de nouveau.
room-stopped = Son programme a été arrêté. Le travail de chacun est gardé.
room-elsewhere = Une salle ne s'ouvre et ne se ferme que depuis l'ordinateur de qui anime, dans une page de la suite qui y tourne.
room-ended = La salle s'est fermée
room-cut = La salle s'est arrêtée sans se fermer
room-cut-text = Son programme a été coupé, ou l'ordinateur s'est éteint. Le travail de chacun est gardé dans « { $folder } » : « { room-open } » rend sa place à chacun.
room-moving = La salle s'ouvre, ou se ferme
room-moving-text = Attendez quelques secondes : cette page dit d'elle-même où elle en est.
room-of-sudo = Cette salle s'ouvre avec sudo
room-of-sudo-text = Elle est sous le compte d'administration : cette page ne sait pas si elle est ouverte, et ne l'ouvre ni ne la ferme.
room-looked = Regardé à { $time }
room-is-open = La salle est ouverte
room-is-open-detail = Chaque personne ouvre l'adresse, puis donne son code et le mot de passe de la salle.
room-sheet = Télécharger la fiche à projeter
room-sheet-gone = La fiche n'est plus dans « { $folder } », ou ne peut pas être lue. Ce qu'elle dit est sur cette page.
room-events = Depuis qu'elle est ouverte
room-folder-gone = Le dossier de la séance n'est plus là
room-folder-gone-text = « { $folder } » a été déplacé, ou effacé. Si sa salle était ouverte, elle répond encore un moment, et se ferme avec la suite. Remettez le dossier à sa place, ou choisissez une autre séance.
room-remarks = À savoir de cette salle
room-close = Fermer la salle
room-close-asked = Fermer la salle pour tout le monde ?
room-close-asked-text = Les pages ouvertes dans la salle ne répondront plus. Ce qui est remis, et chaque réponse gardée par son bouton, restent sur cet ordinateur.
room-close-now = Fermer pour tout le monde
room-keep = Laisser la salle ouverte
room-closing = La salle se ferme
room-not-closed = La salle n'est pas fermée
room-not-led = Cette page ne trouve pas le programme qui mène la salle : il s'arrête, ou un autre compte l'a lancé. Attendez quelques secondes ; si elle reste ouverte, fermez-la dans la fenêtre qui l'a ouverte.
room-still-open = Elle n'a pas encore fini de se fermer. Attendez ; cette page dit d'elle-même où elle en est.
room-closed = La salle est fermée
room-closed-text = Prenez ce qui y est remis au pas « Remises ».
door-address = Adresse
door-password = Mot de passe de la salle
door-code = Code à photographier, qui mène à l'adresse de la salle
drop = Sans salle, les fichiers de remise viennent à un dépôt
drop-text = C'est un dossier à côté de celui de la séance. Vous y posez les fichiers que chacun remet.
drop-open = Ouvrir le dépôt
drop-is-open = Le dépôt est ouvert
drop-is-open-text = Posez les fichiers de remise dans « { $folder } », puis allez à « Remises ».
drop-refused = Le dépôt n'est pas ouvert
people-do = Ce que fait chaque personne
step-numbered = { $number }. { $step }

## Remises
came =
    { $came ->
        [0] Aucune copie sur { $count } n'est arrivée
        [one] { $came } copie sur { $count } est arrivée
       *[other] { $came } copies sur { $count } sont arrivées
    }
to-read =
    { $waiting ->
        [0] Aucun texte n'attend votre lecture.
        [one] { $waiting } texte attend votre lecture.
       *[other] { $waiting } textes attendent votre lecture.
    }
unmarked =
    { $n ->
        [one] { $n } copie n'est pas encore notée.
       *[other] { $n } copies ne sont pas encore notées.
    }
texts-unknown = Les textes à lire ne peuvent pas être comptés. { $reason }
refresh = Regarder de nouveau
take-drop = Prendre ce qui est dans le dépôt
take-room = Prendre ce qui est remis dans la salle
take-files = Choisir des fichiers de remise
take-files-help = Ceux que chacun vous a envoyés, ou l'archive d'une plateforme. Les reprendre ne change rien.
take-folder = Dossier, ou clé USB
take-folder-help = Son chemin, par exemple E:\ ou /media/cle.
take-folder-button = Prendre les remises de ce dossier
take-folder-missing = Écrivez le chemin du dossier.
take-elsewhere = Prendre dans un autre dossier
stand-each = Voir où en est chaque code
stand = Copies de la séance, à ne pas projeter
stand-unknown = Où en est la séance ne peut pas être dit
taking = Les remises sont prises
taking-failed = Les remises n'ont pas été prises
taking-already = D'autres remises sont en train d'être prises : attendez qu'elles le soient, puis recommencez.
taking-cut = Arrêté en route : { $reason }. Ce qui était reçu est resté ; recommencez, rien ne sera pris deux fois.
too-much = Ces fichiers dépassent { $most } Mo ensemble : choisissez-en moins à la fois, ou donnez leur dossier.
taken = Ce qui vient de changer, à ne pas projeter
taken-others =
    { $others ->
        [0] { "" }
        [one] { " " }Un fichier n'est pas une remise.
       *[other] { " " }{ $others } fichiers ne sont pas des remises.
    }
taken-nothing = Rien de nouveau dans ce qui est pris.{ taken-others }
taken-some =
    { $count ->
        [one] { $count } ligne est nouvelle.
       *[other] { $count } lignes sont nouvelles.
    }{ taken-others } Tout est dans « remises.csv ».
column-code = Code
column-module = Exercice
column-state = État
column-why = À savoir

## Clore
present = Qui était là
present-tous = Toutes les personnes de la séance
present-liste = Celles que dit la liste des présences (« { $file } », dans le dossier de la séance)
present-missing = Dites qui était là : les attestations en viennent.
hours = Durée de la séance
hours-help = Facultatif, pour les attestations : 6h30, par exemple.
close = Clore la séance
closing = Clôture : notes, badges, attestations, retours, résultats, compte rendu
closing-failed = La séance n'est pas close
closed = Les copies sont notées, les papiers sont écrits
closed-empty = Aucune copie n'est arrivée : il n'y a rien à noter, les papiers sont écrits
closed-partly = Une partie n'a pas été faite
closed-then-read = Lisez depuis l'accueil, « Lire les textes d'une séance » ; puis pressez de nouveau.
parts = Ce qui a été fait
part-why = { $part } : { $why }
part-done = fait
part-left = fait, quelque chose y est laissé de côté
part-refused = pas fait
to-ask = Il reste à faire
ask-refused = Remises refusées, à demander de nouveau : { $codes }.
take-again = Remises refusées qui sont encore là : { $codes }. Les reprendre sans les redemander, au pas « Remises », une fois fait ce que dit leur raison, dans « remises.csv ».
ask-nothing = Copies où rien ne peut être noté, à demander de nouveau : { $codes }.
ask-less = Une remise plus récente en dit moins que celle d'avant : { $codes }. La raison est dans « remises.csv ».
ask-ahead = La copie qui compte vient d'une machine dont l'horloge avance : { $codes }. Les heures sont dans « remises.csv ».
give-back = Rendre les retours
to-give-back = Les retours sont écrits
to-give-back-text = « { give-back } » met à sa place, dans la salle, celui de chaque personne.
giving-back = Les retours vont à chaque place
not-given-back = Les retours ne sont pas rendus
given-back = Les retours sont rendus
given-back-now = À sa place, chaque personne presse « Prendre mon retour ».
given-back-later = À la prochaine ouverture de la salle, chaque personne pressera « Prendre mon retour » à sa place.
papers-where = Tous les papiers sont dans « { $folder } » : attestations et badges aussi, à imprimer de là. Un fichier téléchargé d'ici sort de la séance, et ne s'efface plus avec elle : seuls ceux qui n'ont aucun nom le peuvent.
paper-results = Télécharger les résultats
paper-report = Télécharger le compte rendu
paper-gone = Ce papier n'est plus dans « { $folder } », ou ne peut pas être lu : pressez « Clore la séance » de nouveau.
column-part = Partie

## Effacer les noms
names-until = Les noms de cette séance sont gardés jusqu'au { $day }. Rien ne s'efface tout seul.
names-none = Cette séance n'a que des codes : aucune liste de noms n'y est gardée. Des copies peuvent porter un nom.
erase-look = Voir ce qui sera effacé
erase-looking = Recherche de ce qui serait effacé
erase = Effacer, sans retour possible
erase-not = Ne rien effacer
erase-count =
    { $count ->
        [0] Aucun fichier ne sera effacé
        [one] { $count } fichier sera effacé
       *[other] { $count } fichiers seront effacés, dont { $shown } sont montrés
    }
erase-lost = Après, plus rien ne se prend, ne se note ni ne se lit. D'abord : « Clore » prend et note ; les textes se lisent depuis l'accueil, « Lire les textes d'une séance ».
erase-keeps = Restent : les codes, les notes, le compte rendu de la salle, les exercices.
erase-elsewhere = Ne s'effacent pas d'ici : la liste d'où viennent les noms, les papiers imprimés, ce qui est copié ailleurs.
erase-drop = Le dépôt « { $folder } » n'est pas dans la séance : effacez-le vous-même.
erase-early = C'est avant le jour prévu, le { $day } : après, plus aucune attestation ne peut être faite.
erasing = Recherche des noms, puis effacement
erasing-failed = L'effacement n'est pas fait
erasing-cut = Arrêté en route : { $reason }. « effacement.json », s'il est là, dit ce qui est parti ; pressez de nouveau pour finir.
going = Ce qui partira
staying = À relire, ou à effacer vous-même
erased =
    { $count ->
        [0] L'effacement est fait : aucun fichier n'avait à partir
        [one] L'effacement est fait : { $count } fichier est parti
       *[other] L'effacement est fait : { $count } fichiers sont partis
    }
list-is-back = Les noms avaient été effacés, et une liste a été remise dans la séance : ils sont à effacer de nouveau
erased-partly = L'effacement n'est pas fini : un nom reste, ou peut rester
no-name-searched = Cette séance n'a pas de liste de noms : aucun nom n'a été cherché. Les copies en portent peut-être.
proof = La preuve est dans « { $path } ». Elle se garde avec la séance.
reread = J'ai tout relu ou effacé
column-file = Fichier
