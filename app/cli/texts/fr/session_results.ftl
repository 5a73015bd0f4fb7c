identifiants-avec-moodle = --identifiers va avec --moodle, qui dit ce qu'ils sont : username, par exemple.
une-seule-adresse = Une seule adresse, { $address }, pour { $codes } : Moodle n'en ferait qu'une personne, leurs notes n'y sont pas. La corriger dans participants.csv, colonne « courriel », ou donner --identifiers.
le-code-lui-meme = L'identifiant écrit est le code lui-même ; --identifiers donne celui que Moodle connaît.
pas-un-champ = « { $field } » n'est pas un champ par lequel Moodle reconnaît : { $fields }.
aucune-note = Le carnet de notes n'a encore aucune note : « liaison session grade » d'abord.
colonne-code = Code
tableau = Tableau : « { $path } ».
textes-a-lire = Les textes à lire : depuis l'accueil, « Lire les textes d'une séance », ou dans textes_a_lire.csv.
a-importer = À importer dans Moodle ou M@gistère : « { $path } » (virgule entre les colonnes, UTF-8).
sans-note =
    Sans note pour l'instant : { $n ->
        [one] { $count } copie
       *[other] { $count } copies
    } où un texte attend votre lecture. Pour donner sans attendre la note du reste : { $again } --partial
laisses-de-cote = Laissés de côté, sans identifiant que Moodle puisse lire : { $codes }.
note-en-attente = { $points } + à lire
note-sans-texte = { $points }, un texte pas lu
sans-note-perdue =
    Sans note : { $n ->
        [one] { $count } copie
       *[other] { $count } copies
    } où un texte n'a pas été lu. Pour donner la note du reste : { $again } --partial
noms-effaces = L'effacement des noms de cette séance est commencé, ou fait : « { $file } » y remettrait de quoi reconnaître chacun. Rien n'a été écrit. Pour l'avoir quand même, l'écrire hors de la séance avec --out, qui est qui avec --identifiers, et l'effacer à la main après.
aucune-note-gardee = Le carnet de notes n'a aucune note : les noms ont été effacés avant que les copies soient notées, et elles ne se notent plus.
textes-pas-lus = Des textes n'étaient pas lus quand les noms ont été effacés : ils n'ont pas de note, et ne se lisent plus.
