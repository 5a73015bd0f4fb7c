question-jour = Jour de la séance (AAAA-MM-JJ)
question-modules = Modules, séparés par des virgules ({ $modules })
question-participants = Participants : leur nombre, ou le fichier de leurs noms
question-mode = Mode (reseau, machines ou cle)
question-lieu = Lieu
question-nom = Votre nom, pour les attestations
question-noms-gardes = Dernier jour où les noms sont gardés
dossier-plein = Le dossier « { $target } » n'est pas vide : une séance y est peut-être déjà. Rien n'a été changé. Donner à --out un dossier nouveau.
prete =
    La séance { $code } est prête dans « { $target } » : { $n ->
        [one] { $count } code
       *[other] { $count } codes
    }. Mode : { $mode }.
codes-a-imprimer = À imprimer et à découper : « { $path } ».
a-l-heure-jusqu-a = Une copie est à l'heure jusqu'au { $day }, { $hour }{ $zone }.
ou-sont-les-noms = Les noms sont dans participants.csv, dans documents/, et toujours dans votre liste, « { $list } » : celle-là, effacez-la vous-même. Les autres s'effacent, après le { $day }, par : liaison session purge { $target }
liste-fermee = « { $list } » se lisait des autres comptes de cet ordinateur : elle ne se lit plus que du sien.
liste-ouverte = « { $list } » se lit des autres comptes de cet ordinateur, et rien n'a pu la fermer : mettez-la dans un dossier qui n'est qu'à vous, ou effacez-la.
ouvrir-la-salle = Pour ouvrir la salle : liaison session hub { $target }
prendre-les-remises = Pour prendre les remises : liaison session collect DÉPÔT --session { $target }
seance-refusee =
    La séance ne peut pas être faite ainsi ; rien n'a été écrit :
    { $faults }
option-manquante = Il manque l'option { $option }. Voir « liaison session new --help ».
pas-un-mode = « { $text } » n'est pas un mode : écrire reseau, machines ou cle.
trop-de-participants = De 1 à { $most } participants, pas { $text }.
ni-nombre-ni-fichier = « { $path } » n'est ni un nombre ni un fichier : donner le nombre de participants, ou leur liste.
pas-une-duree = « { $text } » n'est pas une durée : écrire matin, apres-midi ou journee.
pas-une-heure = L'option --hand-in-until attend une heure (17:30), ou un jour et une heure (2026-11-28T12:00), pas « { $text } ».
heure-sans-fuseau = L'option --hand-in-until attend l'heure du lieu, sans fuseau : écrire 17:30, ou 2026-11-28T12:00, et non « { $text } ». Le lieu se dit par --time-zone.
