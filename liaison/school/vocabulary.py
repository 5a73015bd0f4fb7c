"""Les mots de l'école : profils, types, zones, jours, et qui peut écrire à qui, sans rien charger d'autre."""

from typing import Literal, get_args

from liaison.base.sentences import french_beside

phrase = french_beside(__file__)

Profile = Literal["eleve", "responsable", "enseignant", "personnel", "invite"]
SchoolKind = Literal["ecole", "college", "lgt", "lp"]
UNNAMED = "Notre établissement"
FICTITIOUS = "Établissement fictif"
FICTION = "fictif"  # in the name of every file of fictitious answers, counts or publications
Zone = Literal["A", "B", "C"]
Day = Literal["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
DAYS: tuple[Day, ...] = get_args(Day)

# Par où une école écrit.
Channel = Literal["ent", "vie_scolaire", "sms", "telephone", "carnet", "affichage", "courriel", "visio"]
# What a screen shows: what the hours of a policy can hold back. Paper and calls go on.
DIGITAL: tuple[Channel, ...] = ("ent", "vie_scolaire", "sms", "courriel", "visio")
MOST_CHANNELS = 3  # d'un même message

# La grille « qui peut écrire à qui » d'une équipe : des catégories, et jusqu'où.
Writer = Literal["eleves", "responsables", "enseignants", "personnels", "direction"]
Reach = Literal["non", "classe", "etablissement"]
WritingGrid = dict[Writer, dict[Writer, Reach]]


def council_of(kind: SchoolKind) -> str:
    """Return how papers name what votes what a school writes for its families."""
    return phrase("conseil", kind=kind)


def school_named(name: str, fictitious: bool) -> str:
    """Return how a paper names a school: as somebody said; else as ours, or as the fiction whose families it counts."""
    named = name.strip() or UNNAMED
    return FICTITIOUS if fictitious and named == UNNAMED else named
