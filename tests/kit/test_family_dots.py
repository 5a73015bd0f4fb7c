"""Ce que l'image des familles envoie à la page : des points, des comptes en mots et en tableau, les mêmes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from traitlets import TraitError

from liaison.base.dots import SHAPES, dots
from widgets.kit.family_dots import FamilyDots

NBSP = "\u00a0"
STATES = ["jointes à temps", "en retard", "laissées de côté"]
ONE = ["jointe à temps", "en retard", "laissée de côté", "dérangée le soir"]


def shown(state: list[int], flagged: list[bool] | None = None, moved: list[bool] | None = None) -> FamilyDots:
    part = FamilyDots(states=STATES, of_one=ONE, mark="dérangées le soir")
    marks = [None if each is None else np.array(each, dtype=bool) for each in (flagged, moved)]
    part.show(dots(("6e A",), np.zeros(len(state), dtype=int), np.array(state, dtype=int), 3, *marks), "Titre")
    return part


def text_of(part: FamilyDots) -> str:
    text: str = part.counted["groups"][0]["text"]
    return text.replace(NBSP, " ").replace("\u202f", " ")


def test_a_group_is_said_in_words_each_in_its_number() -> None:
    part = shown([0, 0, 1, 2], [False, True, False, False], [False, False, False, True])
    assert text_of(part) == (
        "4 familles : 2 jointes à temps, 1 en retard, 1 laissée de côté, 1 dérangée le soir, 1 a changé."
    )
    assert text_of(shown([0])) == "1 famille : 1 jointe à temps."
    assert text_of(shown([])) == "Aucune famille."


@given(st.lists(st.tuples(st.integers(0, 2), st.booleans()), max_size=40))
def test_the_table_and_the_legend_count_what_is_drawn(drawn: list[tuple[int, bool]]) -> None:
    part = shown([state for state, _ in drawn], [flagged for _, flagged in drawn])
    counts = [str(sum(state == each for state, _ in drawn)) for each in range(3)]
    flagged = str(sum(mark for _, mark in drawn))
    assert part.counted["heads"] == ["Groupe", *STATES, "dérangées le soir"]
    assert part.counted["lines"] == [["6e A", *counts, flagged]]
    assert [words.split(" ")[0] for _, words in part.counted["legend"]] == [*counts, flagged]
    assert [shape for shape, _ in part.counted["legend"]] == [*[*SHAPES][:3], "marque"]
    assert len(part.code) == len(drawn)


def test_what_has_moved_is_counted_in_the_legend_and_in_the_table_where_something_has() -> None:
    part = shown([0, 1], moved=[False, True])
    assert part.counted["legend"][-1] == ["bouge", "1 a changé"]
    assert part.counted["heads"][-1] == "ont changé"
    assert part.counted["lines"] == [["6e A", "1", "1", "0", "0", "1"]]


def test_what_has_no_name_is_in_neither() -> None:
    part = FamilyDots(states=STATES, of_one=[*ONE[:3], ""])
    part.show(dots(("6e A",), np.zeros(1, dtype=int), np.array([1]), 3))
    assert part.counted["heads"] == ["Groupe", *STATES]
    assert part.counted["lines"] == [["6e A", "0", "1", "0"]]


def test_none_and_one_are_said_in_the_singular() -> None:
    legend = shown([0, 0, 1], [False, False, False]).counted["legend"]
    words = [words for _, words in legend]
    assert words == ["2 jointes à temps", "1 en retard", "0 laissée de côté", "0 dérangée le soir"]


def test_a_family_that_is_no_more_is_not_chosen_any_longer() -> None:
    part = shown([0, 1])
    part.chosen = 1
    part.show(dots(("6e A",), np.zeros(2, dtype=int), np.array([1, 1]), 3))
    assert (part.chosen, part.title) == (1, "Titre")
    part.show(dots(("6e A",), np.zeros(1, dtype=int), np.array([1]), 3))
    assert part.chosen == -1


@pytest.mark.parametrize("states", [2, 4, 5])
def test_a_picture_of_other_states_is_refused_in_french(states: int) -> None:
    part = FamilyDots(states=STATES, of_one=ONE)
    with pytest.raises(TraitError, match="états"):
        part.show(dots(("6e A",), np.zeros(1, dtype=int), np.zeros(1, dtype=int), states))


def test_no_more_states_than_shapes() -> None:
    part = FamilyDots(states=list("abcde"), of_one=list("abcdef"))
    with pytest.raises(TraitError, match="quatre états au plus"):
        part.show(dots(("6e A",), np.zeros(1, dtype=int), np.zeros(1, dtype=int), 5))
