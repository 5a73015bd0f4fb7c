# Ce qui a déjà été montré des mêmes familles : ce que disent, du même registre, le diagnostic et le plan.

former = Un diagnostic ou un plan de ces familles a déjà été montré ?
former-help = Ouvrez son registre (publications.json), écrit par le module 02, le module 03 ou la commande : deux publications des mêmes familles ne doivent pas, par différence, en montrer quelques-unes.
former-read = { $count ->
    [one] { $count } publication d'avant est connue
   *[other] { $count } publications d'avant sont connues
}
former-fictitious = « { $name } » est le registre d'une école fictive : il ne dit rien de vos familles. Choisissez le registre publications.json de ce qui a été montré de vos réponses.
first-title = Aucun registre n'est ouvert
first-plan-title = Ce registre ne dit rien d'un diagnostic d'avant
first-text = La page ne garde rien d'une fois à l'autre : elle ne sait pas si ces réponses ont déjà été montrées, par d'autres groupes ou avec moins de familles. Comparées, deux publications désigneraient quelques familles. Ouvrez le registre de ce qui a été montré ; s'il n'y en a pas, cochez la case.
first = Rien de ces réponses n'a encore été montré
first-needed = Ce fichier attend votre oui. Ouvrez le registre de ce qui a été montré ; s'il n'y en a pas, cochez « { first } ».
other-title = D'autres questions ont déjà été montrées
other-text = Ce qui a été montré le { $date } ne montre pas les mêmes questions, ou pas avec les mêmes réponses ({ $questions }) : les nombres ne se comparent pas. Les mêmes réponses, comptées des deux façons, donneraient des nombres cachés : { $otherwise }. Si c'est un autre formulaire, que les familles ont rempli à part, cochez la case.
other-needed = Ce fichier attend votre oui : d'autres questions ont déjà été montrées. Si c'est un autre formulaire, cochez « { first } », plus haut.
register = Le registre de ce qui a été montré (JSON), à garder avec ces fichiers
register-empty = Rien n'a encore été pris pour être montré : il n'y a rien à inscrire au registre.
