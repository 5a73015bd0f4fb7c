"""Mode « reseau » : l'espace de chaque code et l'échange de nbgrader, dans le dossier d'une séance."""

from pathlib import Path

from liaison.training.marks.copies import COURSE_ID

HOMES = Path("salle", "espaces")
INBOUND = Path("salle", "echange", COURSE_ID, "inbound")

__all__ = ["HOMES", "INBOUND"]
