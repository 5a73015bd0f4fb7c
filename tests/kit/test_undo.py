"""Annuler et rétablir : les changements d'un état, dans l'ordre, et ce qui revient en mots."""

from __future__ import annotations

import pytest
from page_side import tell
from traitlets import HasTraits, Int, Unicode

from widgets.kit import Undo
from widgets.kit.undo import MOST, ONE_CHANGE_S, Settings, changed_names, settings_words


class Lab(HasTraits):
    school = Unicode("a")
    zone = Unicode("A")
    seed = Int(1)

    def __init__(self) -> None:
        super().__init__()
        self.observe(lambda change: self.set_trait("zone", change["new"].upper()), "school")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float = ONE_CHANGE_S * 2) -> None:
        self.now += seconds


def words(before: Settings, after: Settings) -> list[tuple[str, str]]:
    return [(name, str(after[name])) for name in changed_names(before, after)]


@pytest.fixture
def lab() -> Lab:
    return Lab()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def undo(lab: Lab, clock: Clock) -> Undo:
    return Undo(lab, ["school", "zone", "seed"], words, clock)


def test_nothing_is_undone_before_a_change(undo: Undo, lab: Lab) -> None:
    undo.undo()
    undo.redo()
    assert (undo.can_undo, undo.can_redo, undo.sentence, lab.seed) == (False, False, "", 1)


def test_changes_are_undone_from_the_last_and_done_again_in_order(undo: Undo, lab: Lab, clock: Clock) -> None:
    for seed in (2, 3):
        clock.wait()
        lab.seed = seed
    seen = [lab.seed]
    for event in ("undo", "undo", "redo", "redo"):
        tell(undo, {"event": event})
        seen.append(lab.seed)
    assert seen == [3, 2, 1, 2, 3]
    assert (undo.can_undo, undo.can_redo) == (True, False)
    assert undo.sentence == "Rétabli. Revient «\u00a0seed\u00a0»\u00a0: 3."


def test_what_comes_back_is_said_with_how_many_others(undo: Undo, lab: Lab, clock: Clock) -> None:
    clock.wait()
    lab.school = "b"
    assert lab.zone == "B"
    undo.undo()
    assert (lab.school, lab.zone) == ("a", "A")
    assert undo.sentence == "Annulé. Revient «\u00a0school\u00a0»\u00a0: a, et un autre réglage."
    undo.redo()
    assert (lab.school, lab.zone) == ("b", "B")


def test_a_setting_that_brings_another_does_not_take_back_what_was_set_after_it(
    undo: Undo, lab: Lab, clock: Clock
) -> None:
    clock.wait()
    lab.school = "b"
    clock.wait()
    lab.zone = "C"
    clock.wait()
    lab.school = "d"
    undo.undo()
    assert (lab.school, lab.zone) == ("b", "C")


def test_a_lever_that_is_dragged_is_one_change(undo: Undo, lab: Lab, clock: Clock) -> None:
    clock.wait()
    for seed in range(2, 9):
        clock.wait(ONE_CHANGE_S / 3)
        lab.seed = seed
    undo.undo()
    assert lab.seed == 1
    assert not undo.can_undo


def test_a_change_made_just_after_one_is_undone_is_another(undo: Undo, lab: Lab, clock: Clock) -> None:
    clock.wait()
    lab.seed = 2
    undo.undo()
    lab.seed = 5
    assert (undo.can_undo, undo.can_redo, undo.sentence) == (True, False, "")
    undo.undo()
    assert lab.seed == 1


def test_no_more_than_fifty_changes_are_kept(undo: Undo, lab: Lab, clock: Clock) -> None:
    for seed in range(2, MOST + 22):
        clock.wait()
        lab.seed = seed
    pressed = 0
    while undo.can_undo:
        undo.undo()
        pressed += 1
    assert (pressed, lab.seed) == (MOST, 21)


def test_a_setting_that_no_word_holds_is_named() -> None:
    assert settings_words([("Les prêts", "")]) == "«\u00a0Les prêts\u00a0»"
    assert settings_words([("Les prêts", ""), ("a", ""), ("b", "")]).endswith(", et 2 autres réglages")
