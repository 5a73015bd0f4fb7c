"""What to change first, in one change, two, three: most families, nothing much worse, nothing protected is paid."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.messaging.delivery.simulate import Trace, deliver
from liaison.messaging.policy.compliance import check
from liaison.messaging.policy.moves import moves
from liaison.messaging.policy.policy import Policy, load_policy, preset_names
from liaison.messaging.reading.family_states import STATES, family_states
from liaison.messaging.reading.indicators import Cases, indicators
from liaison.messaging.reading.school_counts import UNREAD_MIN, SchoolReplay, counts_of
from liaison.messaging.reading.uncertainty import another_draw
from liaison.messaging.search import first_changes as searching
from liaison.messaging.search import single_changes
from liaison.messaging.search.aims import Figures
from liaison.messaging.search.first_changes import (
    ASPECTS,
    MESSAGES,
    Aspect,
    FirstChange,
    FirstChanges,
    SchoolDraw,
    SchoolOutcome,
    chosen_cards,
    first_changes,
)
from liaison.messaging.search.levers import levers
from liaison.messaging.search.single_changes import LOCKED
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.prepared import prepare
from liaison.messaging.traffic.traffic import PURPOSE_CODE
from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.fictitious.generator import generate

DAY = dt.date(2026, 11, 2)
DRAWS = 3


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small search: the same steps, fewer of each."""
    for name, count in {"PAIRED": 5, "TRIPLED": 4, "CHANCE_DRAWS": DRAWS}.items():
        monkeypatch.setattr(searching, name, count)


def trial(policy: Policy, seed: int = 3, ips: int = 85, pupils: int = 200) -> Trace:
    school = generate(Aggregates(name="Essai (fictif)", kind="college", pupils=pupils, ips=ips), seed)
    return deliver(prepare(school, Period(DAY, 2), seed), policy)


def fields_locked(policy: Policy) -> tuple[object, ...]:
    return policy.marks, policy.homework_by, policy.writing


def school_outcome(trace: Trace) -> SchoolOutcome:
    return SchoolDraw(SchoolReplay(trace)).start


def in_time(trace: Trace) -> int:
    return int(np.count_nonzero(family_states(trace).state == STATES.index("a_temps")))


def waiting_min(trace: Trace, purpose: str) -> float:
    """How long a message waits, one message at a time; what is not read in time, a week."""
    cases = Cases(trace)
    waits = [
        min(int(seen) - int(written), UNREAD_MIN)
        for seen, written, about in zip(cases.seen, cases.created, cases.purpose, strict=True)
        if about == PURPOSE_CODE[purpose]  # type: ignore[index]
    ]
    return sum(waits) / max(1, len(waits))


def spoils_nothing_protected(trace: Trace, found: FirstChanges) -> None:
    for card in found.cards:
        for rank in range(DRAWS):
            prepared = another_draw(trace.prepared, rank)
            start, after = deliver(prepared, trace.policy), deliver(prepared, card.policy)
            before, read = (
                {reach.purpose: reach.informed for reach in indicators(each).by_purpose} for each in (start, after)
            )
            for purpose in ("devoirs", "notes"):
                assert read.get(purpose, 0) >= before.get(purpose, 0), (rank, card.changes)
                assert waiting_min(after, purpose) <= waiting_min(start, purpose) + 1e-6, (rank, card.changes)


@settings(max_examples=6, deadline=None)
@given(
    seed=st.integers(1, 50),
    ips=st.sampled_from((70, 85, 120)),
    preset=st.sampled_from(preset_names()),
    steps=st.lists(st.integers(0, 10_000), max_size=4),
    kept=st.sets(st.sampled_from(("langues", "replis", "canaux", "rythmes", "destinataires")), max_size=3),
)
def test_no_card_of_any_school_touches_what_is_locked_nor_has_homework_or_marks_read_less_or_later(
    seed: int, ips: int, preset: str, steps: list[int], kept: set[str]
) -> None:
    policy = load_policy(preset)
    for step in steps:  # a policy as a team may have left it
        possible = moves(policy)
        policy = possible[step % len(possible)].apply(policy)
    trace = trial(policy, seed, ips, pupils=60)
    found = first_changes(trace, DAY, (*LOCKED, *kept))  # type: ignore[arg-type]
    for card in found.cards:
        assert fields_locked(card.policy) == fields_locked(policy)
        assert not kept & {move.family for move in card.changes}
        if "langues" in kept:
            assert card.policy.languages == policy.languages
    spoils_nothing_protected(trace, found)


