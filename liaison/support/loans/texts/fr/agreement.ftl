titre = Convention de prêt
sous-titre = { $school } · modèle à faire relire, { $day }
pied-de-page = Convention de prêt · { $school }
pret-a-la-famille = Prêt d'{ $item } à la famille { $code }

# Les refus
retour-avant-la-remise = Le retour, le { $back }, doit suivre la remise, le { $lent }.
personne-ne-recoit = Aucune famille ne reçoit ce matériel : il n'y a pas de convention à écrire.

# Entre qui
gratuit = Ce prêt est gratuit, sans dépôt de garantie. Le code { $code } relie cette feuille au plan de prêt : il reste à l'école, et aucun nom n'est saisi dans le logiciel.
entre-qui = Entre qui
parties = { $school }, qui prête, et { $owner }, propriétaire du matériel, d'une part ; d'autre part :
proprietaire-ecole = la commune
proprietaire-college = le département
proprietaire-lgt = la région
proprietaire-lp = la région

# Ce qui se remplit à la main
ligne-eleve-et-classe = Élève, classe
ligne-responsable = Responsable légal
ligne-adresse = Adresse
# Les deux adresses, quand les parents vivent séparés.
ligne-autre-responsable = Autre responsable légal, s'il y en a un
ligne-autre-adresse = Son adresse, si elle est autre
ligne-marque = Marque, modèle
ligne-inventaire = Numéro d'inventaire
ligne-avec-ordinateur = Avec : chargeur, housse, souris
ligne-avec-cle-4g = Carte SIM, forfait : volume et date de fin
ligne-etat-a-la-remise = État à la remise
ligne-etat-au-retour = État au retour, date
le-materiel = Le matériel
signature-etablissement = Pour l'établissement, date
signature-proprietaire = Pour { $owner }, date
signature-eleve = L'élève
signature-responsable = Responsable légal, date
signature-autre-responsable = Autre responsable légal, date

# Les clauses
clause-remise = La remise
    .texte = Le matériel est remis le { $lent } et essayé sur place avec la famille. Elle repart en sachant où trouver de l'aide.
clause-duree-retour = La durée et le retour
    .texte = Il revient à l'établissement le { $back }, ou le jour où l'élève quitte l'établissement, avec tout ce qui a été remis. Un prêt peut être renouvelé.
clause-usage = L'usage
    .texte = Le matériel sert d'abord à la scolarité de l'élève ; la famille s'en sert aussi pour ses démarches avec l'école. À la maison, les responsables légaux accompagnent l'usage d'internet.
clause-assistance = L'aide
    .texte = Une question, une panne, un mot de passe perdu : { $where }. Pour apprendre à s'en servir, la famille demande à la remise quels ateliers se tiennent, et ce qui est prévu si aucun ne lui convient.
clause-reglages = Les réglages
    .texte = { $item ->
        [ordinateur] L'établissement dit à la remise ce qui est installé, ce qui est filtré et ce qui est enregistré. La position de l'appareil n'est pas suivie.
       *[cle_4g] Le forfait est limité : son volume, et ce qui se passe quand il est épuisé, sont dits à la remise.
    }
clause-sauvegarde = Les fichiers
    .texte = { $item ->
        [ordinateur] Les fichiers sont à la famille. Avant le retour, elle copie ce qu'elle veut garder ; l'établissement efface ensuite l'appareil.
       *[cle_4g] La clé ne garde aucun fichier.
    }
clause-panne-perte-vol = Panne, perte, vol
    .texte = La famille prévient l'établissement dès qu'elle le sait ; rien ne lui est réclamé pour une panne. En cas de perte, de vol ou de casse, l'établissement et la famille cherchent une solution avec le propriétaire.
clause-donnees = Les données personnelles
    .texte = L'établissement garde cette feuille signée, à part, le temps du prêt. Elle n'est ni numérisée ni recopiée dans le logiciel qui a préparé le plan.
clause-desaccord = En cas de désaccord
    .texte = On en parle d'abord : la direction reçoit la famille, qui peut venir accompagnée et demander un interprète.
a-l-accueil = à l'accueil de l'établissement { $blank }

# Avant de prêter
avant-de-preter = Avant de prêter
relire-puis-voter = La convention engage aussi { $owner }, propriétaire du matériel : la faire relire, puis voter. Elle est ici un modèle.
essayer-le-materiel = essayer le matériel avec la famille, à la remise
noter-le-numero = noter le numéro d'inventaire sur la feuille
