"""Chaque famille d'une école fictive à la voie par laquelle elle répond : les mêmes que celles que l'école compte."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_side import parts_of

from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.fictitious import answered_by
from liaison.diagnostic.hypotheses import ANSWER_STATES, WAYS, Way
from widgets.diagnostic.asking import AskingView
from widgets.diagnostic.state import FICTITIOUS, FILES, DiagnosticState
from widgets.diagnostic.ways import AnsweringPicture, WaysCompared, WaysView
from widgets.diagnostic.words import t
from widgets.kit import Notice

Ways = tuple[Way, ...]


@pytest.fixture(scope="module")
def state() -> DiagnosticState:
    return DiagnosticState(revealed=True, school="ecole_6_classes")


@settings(max_examples=8)
@given(st.lists(st.sampled_from(WAYS), min_size=1, max_size=3, unique=True), st.integers(0, 5))
def test_as_many_families_answer_by_each_way_as_there_are_answers_of_it(ways: list[Way], seed: int) -> None:
    state = DiagnosticState(school="ecole_6_classes", seed=seed)
    families = state.fiction().families
    found = Counter(answered_by(families, ways, seed).tolist())
    table = state.collected(tuple(ways)).table
    assert {way: count for way, count in found.items() if way} == Counter(table["mode"].tolist())
    assert sum(found.values()) == len(families)


def test_the_picture_counts_each_family_once_where_its_skills_place_it(state: DiagnosticState) -> None:
    asked: Ways = ("en_ligne", "papier")
    state.ways = asked
    view = WaysView(state)
    view.show()
    fiction = state.fiction()
    truth, ways = axes(fiction.truth), answered_by(fiction.families, asked, state.seed)
    lines = view.picture.families.counted["lines"]
    for (_, *cells), skill in zip(lines, truth["competences"].cat.categories, strict=True):
        here = (truth["competences"] == skill).to_numpy()
        counts = [int(np.sum(ways[here] == ("" if name == "aucune" else name))) for name in ANSWER_STATES]
        ill = int((truth["equipement"][here] == "insuffisant").sum())
        assert [int(cell) for cell in cells] == [*counts, ill]
    answering = int(np.sum(ways != ""))
    assert view.picture.families.title.replace("\u00a0", " ").endswith(
        f" : {answering} familles sur {len(ways)} répondent"
    )
    assert "En ligne, puis sur papier" in view.picture.families.title


def test_no_dot_is_drawn_of_a_real_family(state: DiagnosticState) -> None:
    real = DiagnosticState(revealed=True, source=FILES)
    real.take(state.collected(("en_ligne",)))
    view = WaysView(real)
    view.show()
    assert view.picture.families not in parts_of(view.picture.widget)
    assert view.picture.families.place == b""
    assert [part.title for part in parts_of(view.widget) if isinstance(part, Notice)] == [t("ways-none")]
    real.source = FICTITIOUS
    view.show()
    assert view.picture.families in parts_of(view.picture.widget)
    assert view.compared.table in parts_of(view.widget)


def test_of_a_real_school_each_step_says_why_it_compares_nothing_and_what_to_do(state: DiagnosticState) -> None:
    real = DiagnosticState(revealed=True, source=FILES)
    real.take(state.collected(("en_ligne",)))
    for view in (AnsweringPicture(real), AskingView(real), WaysCompared(real)):
        view.show()
        (notice,) = [part for part in parts_of(view.widget) if isinstance(part, Notice)]
        assert (notice.title, "Revenez à l'école fictive" in notice.text) == (t("ways-none"), True)
    real.source = FICTITIOUS
    compared = WaysCompared(real)
    compared.show()
    assert compared.nothing not in parts_of(compared.widget)