@pytest.fixture(scope="module")
def searched() -> dict[str, tuple[Trace, FirstChanges]]:
    with pytest.MonkeyPatch.context() as patched:
        for name, count in {"PAIRED": 6, "TRIPLED": 5, "CHANCE_DRAWS": DRAWS}.items():
            patched.setattr(searching, name, count)
        traces = {name: trial(load_policy(name)) for name in preset_names()}
        return {name: (trace, first_changes(trace, DAY)) for name, trace in traces.items()}


def test_some_presets_have_cards_with_and_without_the_mark(searched: dict[str, tuple[Trace, FirstChanges]]) -> None:
    """Without both, what follows would hold of nothing."""
    cards = [card for _trace, found in searched.values() for card in found.cards]
    assert {card.fair for card in cards} == {True, False}
    assert {len(card.changes) for card in cards} == {1, 2, 3}


@pytest.mark.parametrize("name", preset_names())
def test_no_card_of_a_preset_pays_with_homework_or_marks(
    name: str, searched: dict[str, tuple[Trace, FirstChanges]]
) -> None:
    spoils_nothing_protected(*searched[name])


def test_a_search_that_protected_nothing_would_pay_with_homework_or_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Quiet week-ends reach more families in time there, and have homework read later: the guard is not idle."""
    monkeypatch.setattr(FirstChange, "protects", property(lambda _proposal: True))
    trace = trial(load_policy("ent_un_deux"))
    found = first_changes(trace, DAY)
    with pytest.raises(AssertionError):
        spoils_nothing_protected(trace, found)


@pytest.mark.parametrize("name", preset_names())
def test_every_number_of_a_card_is_that_of_the_whole_school(
    name: str, searched: dict[str, tuple[Trace, FirstChanges]]
) -> None:
    trace, found = searched[name]
    for card in found.cards:
        for rank in range(DRAWS):
            prepared = another_draw(trace.prepared, rank)
            assert card.before[rank] == school_outcome(deliver(prepared, trace.policy))
            assert card.after[rank] == school_outcome(deliver(prepared, card.policy))
        replayed = deliver(trace.prepared, card.policy)
        figures = indicators(replayed)
        assert card.families == in_time(replayed) - in_time(trace)
        assert card.after[0].counts["laissees"] == len(figures.left_out_families)
        assert card.after[0].counts["lus"] == figures.reach.informed
        assert {purpose: card.after[0].counts[purpose] for purpose in PURPOSE_CODE} == {
            **dict.fromkeys(PURPOSE_CODE, 0),
            **{reach.purpose: reach.informed for reach in figures.by_purpose},
        }


@pytest.mark.parametrize("name", preset_names())
def test_cards_have_more_and_more_changes_and_each_reaches_more_families_on_every_draw(
    name: str, searched: dict[str, tuple[Trace, FirstChanges]]
) -> None:
    trace, found = searched[name]
    sizes = [len(card.changes) for card in found.cards]
    assert sizes == sorted({*sizes})
    assert {*sizes} <= {1, 2, 3}
    for card in found.cards:
        assert all(
            after.counts["a_temps"] > before.counts["a_temps"]
            for before, after in zip(card.before, card.after, strict=True)
        )
        assert len({move.setting for move in card.changes}) == len(card.changes)
        policy = trace.policy
        for move in card.changes:
            policy = move.apply(policy)
        assert policy == card.policy
    for fewer, more in combinations(found.cards, 2):
        if more.fair and not fewer.fair:  # what costs nothing is not hidden by what does
            continue
        assert all(
            its.counts["a_temps"] > mine.counts["a_temps"] for mine, its in zip(fewer.after, more.after, strict=True)
        )


@pytest.mark.parametrize("name", preset_names())
def test_the_mark_goes_to_what_makes_nothing_much_worse(
    name: str, searched: dict[str, tuple[Trace, FirstChanges]]
) -> None:
    trace, found = searched[name]
    known = {finding.code for finding in check(trace.policy, DAY, "college")}
    for card in found.cards:
        new = [finding for finding in check(card.policy, DAY, "college") if finding.code not in known]
        much = []
        for aspect in ASPECTS:
            before, after = card.before[0], card.after[0]
            more_is_better = aspect == "a_temps" or aspect in MESSAGES
            first, then = (
                each.totals[aspect] - each.counts[aspect] if more_is_better else each.counts[aspect]
                for each in (before, after)
            )
            if then - first > first / 10 + (0.01 if aspect in ("sonneries", "travail") else 0):
                gaps = [
                    (b.counts[aspect] - a.counts[aspect]) * (1 if more_is_better else -1)
                    for b, a in zip(card.before, card.after, strict=True)
                ]
                if min(gaps) > 0 or min(gaps) == max(gaps):
                    much.append(aspect)
        assert card.fair == (not much and not new)
        assert [*card.much_worse] == much
        assert [*card.remarks] == [finding.title for finding in new]


def outcome(**counts: float) -> SchoolOutcome:
    every: dict[Aspect, float] = {**dict.fromkeys(ASPECTS, 100.0), **counts}  # type: ignore[dict-item]
    return SchoolOutcome(every, dict.fromkeys(ASPECTS, 200), {"devoirs": 60.0, "notes": 60.0})


def proposal(before: list[SchoolOutcome], after: list[SchoolOutcome]) -> FirstChange:
    policy = load_policy("equilibree")
    return FirstChange(moves(policy)[:1], policy, policy, tuple(before), tuple(after))


@pytest.mark.parametrize(
    ("aspect", "bearable", "much"),
    [
        ("derangees", 110, 111),
        ("laissees", 110, 111),
        ("a_temps", 90, 89),
        ("absence", 90, 89),
        ("travail", 110, 110.1),
    ],
)
def test_a_tenth_more_is_borne_and_more_than_a_tenth_takes_the_mark_away(
    aspect: str, bearable: float, much: float
) -> None:
    before = [outcome()] * 3
    assert proposal(before, [outcome(**{aspect: bearable})] * 3).fair
    worse = proposal(before, [outcome(**{aspect: much})] * 3)
    assert not worse.fair
    assert worse.much_worse == (aspect,)


@pytest.mark.parametrize("aspect", ["travail", "sonneries"])
@pytest.mark.parametrize(
    ("before", "after", "much"),
    [
        # Rounded to a tenth, 0.3 and 0.3, then 0.5 and 0.6.
        (0.25, 0.34, True),
        (0.549, 0.551, False),
        (1.0, 1.1, False),
        (1.0, 1.12, True),
    ],
)
def test_a_tenth_is_that_of_the_count_itself_and_not_of_the_one_on_screen(
    aspect: str, before: float, after: float, much: bool
) -> None:
    paid = proposal([outcome(**{aspect: before})] * 3, [outcome(**{aspect: after})] * 3)
    assert paid.much_worse == ((aspect,) if much else ())


def test_hours_and_rings_of_a_school_are_not_rounded_before_they_are_compared() -> None:
    trace = trial(load_policy("papier_d_abord"))
    counts, figures = school_outcome(trace).counts, Figures(trace)
    assert counts["travail"] == figures.of("travail_personnels")
    assert counts["sonneries"] == figures.of("notifications_par_semaine")
    assert counts["travail"] != round(counts["travail"], 1)


@pytest.mark.parametrize(
    ("shown", "others", "much"),
    [
        (111, (101, 101), True),  # over a tenth on the draw that is shown, and worse on each
        (110, (150, 150), False),  # a tenth on the draw that is shown
        (111, (101, 100), False),  # as on the draw where nothing moves: chance is enough
        (111, (150, 99), False),
    ],
)
def test_much_worse_is_over_a_tenth_on_the_draw_that_is_shown_and_worse_on_each(
    shown: float, others: tuple[float, ...], much: bool
) -> None:
    paid = proposal([outcome()] * 3, [outcome(derangees=count) for count in (shown, *others)])
    assert paid.fair is not much


def test_what_costs_nothing_is_not_hidden_by_what_reaches_more_at_a_price() -> None:
    before = [outcome()] * 3
    dear = proposal(before, [outcome(a_temps=136, travail=600)] * 3)
    free, less = (proposal(before, [outcome(a_temps=count)] * 3) for count in (135, 134))
    assert (dear.fair, free.fair) == (False, True)
    assert free.earns_place([dear])
    assert not less.earns_place([dear, free])
    cheaper = proposal(before, [outcome(a_temps=136, travail=120)] * 3)
    assert not cheaper.earns_place([dear])  # one more change, and no more families, at a price
    dearer = proposal(before, [outcome(a_temps=137, travail=700)] * 3)
    assert dearer.earns_place([dear, free])


def test_a_card_that_costs_nothing_stands_beside_one_of_fewer_changes_that_does() -> None:
    before = [outcome()] * 3
    dear = proposal(before, [outcome(a_temps=136, travail=600)] * 3)
    free = replace(proposal(before, [outcome(a_temps=135)] * 3), changes=dear.changes * 2)
    assert chosen_cards([free, dear]) == (dear, free)


def test_of_nothing_one_more_family_is_much_worse() -> None:
    before = [outcome(derangees=0)] * 3
    assert proposal(before, [outcome(derangees=1)] * 3).much_worse == ("derangees",)


def test_what_changes_of_sense_from_draw_to_draw_is_neither_better_nor_worse() -> None:
    before = [outcome()] * 3
    lucky = proposal(before, [outcome(laissees=150), outcome(laissees=150), outcome(laissees=90)])
    assert lucky.fair
    assert (lucky.better, lucky.worse, lucky.uncertain) == ((), (), ("laissees",))


def test_what_the_check_newly_says_takes_the_mark_away() -> None:
    plain = proposal([outcome()], [outcome(a_temps=120)])
    assert plain.fair
    assert not replace(plain, remarks=("Un constat",)).fair


def test_three_that_bring_no_more_than_two_on_every_draw_are_no_card() -> None:
    before = [outcome()] * 3
    two = proposal(before, [outcome(a_temps=120)] * 3)
    more, as_many = ([outcome(a_temps=121)] * 2 + [outcome(a_temps=last)] for last in (121, 120))
    assert proposal(before, more).brings_more_than([two])
    assert not proposal(before, as_many).brings_more_than([two])
    assert not proposal(before, before).brings_more_than([])


@pytest.mark.parametrize("later", ["devoirs", "notes"])
def test_a_minute_more_of_wait_or_a_message_less_is_not_protected(later: str) -> None:
    plain = proposal([outcome()], [outcome()])
    assert plain.protects
    delays: dict[Any, float] = {**plain.after[0].delays_min, later: 60.1}
    assert not replace(plain, after=(replace(plain.after[0], delays_min=delays),)).protects
    assert not proposal([outcome()], [outcome(**{later: 99})]).protects
    # On the draw that is shown nothing moves; on another, it does.
    assert not proposal([outcome()] * 3, [outcome(), outcome(), outcome(**{later: 99})]).protects
    assert not replace(
        proposal([outcome()] * 2, [outcome()] * 2), after=(outcome(), replace(outcome(), delays_min=delays))
    ).protects


@pytest.mark.parametrize("name", preset_names())
def test_the_cards_are_those_of_a_search_that_delivers_every_message_of_every_policy_again(
    name: str, searched: dict[str, tuple[Trace, FirstChanges]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a policy does not touch is not delivered again: nothing of the answer may come from that."""
    monkeypatch.setattr(searching, "PAIRED", 6)
    monkeypatch.setattr(searching, "TRIPLED", 5)
    counted: list[Policy] = []

    def whole(replay: SchoolReplay, policy: Policy) -> object:
        counted.append(policy)
        return counts_of(deliver(replay.prepared, policy))

    monkeypatch.setattr(SchoolReplay, "counts", whole)
    trace, found = searched[name]
    every = first_changes(trace, DAY)
    assert len(counted) >= every.tried
    assert every.tried == found.tried
    assert [card_numbers(card) for card in every.cards] == [card_numbers(card) for card in found.cards]


