mises-a-part = familles qui répondent « { $answer } » à « { $question } », où le formulaire s'arrête pour elles : elles n'ont répondu à aucune autre question lue, et ne comptent pas
ouvre-le-formulaire = le formulaire s'arrête à la réponse « { $answer } » : qui la donne ne voit pas la suite et ne compte pas, et il ne resterait que les autres
