"""What may speak of real people is asked about first elsewhere than on one's own machine, wherever it is opened."""

from collections.abc import Callable
from typing import Any

import pytest
from page_side import refusal

from liaison.support.needs.needs_file import needs_csv
from widgets.diagnostic import Diagnostic
from widgets.hosts import HOSTED, ROOM
from widgets.kit import FileIn
from widgets.support import PlanLab, PlanState

COUNTS = b"niveau;familles\n6e;200\n5e;100\n4e;100\n3e;100\n"


def plan_needs() -> tuple[FileIn, bytes, Callable[[], Any]]:
    state = PlanState()
    return PlanLab(state).settings.start.needs, needs_csv(PlanState().needs), lambda: state.own_needs


def plan_answers() -> tuple[FileIn, bytes, Callable[[], Any]]:
    state = PlanState()
    return PlanLab(state).settings.start.answers, b"{}", lambda: state.own_answers


def diagnostic_families() -> tuple[FileIn, bytes, Callable[[], Any]]:
    found = Diagnostic()
    return found.families.open, COUNTS, lambda: found.state.counted


def own_questions() -> tuple[FileIn, bytes, Callable[[], Any]]:
    found = Diagnostic()
    return found.own.open, b"Avez-vous Internet ?\nOui\nNon\n", lambda: found.own.made


@pytest.mark.parametrize("opened", [plan_needs, plan_answers, diagnostic_families, own_questions])
@pytest.mark.parametrize("elsewhere", [ROOM, HOSTED[0]])
def test_a_file_of_real_people_is_asked_about_before_it_is_opened_elsewhere(
    monkeypatch: pytest.MonkeyPatch, elsewhere: str, opened: Callable[[], tuple[FileIn, bytes, Callable[[], Any]]]
) -> None:
    for name in (ROOM, *HOSTED):
        monkeypatch.delenv(name, raising=False)
    here, _, _ = opened()
    assert here.ask == ""
    monkeypatch.setenv(elsewhere, "ailleurs")
    part, content, taken = opened()
    before = taken()
    assert part.ask
    assert refusal(part, "essai.csv", content).startswith("Rien n'a été pris")
    assert taken() is before
