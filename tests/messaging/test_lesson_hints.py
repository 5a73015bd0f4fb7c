"""La première leçon donne des indices : sa cellule s'arrête si l'un ne mène nulle part."""

import json
from pathlib import Path
from typing import Any

import pytest

LESSON = Path(__file__).parents[2] / "notebooks" / "01_messagerie_ent" / "lecon.ipynb"
SET_UP, POLICIES, FOLLOWED = "c03", "c12", "c21b"


def cells() -> dict[str, str]:
    found = json.loads(LESSON.read_text(encoding="utf-8"))["cells"]
    return {cell["id"]: "".join(cell["source"]).replace("\u00a0", " ") for cell in found}


def run(followed: str) -> None:
    held: dict[str, Any] = {}
    for source in (cells()[SET_UP], cells()[POLICIES], followed):
        exec(source, held)  # the last one holds its own assertions


@pytest.mark.parametrize(
    "nothing_more", ['channels=(*devoirs, "sms")', 'fallback="telephone"', '(*modele.languages, "ar")']
)
def test_a_hint_that_leads_nowhere_stops_the_lesson(nothing_more: str) -> None:
    had = {"channels": "channels=devoirs", "fallback": 'fallback="carnet"', "(*modele": "modele.languages"}
    idle = next(former for start, former in had.items() if nothing_more.startswith(start))
    with pytest.raises(AssertionError):
        run(cells()[FOLLOWED].replace(nothing_more, idle))
