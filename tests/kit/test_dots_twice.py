"""Avant et après : les mêmes points deux fois, dont un seul à la fois sur une page étroite."""

from __future__ import annotations

import numpy as np
import pytest
from page_side import press

from liaison.base.dots import Dots, dots
from widgets.kit import DotsTwice, Titled

NBSP = "\u00a0"


def drawn(*states: int) -> Dots:
    moved = np.array([True, *[False] * (len(states) - 1)])
    return dots(("6e A",), np.zeros(len(states), dtype=int), np.array(states), 2, None, moved)


@pytest.fixture
def twice() -> DotsTwice:
    twice = DotsTwice(["jointes", "en retard"], ["jointe", "en retard", ""], "")
    twice.show(Titled(drawn(0, 0), "une en retard de moins"), Titled(drawn(1, 0), "une en retard"))
    return twice


def hides(twice: DotsTwice) -> str:
    """Which picture a narrow page does not show."""
    classes = twice.widget.trait_values()["_dom_classes"]
    assert "carnets-dots-twice" in classes
    return "after" if "carnets-dots-turned" in classes else "before"


def test_each_picture_says_which_it_is_and_its_table_counts_who_has_moved(twice: DotsTwice) -> None:
    titles = [part.title.replace(NBSP, " ") for part in (twice.before, twice.after)]
    assert titles == ["Avant · une en retard", "Après · une en retard de moins"]
    assert [part.counted["lines"] for part in (twice.before, twice.after)] == [
        [["6e A", "1", "1", "1"]],
        [["6e A", "2", "0", "1"]],
    ]


def test_a_press_turns_to_before_and_the_next_back_to_after(twice: DotsTwice) -> None:
    assert (hides(twice), twice.turn.label) == ("before", "Montrer avant le changement")
    press(twice.turn)
    assert (hides(twice), twice.turn.label) == ("after", "Montrer après le changement")
    # Another change drawn meanwhile turns nothing: one goes on comparing.
    twice.show(Titled(drawn(1, 1), "deux"), Titled(drawn(1, 0), "une"))
    assert hides(twice) == "after"
    press(twice.turn)
    assert (hides(twice), twice.turn.label) == ("before", "Montrer avant le changement")


def test_a_family_that_is_pressed_is_pressed_in_both(twice: DotsTwice) -> None:
    twice.before.chosen = 1
    assert twice.after.chosen == 1
    twice.after.chosen = 0
    assert twice.before.chosen == 0


def test_without_anything_before_there_is_one_picture_and_afterwards_it_begins_with_after(twice: DotsTwice) -> None:
    press(twice.turn)
    twice.show(Titled(drawn(0, 0), "aucune"))
    assert twice.widget.children == (twice.after,)
    assert twice.after.title == "aucune"
    assert "carnets-dots-twice" not in twice.widget.trait_values()["_dom_classes"]
    twice.show(Titled(drawn(0, 0), "aucune"), Titled(drawn(1, 0), "une"))
    assert hides(twice) == "before"
