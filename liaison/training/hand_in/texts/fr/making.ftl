aucune-reponse = Aucune réponse n'est encore gardée : gardez-en une au moins, puis revenez ici.
un-code-de-participant = un code de participant
