"""La leçon donne des indices : chacun mène quelque part, depuis chaque modèle d'où l'on part."""

import json
from pathlib import Path
from typing import Any

import pytest

LESSON = Path(__file__).parents[2] / "notebooks" / "01_messagerie_ent" / "lecon.ipynb"
SET_UP, POLICIES, HINTS, FOLLOWED = "c03", "c12", "c21", "c21b"


def cells() -> dict[str, str]:
    found = json.loads(LESSON.read_text(encoding="utf-8"))["cells"]
    return {cell["id"]: "".join(cell["source"]).replace("\u00a0", " ") for cell in found}


def run(followed: str) -> dict[str, Any]:
    held: dict[str, Any] = {}
    for source in (cells()[SET_UP], cells()[POLICIES], followed):
        exec(source, held)  # the last one holds its own assertions
    return held


def test_the_hints_of_the_first_lesson_are_those_that_its_cell_follows_from_each_model() -> None:
    told = cells()[HINTS].partition("Indices, dans l'ordre :")[2].partition(".")[0].split(";")
    assert [hint.partition(",")[0].strip() for hint in told] == list(run(cells()[FOLLOWED])["indices"])


@pytest.mark.parametrize(
    "nothing_more", ['channels=(*devoirs, "sms")', 'fallback="telephone"', '(*modele.languages, "ar")']
)
def test_a_hint_that_leads_nowhere_would_stop_the_lesson(nothing_more: str) -> None:
    had = {"channels": "channels=devoirs", "fallback": 'fallback="carnet"', "(*modele": "modele.languages"}
    idle = next(former for start, former in had.items() if nothing_more.startswith(start))
    with pytest.raises(AssertionError):
        run(cells()[FOLLOWED].replace(nothing_more, idle))
