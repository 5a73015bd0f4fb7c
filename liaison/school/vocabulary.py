"""Les mots de l'école : profils, types d'établissement, zones, et qui peut écrire à qui, sans rien charger d'autre."""

from typing import Literal

Profile = Literal["eleve", "responsable", "enseignant", "personnel", "invite"]
SchoolKind = Literal["ecole", "college", "lgt", "lp"]
Zone = Literal["A", "B", "C"]

# La grille « qui peut écrire à qui » d'une équipe : des catégories, et jusqu'où.
Writer = Literal["eleves", "responsables", "enseignants", "personnels", "direction"]
Reach = Literal["non", "classe", "etablissement"]
WritingGrid = dict[Writer, dict[Writer, Reach]]
