"""Une famille touchée dans l'image : l'adulte, la semaine et le changement qu'on lui montre sont les siens."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from liaison.messaging.delivery.simulate import Trace, deliver
from liaison.messaging.policy.compliance import finding_codes
from liaison.messaging.policy.moves import Move, moves
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.family_states import STATES, family_changes, family_states
from liaison.messaging.search.one_family import OneFamily, adult_of, one_change, telling_week
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.prepared import prepare
from liaison.rules import rule
from liaison.school.fictitious.generator import school_from
from liaison.school.kinship import families_of
from widgets.messaging.left_out import change_lines
from widgets.messaging.lever_words import does_words

START = dt.date(2026, 9, 7)


@pytest.fixture(scope="module")
def trace() -> Trace:
    return deliver(prepare(school_from("ecole_6_classes", 3), Period(START, 5), 3), load_policy("ent_un_deux"))


def some_of_each_state(trace: Trace) -> list[int]:
    states = family_states(trace).state
    return [int(family) for state in range(len(STATES)) for family in np.flatnonzero(states == state)[:2]]


def as_it_is(trace: Trace, family: int) -> OneFamily:
    found = family_states(trace)
    state = STATES[found.state[family]]
    return OneFamily(state, int(found.written[family]), int(found.informed[family]), int(found.rings[family]))


def test_what_a_change_is_said_to_do_for_a_family_is_what_it_does_in_the_whole_school(trace: Trace) -> None:
    families = some_of_each_state(trace)
    assert len(families) >= 4
    helped = 0
    for family in families:
        found = one_change(trace, family, START)
        if found is None:
            continue
        helped += 1
        assert found.before == as_it_is(trace, family)
        assert found.after == as_it_is(deliver(trace.prepared, found.move.apply(trace.policy)), family)
        assert found.reaches == (found.after.state == "a_temps")
    assert helped >= 2


def spares_the_others(trace: Trace, move: Move) -> bool:
    """Counted family by family: nobody more left out, nor more harmed than helped, nor a word of the check."""
    before, after = (
        family_states(deliver(trace.prepared, policy)) for policy in (trace.policy, move.apply(trace.policy))
    )
    changes = family_changes(before, after)
    newly = finding_codes(move.apply(trace.policy), START, "ecole") - finding_codes(trace.policy, START, "ecole")
    return (
        after.counts()["de_cote"] <= before.counts()["de_cote"]
        and changes.worse.sum() <= changes.better.sum()
        and not newly
    )


def test_no_other_change_that_spares_the_school_does_more_for_a_family(trace: Trace) -> None:
    family = int(np.argmin(family_states(trace).informed / family_states(trace).written))
    found = one_change(trace, family, START)
    assert found is not None

    def worth(one: OneFamily) -> tuple[int, int, int]:
        return -STATES.index(one.state), one.informed, -one.rings

    for move in moves(trace.policy, trace.prepared.people.languages):
        other = as_it_is(deliver(trace.prepared, move.apply(trace.policy)), family)
        assert worth(other) <= worth(found.after) or not spares_the_others(trace, move), move.label


@pytest.mark.parametrize("policy", ["circulaire_2025", "ent_un_deux", "equilibree"])
def test_what_helps_one_family_harms_no_more_of_the_others_and_the_card_counts_it(trace: Trace, policy: str) -> None:
    trace = deliver(trace.prepared, load_policy(policy))
    proposed = 0
    for family in range(0, len(family_states(trace).state), 6):
        found = one_change(trace, family, START)
        if found is None:
            continue
        proposed += 1
        assert spares_the_others(trace, found.move), found.move.label
        after = family_states(deliver(trace.prepared, found.move.apply(trace.policy)))
        changes = family_changes(family_states(trace), after)
        assert (found.school.better, found.school.worse) == (changes.better.sum(), changes.worse.sum())
        moves = does_words(found.school) in change_lines(found)[-1]
        assert moves == bool(changes.any.sum())
    assert proposed


def test_a_family_for_which_nothing_can_be_better_gets_no_change(trace: Trace) -> None:
    states = family_states(trace)
    whole = np.flatnonzero((states.informed == states.written) & (states.rings == 0))
    if not whole.size:
        policy = load_policy("papier_d_abord")
        trace = deliver(trace.prepared, policy)
        states = family_states(trace)
        whole = np.flatnonzero((states.informed == states.written) & (states.rings == 0))
    assert whole.size
    assert one_change(trace, int(whole[0]), START) is None


def test_what_a_law_forbids_is_proposed_to_nobody(trace: Trace, monkeypatch: pytest.MonkeyPatch) -> None:
    family = some_of_each_state(trace)[-1]
    first = one_change(trace, family, START)
    assert first is not None
    forbidden = first.move.apply(trace.policy)
    law = frozenset({"interdit"})
    monkeypatch.setattr(
        "liaison.messaging.search.single_changes.finding_codes",
        lambda policy, _on, _kind: law if policy == forbidden else frozenset(),
    )
    monkeypatch.setattr("liaison.messaging.search.single_changes.binding_codes", lambda new, _on: new)
    second = one_change(replace(trace), family, START)
    assert second is None or second.move.apply(trace.policy) != forbidden


def test_the_adult_is_the_one_of_the_family_to_whom_most_is_written(trace: Trace) -> None:
    table = trace.table()
    table = table[table["recipient_kind"] == "responsables"]
    table["family"] = table["pupil"].map(families_of(trace.prepared.school))
    for family in range(len(family_states(trace).state)):
        counts = table.loc[table["family"] == family, "recipient"].value_counts()
        adult = adult_of(trace, family)
        assert adult is not None
        assert counts[trace.prepared.people.ids[adult]] == counts.max(), family
    assert adult_of(trace, len(table)) is None


def test_the_week_is_the_one_in_which_the_family_misses_most_messages(trace: Trace) -> None:
    """A message is one, however many adults and channels it goes to."""
    table = trace.table()
    table = table[table["recipient_kind"] == "responsables"]
    table["family"] = table["pupil"].map(families_of(trace.prepared.school))
    table["week"] = [(day - START).days // 7 for day in table["created_at"].dt.date]
    missing = 0
    for family in some_of_each_state(trace):
        own = (
            table[table["family"] == family]
            .groupby("message_id")
            .agg(week=("week", "first"), known=("informed", "any"))
        )
        written = own["week"].value_counts().reindex(range(5), fill_value=0)
        missed = own.loc[~own["known"], "week"].value_counts().reindex(range(5), fill_value=0)
        found = telling_week(trace, family)
        assert found.written == written[found.week]
        assert found.written - found.informed == missed[found.week] == missed.max(), family
        missing += int(missed.max() > 0)
    assert missing >= 2


def test_what_binds_is_a_law_or_a_reglement_and_nothing_else() -> None:
    kinds = {name: rule(name, START) for name in ("messagerie/publication_suspendue",)}
    assert all(each.binding == (each.kind in {"loi", "reglement"}) for each in kinds.values())
