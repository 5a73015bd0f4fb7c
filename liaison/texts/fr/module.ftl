# La fiche d'un module, et ce qui est proposé d'une compétence.
fiche = la fiche d'un module
a-valider = à valider par le formateur

# Un moment d'un programme.
module-ou-titre-et-minutes = un moment est un module, ou un titre et des minutes
duree-et-titre-du-module = la durée et le titre d'un module viennent de lui
etapes-d-un-module = seul un module a des étapes

# Un module qui n'est pas là, ou qui ne se lit pas.
pas-un-module = « { $name } » n'est pas un module. Modules : { $known }.
pas-un-module-et-aucun = « { $name } » n'est pas un module. Modules : aucun.
illisible = « { $file } » ne peut pas être lu. Modules : { $known }.
illisible-hors-de-la-suite = « { $file } » ne peut pas être lu. Lancer la commande depuis le dossier de la suite.
aucun-module-du-sujet = Aucun module de la suite n'a pour sujet « { $subject } », ou sa fiche ne se lit pas.
