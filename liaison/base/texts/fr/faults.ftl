erreur-systeme = erreur { $errno } du système
missing = cette valeur manque
extra_forbidden = n'est pas un réglage connu
literal_error = « { $given } » n'est pas accepté : choisir { $expected }
refused = « { $given } » n'est pas accepté
string_type = un texte est attendu, pas { $given }
heure_nue = un texte est attendu, pas { $given }. Une heure s'écrit entre guillemets : "{ $clock }"
string_too_short = un texte d'au moins { $min_length } { $min_length ->
    [one] caractère
   *[other] caractères
} est attendu
string_too_long = { $max_length ->
        [one] { $max_length } caractère
       *[other] { $max_length } caractères
    } au plus
int_type = un nombre entier est attendu, pas { $given }
float_type = un nombre est attendu, pas { $given }
bool_type = true ou false est attendu, pas { $given }
greater_than_equal = { $given } est trop petit : { $ge } au moins
less_than_equal = { $given } est trop grand : { $le } au plus
greater_than = { $given } est trop petit : plus de { $gt } est attendu
less_than = { $given } est trop grand : moins de { $lt } est attendu
too_short = { $min_length } { $min_length ->
    [one] valeur
   *[other] valeurs
} au moins
too_long = { $max_length ->
        [one] { $max_length } valeur
       *[other] { $max_length } valeurs
    } au plus
list_type = une liste est attendue, pas { $given }
dict_type = un ensemble de réglages est attendu (clé : valeur), pas { $given }
date_type = une date est attendue, par exemple 2026-09-01, pas { $given }
raison-inconnue = raison inconnue
rien = rien

# Ce que le système refuse d'un fichier ou d'un dossier.
absent = il n'existe pas
acces-refuse = l'accès est refusé
lecture-seule = ce disque est en lecture seule
dossier-de-ce-nom = un dossier porte ce nom
fichier-sur-le-chemin = un des dossiers du chemin est un fichier
fichier-de-ce-nom = un fichier porte déjà ce nom
dossier-non-vide = ce dossier n'est pas vide
nom-trop-long = ce nom est trop long
disque-plein = le disque est plein
place-du-compte-pleine = la place réservée à ce compte est pleine
disque-en-panne = le disque ne répond pas comme il faut

# Ce qu'en fait qui n'a pas pu écrire, sans le point final.
liberer = Libérez de la place
fermer-ou-ailleurs = Fermez le fichier s'il est ouvert dans un autre programme, ou choisissez un autre dossier
deproteger = Permettez d'écrire sur ce disque (une carte ou une clé peut avoir un petit verrou), ou choisissez un dossier sur un autre
renommer = Renommez ce dossier
renommer-fichier = Renommez ce fichier
raccourcir = Choisissez un nom plus court
ailleurs = Choisissez un autre dossier
