aucune-reponse = Aucune réponse n'est encore gardée : gardez-en une au moins, puis revenez ici.
