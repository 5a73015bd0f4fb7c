"""« La part du hasard »: each figure with the interval that the engine gives it, and never of another policy unsaid."""

from __future__ import annotations

from typing import Any

import pytest
from page_side import parts_of, press, tell

from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading import uncertainty
from widgets.kit.background import StoppedError
from widgets.messaging import LabState
from widgets.messaging.chance import MAIN, MOVED_MOST, REACHED, ChanceView


@pytest.fixture
def state() -> LabState:
    return LabState(school="ecole_6_classes", weeks=2)


def test_each_figure_has_the_interval_that_the_engine_gives_it(state: LabState) -> None:
    view = ChanceView(state)
    press(view.replay)
    found = uncertainty.replicated(state.trial(), state.policy, uncertainty.ENOUGH_DRAWS, state.hypotheses)
    for row, (name, (_label, times)) in zip(view.table.rows, MAIN.items(), strict=False):
        interval = found[name]
        assert (row["low"], row["high"]) == pytest.approx((times * interval.low, times * interval.high), abs=0.051)
        assert row["low"] <= row["mean"] <= row["high"]
    assert view.table.rows[0]["low"] < view.table.rows[0]["high"]
    shares = [interval for name, interval in found.items() if name.startswith("by_") and name.endswith(".share")]
    assert len(view.reached.rows) == len(shares)
    assert sorted(row["mean"] for row in view.reached.rows) == pytest.approx(
        sorted(100 * interval.mean for interval in shares), abs=0.051
    )
    assert f"Sur {uncertainty.ENOUGH_DRAWS} tirages" in view.answer.detail


def test_what_matters_is_drawn_on_one_axis_and_the_rest_is_behind_a_fold(state: LabState) -> None:
    view = ChanceView(state)
    press(view.replay)
    found = uncertainty.replicated(state.trial(), state.policy, uncertainty.ENOUGH_DRAWS, state.hypotheses)
    rows = view.moved_most.data
    assert [(row["low"], row["high"]) for row in rows[:2]] == [
        pytest.approx((100 * found[name].low, 100 * found[name].high), abs=0.051)
        for name in ("left_out.share", "reach.share")
    ]
    widths = sorted(
        (100 * (found[name].high - found[name].low) for name in found.keys() & REACHED.keys()), reverse=True
    )
    assert [row["high"] - row["low"] for row in rows[2:]] == pytest.approx(widths[:MOVED_MOST], abs=0.11)
    assert all(row["low"] <= row["count"] <= row["high"] for row in rows)
    widest = max(rows, key=lambda row: row["high"] - row["low"])
    assert view.moved_most.highlight == [widest["label"]]
    assert str(widest["label"]) in view.moved_most.title
    # One axis, from zero; each interval on it.
    assert all(0 <= low <= high <= 1 for low, high in (row["interval"] for row in view.moved_most.picture["rows"]))
    assert view.fold.open_index == -1
    assert {view.table, view.reached} <= set(parts_of(view.fold))
    assert not {view.table, view.reached} & set(view.widget.children)


def test_the_draw_on_screen_is_one_of_those_replayed(state: LabState) -> None:
    view = ChanceView(state)
    press(view.replay)
    shown = 100 * uncertainty.left_out_share(state.simulation().indicators)
    assert view.table.rows[0]["low"] - 0.051 <= shown <= view.table.rows[0]["high"] + 0.051


@pytest.mark.parametrize("change", [{"policy": load_policy("papier_d_abord")}, {"seed": 3}, {"weeks": 3}])
def test_figures_of_another_policy_or_school_are_said_to_be_so(state: LabState, change: dict[str, object]) -> None:
    view = ChanceView(state)
    view.show(state.simulation())
    assert not view.made_of.notice.title
    press(view.replay)
    view.show(state.simulation())
    assert not view.made_of.notice.title
    state.set_trait(*next(iter(change.items())))
    view.show(state.simulation())
    assert view.made_of.notice.title


def test_what_is_stopped_concludes_nothing(state: LabState, monkeypatch: pytest.MonkeyPatch) -> None:
    view = ChanceView(state)

    def stopped_after_a_draw(*given: Any) -> None:
        tell(view.working.progress, {"kind": "stop"})
        given[-1](1)

    monkeypatch.setattr(uncertainty, "replicated", stopped_after_a_draw)
    press(view.replay)
    assert "Arrêté" in view.answer.text
    assert view.moved_most not in view.widget.children
    assert view.fold not in view.widget.children
    view.show(state.simulation())
    assert not view.made_of.notice.title


def test_what_stops_a_replay_ends_it_at_once(state: LabState) -> None:
    seen: list[int] = []

    def done(draws: int) -> None:
        seen.append(draws)
        if draws == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        uncertainty.replicated(state.trial(), state.policy, 19, state.hypotheses, done)
    assert seen == [1, 2]
