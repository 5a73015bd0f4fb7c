"""L'écran du plan que ses essais partagent : une école fictive dont le pari est posé, et les besoins d'une vraie."""

from __future__ import annotations

from typing import Any

import pytest
from page_side import give, press

from liaison.diagnostic.papers.exporting import answers_csv
from liaison.support.needs.needs_file import needs_csv
from widgets.support import PlanLab, PlanState


@pytest.fixture(scope="session")
def lab() -> PlanLab:
    """A screen whose bet has been placed, on the school of the scenario."""
    lab = PlanLab()
    lab.bet.question.value = "peu"
    press(lab.bet.place)
    return lab


@pytest.fixture
def state(lab: PlanLab, monkeypatch: pytest.MonkeyPatch) -> PlanState:
    """A state of its own, on the same fictitious school."""
    state = PlanState()
    monkeypatch.setattr(state, "fiction", lab.state.fiction)
    return state


@pytest.fixture(scope="session")
def answers(lab: PlanLab) -> tuple[bytes, bytes]:
    """Answers of the families, without the last three, then with them."""
    lines = answers_csv(lab.state.fiction().answers).splitlines(keepends=True)
    return b"".join(lines[:-3]), b"".join(lines)


@pytest.fixture
def own(lab: PlanLab) -> PlanLab:
    """A screen whose bet has been placed, on the needs of the school that uses it, beside the same fictitious one."""
    own = PlanLab(PlanState())
    own.bet.question.value = "aucune"
    press(own.bet.place)
    give(own.settings.start.needs, "besoins.csv", needs_csv(lab.state.needs))
    own.results.panels.open_index = list(own.results.views).index("take")
    take: Any = own.results.views["take"]
    take.before.first.value = True
    return own
