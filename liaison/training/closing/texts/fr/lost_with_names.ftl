pas-prises =
    { $n ->
        [one] { $n } remise de la salle n'est pas prise.
       *[other] { $n } remises de la salle ne sont pas prises.
    }
refusees =
    { $n ->
        [one] { $n } remise refusée est encore là : « remises.csv » dit pourquoi.
       *[other] { $n } remises refusées sont encore là : « remises.csv » dit pourquoi.
    }
sans-note =
    { $n ->
        [one] { $n } copie n'est pas notée, ou ne l'est que d'après une remise d'avant.
       *[other] { $n } copies ne sont pas notées, ou ne le sont que d'après une remise d'avant.
    }
pas-lus =
    { $n ->
        [one] { $n } texte n'a été lu par personne.
       *[other] { $n } textes n'ont été lus par personne.
    }
incompletes =
    { $n ->
        [one] { $n } remise de la salle n'est pas complète : elle ne peut pas être prise, et a des réponses.
       *[other] { $n } remises de la salle ne sont pas complètes : elles ne peuvent pas être prises, et ont des réponses.
    }
tableaux-pas-pris =
    { $n ->
        [one] { $n } tableau de textes est rempli, et n'est pas pris.
       *[other] { $n } tableaux de textes sont remplis, et ne sont pas pris.
    }
pas-rendus =
    { $n ->
        [one] { $n } copie a reçu de vous un mot qu'aucun retour ne rend.
       *[other] { $n } copies ont reçu de vous un mot qu'aucun retour ne rend.
    }
hors-liste =
    { $n ->
        [one] { $n } personne a un papier à un nom que « participants.csv » n'a pas, ou plus : il ne serait cherché nulle part. { $papers }.
       *[other] { $n } personnes ont un papier à un nom que « participants.csv » n'a pas, ou plus : il ne serait cherché nulle part. { $papers }.
    }
pas-comptes = Les notes et les textes ne peuvent pas être comptés. { $reason }
