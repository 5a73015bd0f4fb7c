formulaires-vides = formulaires vides, qui ne comptent pas
brouillons = brouillons, que la famille n'a pas envoyés, ou essais de l'école, ou réponses qu'elle a refusées, qui ne comptent pas
sans-question-reconnue = lignes remplies sans réponse à une question reconnue, qui ne comptent pas
lignes-de-total = lignes de total, qui ne comptent pas
en-tetes = lignes qui redisent l'en-tête, et ne comptent pas
mot-de-total = porte un mot de total à côté de réponses connues, sans être la somme des lignes au-dessus : elle compte comme une famille. Si c'est un total, retirer la ligne de son fichier
somme-sans-mot = n'a que des nombres, qui sont la somme des lignes au-dessus : elle compte comme une famille. Si c'est un total, retirer la ligne de son fichier
compte-sans-mot = n'a que des nombres, qui disent combien de lignes au-dessus sont remplies : elle compte comme une famille. Si c'est un total, retirer la ligne de son fichier
a-des-lignes = { $reason } : { $count ->
    [1] ligne { $lines }
   *[other] lignes { $lines }
}
a-des-lignes-et-d-autres = { $reason } : lignes { $lines } et { $more ->
        [one] { $more } autre
       *[other] { $more } autres
    }
autre-formulaire = lignes remplies dont aucune question n'est reconnue (titres lus : { $titles }). Si votre formulaire pose ses propres questions, liaison questionnaire --own FICHIER --out DOSSIER en fait le questionnaire, ou, à l'écran, « Le questionnaire de ces réponses »
