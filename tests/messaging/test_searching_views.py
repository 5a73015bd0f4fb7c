"""Two long computations on screen: what is drawn is what the engine found, and is never of another policy unsaid."""

from __future__ import annotations

import asyncio

import pytest

from liaison.messaging import search as searching
from liaison.messaging import uncertainty
from liaison.messaging.policy import load_policy, parse_policy
from liaison.messaging.search_words import changes_words, conclusion
from widgets.messaging import LabState
from widgets.messaging.background import Background
from widgets.messaging.doubt import DoubtView
from widgets.messaging.improve import AimFields, ImproveView

SMALL = {"PAIRED": 6, "TRIPLED": 4, "SHOWN_SINGLES": 5, "SHOWN_SETS": 6, "SAMPLED": 20, "MORE": 1}


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> LabState:
    for name, count in SMALL.items():
        monkeypatch.setattr(searching, name, count)
    every = uncertainty.ranges
    monkeypatch.setattr(uncertainty, "ranges", lambda trial: every(trial)[:3])
    return LabState(school="ecole_6_classes", weeks=2)


@pytest.fixture
def found(state: LabState) -> ImproveView:
    view = ImproveView(state)
    view._start()
    return view


def test_the_aim_on_screen_is_the_one_that_is_searched() -> None:
    fields = AimFields()
    fields.purpose.value, fields.minutes.value, fields.share.value = "retard", 120, 75
    fields.per_week.value, fields.evening.value, fields.keep.value = 4, False, ["langues"]
    aim = fields.aim()
    assert [goal.measure for goal in aim.goals] == ["part_prevenue", "notifications_par_semaine"]
    assert (aim.goals[0].purpose, aim.goals[0].within_min, aim.goals[0].at_least) == ("retard", 120, 0.75)
    assert aim.goals[1].at_most == 4
    assert aim.keep == ("langues",)
    fields.evening.value = True
    assert fields.aim().goals[1].measure == "notifications_soir"


def test_what_is_drawn_is_what_was_found(found: ImproveView, state: LabState) -> None:
    answer = found.found
    assert answer is not None
    assert found.answer.text == conclusion(answer)
    assert (found.answer.tone == "bon") == (answer.best is not None)
    drawn = {row["label"]: row["count"] for row in found.singles.data}
    expected = {changes_words(one): int(one.left_out.sum()) for one in (answer.start, *answer.singles)}
    assert drawn == expected
    bars = found.singles.picture["rows"]
    # A small share of a whole school is still a bar that one can compare, and says of how many.
    assert max(bar["length"] for bar in bars) > 0.5
    assert all(f"sur {len(answer.start.left_out)}" in bar["text"] for bar in bars)
    assert len(found.trail.options) >= 1
    assert len(found.goals.lines) == len(answer.aim.goals)


def test_a_trail_opens_in_the_lab_and_as_a_file_and_the_search_is_then_of_another_policy(
    found: ImproveView, state: LabState
) -> None:
    trail = next(name for name, one in found._trails.items() if one.changes)
    found.trail.value = trail
    name, _, content = found._made()
    wanted = found._trails[trail].policy
    assert parse_policy(content.decode()).purposes == wanted.purposes
    assert name.isascii()
    found.show(state.simulation())
    assert not found.stale.title
    found._open()
    assert state.policy.purposes == wanted.purposes
    found.show(state.simulation())
    assert found.stale.title


def test_a_policy_as_it_is_has_nothing_to_open(found: ImproveView) -> None:
    for name, one in found._trails.items():
        found.trail.value = name
        assert found.open.disabled == (not one.changes)


def test_the_doubt_is_that_of_the_engine(state: LabState) -> None:
    view = DoubtView(state)
    view._start()
    trial = uncertainty.Trial(state.prepared().school, state.prepared().period, state.seed)
    margin = uncertainty.advantage(trial, state.policy, state.reference, uncertainty.left_out_share)
    expected = uncertainty.what_would_change(trial, margin, state.hypotheses)
    assert view.answer.text == expected.sentence
    assert [row["label"] for row in view.chart.data] == [bar.range.label for bar in expected.bars]
    assert view.chart.data[0]["values"][1]["value"] == pytest.approx(100 * expected.margin, abs=0.01)


def test_two_policies_alike_are_not_compared(state: LabState) -> None:
    view = DoubtView(state)
    state.reference = state.policy.changed(name="La même")
    view._start()
    assert view.same.title
    assert view.answer not in view.widget.children
    state.reference = load_policy("papier_d_abord")
    view._start()
    assert not view.same.title
    assert view.answer in view.widget.children


def test_a_doubt_is_said_to_be_of_former_policies_once_they_change(state: LabState) -> None:
    view = DoubtView(state)
    view._start()
    view.show(state.simulation())
    assert not view.stale.title
    state.policy = load_policy("papier_d_abord")
    view.show(state.simulation())
    assert view.stale.title


def test_a_computation_in_a_page_tells_how_far_it_is_stops_and_says_why_it_fails() -> None:
    told: list[object] = []

    async def play() -> None:
        background = Background("Essai")
        background.start(lambda tell, stopped: _until(tell, stopped), told.append)
        await asyncio.sleep(0.2)
        assert background.progress.running
        assert background.widget.children == (background.progress,)
        assert background.progress.said == "1 sur 10"
        background._stop()
        await asyncio.sleep(0.3)
        assert told == ["arrêté"]
        assert not background.progress.running
        assert background.widget.children == ()

        def fails(_tell: object, _stopped: object) -> None:
            raise ValueError("Rien à chercher.")

        background.start(fails, told.append)
        await asyncio.sleep(0.2)
        assert background.failed.text == "Rien à chercher."
        assert told == ["arrêté"]

    def _until(tell, stopped):  # type: ignore[no-untyped-def]
        import time

        tell(1, 10, "1 sur 10")
        while not stopped():
            time.sleep(0.01)
        return "arrêté"

    asyncio.run(play())
