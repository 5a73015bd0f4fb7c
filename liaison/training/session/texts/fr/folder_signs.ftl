signes-illisibles = Rien n'a été fait : nbgrader ne lit pas un dossier dont le chemin a l'un de ces signes : { $signs }. Choisir pour « { $target } » un autre nom, ou un autre endroit.
