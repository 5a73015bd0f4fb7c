"""Le formulaire d'une école, tel que trois outils l'exportent : une grille, une note, un commentaire, un niveau."""

import random
from dataclasses import dataclass

SERVICES = ("Garderie du matin", "Étude du soir", "Centre de loisirs")
NONE = "Aucun de ces services"
SERVICES_ASKED = "Quels services utilisez-vous ? (plusieurs réponses possibles)"
SATISFIED = ("Très satisfait", "Plutôt satisfait", "Pas du tout satisfait")
ROWS = ("De l'accueil", "Des horaires")
GRID, MARK, COMMENT, LEVEL = (
    "Êtes-vous satisfait ?",
    "Quelle note, de 1 à 5 ?",
    "Un mot pour nous ?",
    "Classe de votre enfant",
)
FRENCH = ("Numéro de série", "SID", "Heure de soumission", "Heure de fin", "Heure de modification", "Brouillon")


@dataclass(frozen=True)
class Family:
    """What one fictitious family answers."""

    services: tuple[str, ...]
    satisfied: tuple[str, ...]
    mark: str
    comment: str
    level: str


def families(count: int = 64, seed: int = 9) -> list[Family]:
    """Return fictitious families; what they write is written by a few each, and names a person."""
    chance = random.Random(seed)
    said = ("", "Merci pour tout", "Madame Fictive est super")

    def one() -> Family:
        ticked = tuple(each for each in SERVICES if chance.random() < 0.4) or (NONE,)
        answers = tuple(chance.choice(SATISFIED) for _ in ROWS)
        level = chance.choice(("6e", "5e", "4e", "3e"))
        return Family(ticked, answers, str(chance.randint(1, 5)), chance.choice(said), level)

    return [one() for _ in range(count)]


def framaforms(told: list[Family], *, drafts: int = 0) -> list[list[str]]:
    """Return the export of Framaforms, in French; the first lines are drafts."""
    boxes = [*SERVICES, NONE]
    groups = [SERVICES_ASKED, "", "", "", GRID, "", "", "", ""]
    lines = [
        ["Enquête", *[""] * (len(FRENCH) + len(groups) - 1)],
        ["Détails de la soumission", *[""] * (len(FRENCH) - 1), *groups],
        [*FRENCH, *boxes, *ROWS, MARK, COMMENT, LEVEL],
    ]
    for rank, each in enumerate(told):
        sent = f"2026-11-02 18:{rank % 60:02}:{rank // 60:02}"
        own = [str(rank + 1), str(9000 + rank), sent, sent, sent, "1" if rank < drafts else "0"]
        crosses = ["X" if box in each.services else "" for box in boxes]
        lines.append([*own, *crosses, *each.satisfied, each.mark, each.comment, each.level])
    return lines


def summed(told: list[Family], head: str, yes: str, no: str, between: str, *, coded: bool = False) -> list[list[str]]:
    """Return an export with a column that sums the boxes up, and a column a box, headed as `head` says.

    `coded`: boxes are headed by a code, not by their words.
    """
    boxes = [*SERVICES, NONE]
    names = [head.format(SERVICES_ASKED, f"s{rank}" if coded else box) for rank, box in enumerate(boxes)]
    lines = [[SERVICES_ASKED, *names, LEVEL]]
    for each in told:
        ticked = [yes if box in each.services else no for box in boxes]
        lines.append([between.join(each.services), *ticked, each.level])
    return lines
