"""Le haut du module 03 : rien n'y est atteint quand personne n'a de place, ni dit d'un prêt que nul ne demande."""

from types import SimpleNamespace
from typing import Any

import pytest

from widgets.support.results import say_plan
from widgets.texts import texts

t = texts("support")


def summary_of(place: int, attente: int) -> Any:
    counts = {"place": place, "attente": attente, "sans_creneau": 0}
    state: Any = SimpleNamespace(
        allocations=dict, workshop_plan=SimpleNamespace(counts=lambda: counts), unhelped=list, fictitious=False
    )
    summary: Any = SimpleNamespace()
    say_plan(summary, state)
    return summary


@pytest.mark.parametrize(("place", "tone"), [(0, "alerte"), (1, "bon")])
def test_nothing_is_reached_where_families_ask_for_a_workshop_and_none_has_a_place(place: int, tone: str) -> None:
    assert summary_of(place, 2 - place).tone == tone
    assert summary_of(0, 0).tone == "bon"


@pytest.mark.parametrize(
    ("lent", "asked", "placed", "wanting", "said"),
    [
        (0, 0, 0, 2, "Aucun prêt demandé ; aucune famille sur 2 n'a une place en atelier"),
        (0, 1, 1, 2, "Aucun prêt pour 1 demande ; 1 famille sur 2 a une place en atelier"),
        (1, 2, 0, 0, "1 prêt pour 2 demandes ; aucun atelier demandé"),
    ],
)
def test_the_first_line_says_what_was_asked(lent: int, asked: int, placed: int, wanting: int, said: str) -> None:
    line = t("result", lent=lent, asked=asked, placed=placed, wanting=wanting)
    assert " ".join(line.split()) == said


@pytest.mark.parametrize(
    ("placed", "opened", "said"),
    [
        (0, 0, "Aucune famille sur 40 n'a une place : aucun atelier ne s'ouvre"),
        (3, 1, "3 familles sur 40 ont une place, en 1 atelier"),
        (9, 2, "9 familles sur 40 ont une place, en 2 ateliers"),
    ],
)
def test_a_plan_that_opens_no_workshop_is_not_said_to_open_one(placed: int, opened: int, said: str) -> None:
    assert " ".join(t("workshops-result", placed=placed, wanting=40, n=opened).split()) == said
