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
tableau-pas-pris = « { $table } » est rempli, et n'est pas pris.
pas-comptes = Les notes et les textes ne peuvent pas être comptés. { $reason }
