trop-de-reponses = « { $question } » a plus de { $most } réponses : une feuille ne peut pas se recopier.
