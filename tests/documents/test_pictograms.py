"""Les dessins du papier et ceux de l'écran sont les mêmes : la feuille montre ce que l'on a vu sur la page."""

import re
from pathlib import Path

from liaison.diagnostic.questionnaire.screens import PICTOGRAMS
from liaison.documents.pictograms import pictograms

SCREEN = Path(__file__).parents[2] / "widgets" / "phone" / "pictograms.js"


def test_each_drawing_of_the_paper_is_that_of_the_screen() -> None:
    drawn = dict(re.findall(r'^  (\w+):\s+"([^"]+)",$', SCREEN.read_text(encoding="utf-8"), re.MULTILINE))
    assert set(PICTOGRAMS.values()) <= set(pictograms())
    assert pictograms().items() <= drawn.items()
