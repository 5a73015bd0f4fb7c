"""Every panel that keeps what it worked out × every setting: either nothing changes there, or it is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from page_side import parts_of, press
from traitlets import HasTraits

from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading import uncertainty
from liaison.messaging.search import search as searching
from liaison.messaging.traffic.hypotheses import load_hypotheses, with_values
from widgets.kit import Action, Bet, MadeOf, ResultSentence
from widgets.messaging import LabState
from widgets.messaging.bet import messaging_bet
from widgets.messaging.chance import MAIN, ChanceView
from widgets.messaging.doubt import DoubtView
from widgets.messaging.improve import ImproveView

PANELS: dict[str, tuple[Callable[[LabState], Any], str]] = {
    "bet": (messaging_bet, "place"),
    "chance": (ChanceView, "replay"),
    "doubt": (DoubtView, "measure"),
    "improve": (ImproveView, "search"),
}
# Of those, what a panel does not look at: pressed again, it says the same.
APART: dict[str, set[str]] = {
    "bet": {"policy", "origin", "brought", "reference"},
    "chance": {"origin", "brought", "reference"},
    "doubt": {"origin", "brought"},
    "improve": {"origin", "brought", "reference"},
}
CHANGES = {
    "policy": load_policy("papier_d_abord"),
    "origin": load_policy("vie_scolaire"),
    "brought": (load_policy("vie_scolaire"), load_policy("equilibree")),
    "reference": load_policy("papier_d_abord"),
    "school": "lp",
    "weeks": 3,
    "seed": 8,
    "hypotheses": with_values(load_hypotheses(LabState().start), {"phone": {"repond": 0.2}}),
}
NOT_SETTINGS = {"revealed", "tried", "tried_card", "tried_family"}


@pytest.fixture(params=PANELS)
def panel(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[str, LabState, Any, Action]:
    # What is worked out is tested elsewhere; here it is enough that it was, of some settings.
    monkeypatch.setattr(searching.Search, "steps", lambda *_: iter(()))
    monkeypatch.setattr(uncertainty, "ranges", lambda _trial: ())
    monkeypatch.setattr(uncertainty, "CHANCE_DRAWS", 2)
    some = uncertainty.Interval(mean=0.2, low=0.1, high=0.3, draws=19)
    monkeypatch.setattr(uncertainty, "replicated", lambda *_: dict.fromkeys(MAIN, some))
    state = LabState(school="ecole_6_classes", weeks=2, reference=load_policy("tout_tout_de_suite"))
    make, button = PANELS[request.param]
    view = make(state)
    if isinstance(view, Bet):
        view.question.value = view.bet.options[0].value
    press(getattr(view, button))
    return request.param, state, view, getattr(view, button)


def sure(view: Any) -> tuple[str, str, str]:
    answer: ResultSentence = view.answer
    return answer.text, answer.detail, answer.tone


def own_fields(view: Any) -> list[tuple[HasTraits, object]]:
    """The fields of the panel itself, each with another value."""
    if isinstance(view, DoubtView):
        return [(view.outcome, "informes")]
    if isinstance(view, ImproveView):
        fields = view.fields
        others = ("retard", 91, 75, False, 9, ["langues"])
        return list(zip(fields.all, others, strict=True))
    return []


def test_a_result_made_of_other_settings_says_so(panel: tuple[str, LabState, Any, Action]) -> None:
    name, state, view, button = panel
    made_of: MadeOf = view.made_of
    assert set(state.trait_names()) == set(CHANGES) | NOT_SETTINGS
    assert made_of.notice.title == ""
    assert made_of.notice in parts_of(view.widget)
    first = sure(view)
    for setting, other in CHANGES.items():
        before = getattr(state, setting)
        state.set_trait(setting, other)
        assert bool(made_of.notice.title) == (setting not in APART[name]), setting
        if setting in APART[name]:
            press(button)
            assert sure(view) == first, setting
        else:
            assert view.answer.tone != "bon", setting
        state.set_trait(setting, before)
        assert made_of.notice.title == "", setting
        assert sure(view) == first, setting
    for field, other in own_fields(view):
        before = field.value  # type: ignore[attr-defined]
        field.set_trait("value", other)
        assert made_of.notice.title, field
        field.set_trait("value", before)
        assert made_of.notice.title == "", field


def test_a_trail_found_in_another_school_is_still_told_of_that_school(panel: tuple[str, LabState, Any, Action]) -> None:
    _, state, view, _ = panel
    if not isinstance(view, ImproveView):
        assert not hasattr(view, "trail")
        return
    told = {}
    for name in view.trails:
        view.trail.value = name
        told[name] = view.about.lines
    state.school = "lp"
    for name in view.trails:
        view.trail.value = name
        assert view.about.lines == told[name]
