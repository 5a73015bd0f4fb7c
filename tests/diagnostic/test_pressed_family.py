"""La famille fictive que l'on touche, dans le diagnostic : ce qui est dit d'elle est ce que le tirage en fait."""

from __future__ import annotations

import re

import pytest
from page_side import parts_of

from liaison.diagnostic.fictitious import answered_by, answering
from liaison.diagnostic.hypotheses import WAYS, Way
from liaison.diagnostic.who_answers import family_answer
from widgets.diagnostic.state import FILES, DiagnosticState
from widgets.diagnostic.ways import AnsweringPicture
from widgets.kit import Heading

WORDS: dict[Way, str] = {"en_ligne": "en ligne", "telephone": "par téléphone", "papier": "sur papier"}


@pytest.fixture
def state() -> DiagnosticState:
    return DiagnosticState()


@pytest.fixture
def view(state: DiagnosticState) -> AnsweringPicture:
    view = AnsweringPicture(state)
    view.show()
    return view


def sentences(view: AnsweringPicture, family: int) -> str:
    view.families.chosen = family
    return " ".join(view.sentences.lines).replace("\u00a0", " ")


@pytest.mark.parametrize("ways", [("en_ligne",), ("en_ligne", "papier"), ("en_ligne", "telephone", "papier")])
def test_who_is_pressed_answers_in_words_as_the_dot_says(
    view: AnsweringPicture, state: DiagnosticState, ways: tuple[Way, ...]
) -> None:
    state.set_trait("ways", ways)
    view.show()
    families = state.fiction().families
    by = answered_by(families, ways, state.seed)
    alone = {way: answered_by(families, (way,), state.seed) for way in WAYS}
    for way in (None, *ways):
        family = next(number for number, each in enumerate(by) if each == (way or ""))
        text = sentences(view, family)
        if way is None:
            assert f"Demandée {WORDS[ways[0]]}" in text
            assert "elle ne répond pas : on ne la voit pas." in text
            would = [other for other in WAYS if other not in ways and alone[other][family] == other]
            assert ("elle répondrait" in text) == bool(would)
            assert all(WORDS[other] in text for other in would)
        elif way == ways[0]:
            assert f"Demandée {WORDS[way]}, elle répond." in text
        else:
            assert f"elle ne répond pas ; demandée ensuite {WORDS[way]}, elle répond." in text
        for other in WAYS:
            assert f"{round(100 * answering(families, other)[family])} {WORDS[other]}" in text


def test_what_no_way_of_asking_reaches_is_said_with_its_reason(view: AnsweringPicture, state: DiagnosticState) -> None:
    families = state.fiction().families
    kept: dict[str, int] = {}
    for number in range(len(families)):
        for way, reason in family_answer(families, state.ways, state.seed, number).kept_from.items():
            assert answering(families, way)[number] == 0
            kept.setdefault(reason, number)
    assert len(kept) >= 2
    for number in kept.values():
        assert re.search("rien ne peut l'atteindre : (elle n'a|l'école n'a)", sentences(view, number))


def test_nothing_is_said_until_one_is_pressed_nor_of_another_school(
    view: AnsweringPicture, state: DiagnosticState
) -> None:
    assert not any(isinstance(part, Heading) for part in parts_of(view.widget))
    assert sentences(view, 0)
    assert any(isinstance(part, Heading) for part in parts_of(view.widget))
    state.seed += 1
    view.show()
    assert view.families.chosen == -1
    assert not any(isinstance(part, Heading) for part in parts_of(view.widget))


def test_asked_otherwise_the_sentences_follow(view: AnsweringPicture, state: DiagnosticState) -> None:
    by = answered_by(state.fiction().families, ("papier",), state.seed)
    first = sentences(view, next(number for number, found in enumerate(by) if found))
    state.set_trait("ways", ("papier",))
    view.show()
    assert " ".join(view.sentences.lines) != first
    assert "Demandée sur papier, elle répond." in " ".join(view.sentences.lines).replace("\u00a0", " ")


def test_of_a_real_school_no_family_is_told_of(view: AnsweringPicture, state: DiagnosticState) -> None:
    view.families.chosen = 3
    state.source = FILES
    view.show()
    view.families.chosen = 4
    assert view.picture.children == (view.nothing,)
    assert view.pressed.children == ()