@settings(max_examples=10, deadline=None)
@given(
    seed=st.integers(1, 10_000),
    ips=st.sampled_from((70, 85, 120)),
    kind=st.sampled_from(("ecole", "college")),
    preset=st.sampled_from(preset_names()),
    steps=st.lists(st.integers(0, 10_000), max_size=5),
)
def test_the_cards_of_any_school_are_those_of_a_search_that_shares_nothing(
    seed: int, ips: int, kind: str, preset: str, steps: list[int]
) -> None:
    policy = load_policy(preset)
    for step in steps:
        possible = moves(policy)
        policy = possible[step % len(possible)].apply(policy)
    school = generate(Aggregates(name="Essai (fictif)", kind=kind, pupils=60, ips=ips), seed)
    trace = deliver(prepare(school, Period(DAY, 2), seed), policy)
    levers(trace, DAY)
    shared = first_changes(trace, DAY)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(SchoolReplay, "counts", lambda replay, policy: counts_of(deliver(replay.prepared, policy)))
        alone = first_changes(replace(trace), DAY)
    assert shared.tried == alone.tried
    assert [card_numbers(card) for card in shared.cards] == [card_numbers(card) for card in alone.cards]


def card_numbers(card: FirstChange) -> tuple[object, ...]:
    """All of a card but its moves, which are made anew for each search."""
    return card.policy, card.before, card.after, card.remarks, [move.label for move in card.changes]


