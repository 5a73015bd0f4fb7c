# Qui a besoin d'autre chose qu'un écran
hors-ecran-connexion-aucune = sans connexion à la maison
hors-ecran-equipement-insuffisant = sans équipement suffisant
hors-ecran-competences-debutant = pour qui la plupart des démarches restent à apprendre
hors-ecran-lecture-jamais = qui ne lisent jamais les messages
hors-ecran-canal-papier = qui préfèrent le papier
hors-ecran-canal-telephone = qui préfèrent le téléphone
familles-hors-ecran = { $n ->
        [one] { $n } famille
       *[other] { $n } familles
    } { $who }
quelques-familles-hors-ecran = quelques familles peut-être { $who }
familles-sans-reponse = des familles qui n'ont pas répondu

# Un changement, et pourquoi
changement-repli = Repli sans écran, { $what } pour : { $purposes }
changement-canaux = En plus, { $what } pour : { $purposes }
changement-langues = Messages proposés aussi en { $language }
par-telephone = un appel
par-carnet = le carnet de liaison
par-sms = un SMS
dit = { $change }.
dit-avec-sa-raison = { $change }. Pourquoi : { $because }.
langue-avec-sa-raison = { $change } : { $because }.
lisent-rarement = { $n ->
        [one] { $n } famille sur { $answers } au moins lit rarement ses messages
       *[other] { $n } familles sur { $answers } au moins lisent rarement leurs messages
    }
souhaitent-la-langue = { $n ->
        [one] { $n } famille au moins le souhaite
       *[other] { $n } familles au moins le souhaitent
    }
politique-changee = { $name }, d'après le diagnostic

# Ce qui ne change pas, et pourquoi
personne-sans-ecran = Toutes les familles ont répondu et aucune n'a besoin d'un repli sans écran.
repli-deja-la = Chaque sujet a déjà un repli sans écran.
lecture-rare-cachee = Le nombre de familles qui lisent rarement n'est pas publié : pas de SMS ajouté.
lecture-rare-sous-le-seuil = { $n ->
        [one] { $n } famille sur { $answers } au moins lit
       *[other] { $n } familles sur { $answers } au moins lisent
    } rarement, moins de { $limit } : pas de SMS ajouté.
langue-de-trop-peu = Une langue que trop peu de familles souhaitent n'est pas comptée à part : la proposer de vive voix.

# Le refus
pas-une-politique = Ce n'est pas une politique de messagerie : donner le contenu d'un fichier de politique.

# Combien de familles sont à une place d'un axe
avec-une-autre = comptées avec une autre réponse
