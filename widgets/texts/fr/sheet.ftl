# Le pari et la remise d'une copie : ce qui entoure les questions d'un exercice.

## Le pari, avant
bet-none = L'exercice « { $exercise } » n'a pas de pari.
bet-title = Votre pari
bet-place = Garder mon pari
bet-missing = Choisissez une réponse, même au hasard, puis gardez-la.
bet-not-kept = Votre pari n'a pas été gardé
bet-nothing = Aucun pari n'a été gardé
bet-placed = Votre pari est gardé
bet-placed-text = Vous le retrouverez à la fin de ce carnet. Il ne compte pas dans la note, et la salle n'en voit que le nombre.

## Le même, après
bet-too-early = Le pari se place d'abord au début du carnet
bet-too-early-text = Remontez à « Votre pari » : on ne peut comparer ensuite que ce que l'on a dit avant.
bet-had = Au début, vous aviez parié : « { $bet } »
bet-place-again = Garder ma réponse d'à présent
bet-place-other = Changer ma réponse d'à présent
bet-same = Vous n'avez pas changé d'avis.
bet-moved = Vous avez changé d'avis : « { $before } », puis « { $now } ».
bet-before = Votre premier pari
bet-now = Votre réponse d'à présent
bet-remember = À retenir

## Remettre
standing-kept = Ce qui était à l'écran vient d'être gardé : { $titles }.
standing-left = Il manque quelque chose à { $titles } : la question dit quoi. Complétez, ou appuyez encore une fois : il n'en partira que ce que vous aviez gardé avant.
hand-in-code = Votre code
hand-in-code-help = Cinq signes, donnés par la personne qui anime. Majuscules ou minuscules, cela revient au même.
hand-in-code-wrong = Rien n'a été fait : votre code est à revoir.
hand-in-code-other = Ces réponses sont déjà à la personne du code { $kept }. Si elles sont à vous et que votre code est { $code }, appuyez encore une fois. Sinon, ouvrez votre propre copie de l'exercice.
hand-in-team-help = Facultatif. Un fichier « .yaml », de 200 ko au plus.
hand-in-team-kind = Un fichier « .yaml » est attendu, emporté depuis l'application.
hand-in-team-many = Cinq fichiers d'équipe au plus.
hand-in-team = { $count ->
    [one] Joint à votre remise : { $names }.
   *[other] Joints à votre remise : { $names }.
}
hand-in-team-remove = Ne rien joindre
hand-in-make = Faire mon fichier de remise
hand-in-done = « { $name } » est prêt
hand-in-holds = { $count ->
    [one] Il contient votre code et vos réponses à { $count } exercice ({ $titles }). Votre nom n'y est que si vous l'avez écrit.
   *[other] Il contient votre code et vos réponses à { $count } exercices ({ $titles }). Votre nom n'y est que si vous l'avez écrit.
}
hand-in-notebook = Le carnet y est aussi, tel que vous l'avez enregistré.
hand-in-with-team = Avec votre équipe : { $names }.
hand-in-left-out = Les réponses d'un autre module ne peuvent pas être relues, et n'y sont pas : { $names }. Ouvrez son carnet : il dit quoi faire.
hand-in-missing = { $missing ->
    [one] Il reste une question sans réponse dans ce carnet ({ $titles }). Vous pouvez remettre quand même.
   *[other] Il reste { $missing } questions sans réponse dans ce carnet ({ $titles }). Vous pouvez remettre quand même.
}
hand-in-where = Votre navigateur vient de l'enregistrer, et il est aussi à côté de ce carnet.
hand-in-only-downloaded = Votre navigateur vient de l'enregistrer. Il n'a pas pu être posé aussi à côté du carnet. { $reason }
hand-in-next = Donnez-le comme la personne qui anime l'indique : dans le dossier de dépôt, ou sur sa clé USB. Vous pouvez le refaire : le dernier compte.
hand-in-stale = Vos réponses ont changé depuis votre fichier de remise
hand-in-stale-text = Refaites-le, puis donnez-le de nouveau : le dernier compte.
