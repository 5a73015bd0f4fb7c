"""Ce que les études offrent à la formation : une offre qui ne tient pas se dit à son module, et n'arrête qu'elle."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Literal

import pytest

from liaison.messaging.policy_question import PolicyQuestion
from liaison.module import subjects_with
from liaison.questions.team_file import TeamFile
from liaison.support.loans.loans import LOAN_SETTINGS
from liaison.training.exercise import definition
from liaison.training.exercise.definition import ExerciseError, exercise, exercise_names
from liaison.training.hand_in.copies_in_place import put_team_file
from liaison.training.offered import Offers, offers, offers_of
from liaison.training.session.definition import SessionError, SessionFolder
from liaison.training.session.making import checked_modules

Add = Callable[..., None]


class TakenKind(PolicyQuestion):
    """A kind of question of a newcomer, which calls it as messaging does."""


class TakenOfAll(PolicyQuestion):
    """Another, which calls it as every module does."""

    kind: Literal["single"] = "single"  # type: ignore[assignment]


class OwnKind(PolicyQuestion):
    """Another, which has a name of its own."""

    kind: Literal["panneau"] = "panneau"  # type: ignore[assignment]


@pytest.fixture
def add(monkeypatch: pytest.MonkeyPatch) -> Add:
    """Add a subject that offers this, as if its files were there."""

    def added(subject: str, **offered: object) -> None:
        for name in (f"liaison.{subject}", f"liaison.{subject}.offered"):
            monkeypatch.setitem(sys.modules, name, ModuleType(name))
        vars(sys.modules[f"liaison.{subject}.offered"]).update(offered)

    return added


def test_every_subject_of_the_suite_offers_what_can_be_taken() -> None:
    assert offers().faults == {}
    assert {each.form for each in offers().team_files} >= {LOAN_SETTINGS}


@pytest.mark.parametrize(("kind", "other"), [(TakenKind, "« 01_messagerie_ent »"), (TakenOfAll, "tout module")])
def test_a_kind_of_question_of_the_name_of_another_is_told_at_the_second_with_both_modules(
    add: Add, kind: type[PolicyQuestion], other: str
) -> None:
    add("intrus", QUESTIONS=(kind,))
    add("suivant", QUESTIONS=(OwnKind,))
    found = offers_of((*subjects_with("offered"), "intrus", "suivant"))
    assert set(found.kinds) == {*offers().kinds, OwnKind}
    assert list(found.faults) == ["intrus"]
    assert "intrus appelle" in found.faults["intrus"]
    assert f"que {other} appelle déjà ainsi" in found.faults["intrus"]


def test_what_a_subject_offers_and_does_not_open_is_told_and_the_others_are_there(add: Add) -> None:
    add("casse", QUESTIONS=(object,))
    found = offers_of(("casse", "nulle_part", *subjects_with("offered")))
    assert found.kinds == offers().kinds
    assert "AttributeError" in found.faults["casse"]
    assert "ModuleNotFoundError" in found.faults["nulle_part"]


def test_only_the_exercise_of_that_subject_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    refused = Offers(offers().kinds, (), {"practice": "deux noms pareils"})
    monkeypatch.setattr(definition, "offers", lambda: refused)
    with pytest.raises(ExerciseError, match="deux noms pareils"):
        exercise("04_decouverte_ent")
    with pytest.raises(SessionError, match="deux noms pareils"):
        checked_modules(("01", "04"))
    others = exercise_names()
    assert "04_decouverte_ent" not in others
    assert len(others) >= 3
    assert [exercise(name).id for name in others] == others == list(checked_modules(tuple(others)))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("reglages_prets.yaml", "nom: x", "stock"),
        ("nos_prets.yaml", "stock: beaucoup", "prêts"),
        ("nos_ateliers.yaml", "nom: x\ncreneaux: 3", "ateliers"),
        ("politique.yaml", "name: x", "purposes"),
        ("liste.yaml", "- a\n- b", ""),
        ("notes.yaml", "nom: x", ""),
    ],
)
def test_a_team_file_is_held_to_the_format_that_its_subject_gives(
    place: SessionFolder, name: str, content: str, told: str
) -> None:
    place.teams.mkdir(exist_ok=True)
    reason = put_team_file(place, "R7K2M", name, content.encode())
    assert (reason is None) == (not told)
    assert told in (reason or "")
    assert [path.read_text("utf-8") for path in place.teams.glob("*.yaml")] == ([] if told else [content])


def test_the_team_file_of_a_newcomer_is_held_to_its_own_format(
    place: SessionFolder, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("intrus", TEAM_FILES=(TeamFile(LOAN_SETTINGS, holding="panneaux", named="panneau"),))
    found = offers_of((*subjects_with("offered"), "intrus"))
    monkeypatch.setattr("liaison.training.hand_in.copies_in_place.offers", lambda: found)
    place.teams.mkdir(exist_ok=True)
    assert put_team_file(place, "R7K2M", "panneau_du_hall.yaml", b"a: 1") is not None
    assert put_team_file(place, "R7K2M", "hall.yaml", b"panneaux: 1") is not None
    assert put_team_file(place, "R7K2M", "hall.yaml", b"a: 1") is None