def test_what_another_draw_refuses_leaves_its_place_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    trace = trial(load_policy("tout_tout_de_suite"))
    refused: list[Policy] = []

    class OtherDraw(SchoolDraw):
        def outcome(self, policy: Policy) -> SchoolOutcome:
            usual = super().outcome(policy)
            later = self.seed != trace.prepared.seed and policy in refused
            return replace(usual, delays_min=dict.fromkeys(usual.delays_min, 1000000.0)) if later else usual

    monkeypatch.setattr(searching, "SchoolDraw", OtherDraw)
    monkeypatch.setattr(searching, "SHORTLISTED", 1)
    for _ in range(4):  # more than are tried at once
        single = first_changes(trace, DAY).cards[0]
        assert len(single.changes) == 1
        assert single.policy not in refused
        refused.append(single.policy)


def test_what_a_law_forbids_and_the_policy_does_not_do_is_no_card(monkeypatch: pytest.MonkeyPatch) -> None:
    trace = trial(load_policy("tout_tout_de_suite"))
    first = first_changes(trace, DAY).cards[0]

    def codes(policy: Policy, *_on: object) -> frozenset[str]:
        return frozenset({"interdit"} if policy == first.policy else ())

    for judging in (searching, single_changes):
        monkeypatch.setattr(judging, "finding_codes", codes)
        monkeypatch.setattr(judging, "binding_codes", lambda new, _on: new)
    left = first_changes(trial(trace.policy), DAY).cards
    assert left
    assert first.policy not in [card.policy for card in left]


def test_a_search_that_is_stopped_calls_nothing_the_best() -> None:
    trace = trial(load_policy("tout_tout_de_suite"))
    told: list[tuple[int, int]] = []
    found = first_changes(trace, DAY, tell=lambda *far: told.append(far), stopped=lambda: len(told) == 4)
    assert (found.cards, len(told)) == ((), 4)
    assert found.stopped
    whole = first_changes(trace, DAY, tell=lambda *far: told.append(far))
    assert whole.cards
    assert not whole.stopped
    again = first_changes(trace, DAY).cards
    assert [(card.policy, card.after) for card in whole.cards] == [(card.policy, card.after) for card in again]
    assert all(done <= total for done, total in told)


@pytest.mark.parametrize("name", preset_names())
def test_every_change_is_said_as_who_does_it_would_and_no_two_alike(name: str) -> None:
    every = moves(load_policy(name), ("ar", "tr"))
    deeds = [move.deed for move in every]
    assert len({*deeds}) == len(deeds)
    verbs = {deed.removeprefix("Ne plus ").removeprefix("Ne rien ").removeprefix("Ne ").split()[0] for deed in deeds}
    assert all(verb.lower().endswith(("er", "ir", "re", "oir")) for verb in verbs), verbs
