"""A goal is said reached of what reaches it beyond chance; changes suffice where none is one too many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.base.typography import typeset
from liaison.base.words import lower_first
from liaison.messaging.delivery.simulate import Period, deliver
from liaison.messaging.policy.moves import Move
from liaison.messaging.policy.policy import Policy, load_policy
from liaison.messaging.reading.indicators import indicators
from liaison.messaging.reading.uncertainty import CHANCE_DRAWS, drawn, overturned
from liaison.messaging.search import search as searching
from liaison.messaging.search.aims import Aim, Figures, Goal
from liaison.messaging.search.search import Search, SearchResult
from liaison.messaging.search.tried import (
    MOST_DRAWS,
    SIDES,
    Apart,
    OnDraw,
    Reliability,
    Tried,
    gaps,
    harms,
    reached,
    told_apart,
)
from liaison.messaging.search.words import conclusion, goals_counted, goals_words, verdict
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.fictitious.generator import generate

DAY = dt.date(2026, 11, 2)
SMALL = {"PAIRED": 8, "TRIPLED": 5, "SHOWN_SINGLES": 6, "SHOWN_SETS": 8, "SAMPLED": 20}
# Near what the policies that are tried give, so that each is reached by some, by chance, by none.
NEAR = Aim(
    name="Près",
    goals=(
        *(Goal(measure="part_informee", at_least=share) for share in (0.82, 0.83, 0.84)),
        *(Goal(measure="part_prevenue", purpose="absence", within_min=60, at_least=share) for share in (0.84, 0.88)),
        *(Goal(measure="part_laissee", at_most=share) for share in (0.03, 0.05)),
        Goal(measure="notifications_par_semaine", at_most=9),
    ),
    keep=("destinataires", "ecriture", "langues"),
)
ONE = NEAR.model_copy(update={"goals": NEAR.goals[1:2], "rank_by": "travail_personnels"})


def place(seed: int) -> Prepared:
    school = generate(Aggregates(name="Essai (fictif)", kind="college", pupils=70, ips=85), 3)
    return prepare(school, Period(DAY, 2), seed)


def searched(prepared: Prepared, aim: Aim) -> SearchResult:
    with pytest.MonkeyPatch.context() as patch:
        for name, count in SMALL.items():
            patch.setattr(searching, name, count)
        search = Search(prepared, load_policy("circulaire_2025"), aim)
        for _ in search.steps():
            pass
        return search.result()


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    return place(2)


@pytest.fixture(scope="module")
def near(prepared: Prepared) -> SearchResult:
    return searched(prepared, NEAR)


def on(prepared: Prepared, policy: Policy, aim: Aim) -> list[bool]:
    figures = Figures(deliver(prepared, policy))
    return [goal.reached(figures.value(goal)) for goal in aim.goals]


def test_a_goal_said_reached_is_on_nearly_every_other_draw_and_one_reached_by_chance_is_not(
    prepared: Prepared, near: SearchResult
) -> None:
    """« Atteint » was said of what the shown draw reached: on other draws, four times in five."""
    others = [prepare(prepared.school, prepared.period, seed, prepared.hypotheses) for seed in range(100, 112)]
    held: dict[tuple[Reliability, bool], list[bool]] = {}
    for one in (near.start, *near.singles, *near.sets):
        if one.draws:
            each = [on(other, one.policy, NEAR) for other in others]
            for rank, goal in enumerate(near.reached(one)):
                held.setdefault((goal.held, goal.by_chance), []).extend(draw[rank] for draw in each)
    always, here, missed = (
        held[key] for key in ((Reliability.ALWAYS, False), (Reliability.HERE, True), (Reliability.NOT_HERE, True))
    )
    assert min(len(some) for some in (always, here, missed)) >= 6 * len(others), "enough claims of each kind to count"
    assert np.mean(always) > 0.95
    assert np.mean([*always, *here]) < 0.9, "otherwise the shown draw would tell as much"
    assert np.mean(missed) > 0.2


@pytest.mark.parametrize("seed", [2, 3, 5])
def test_changes_said_to_be_enough_are_so_beyond_chance_and_no_fewer_would_be(seed: int) -> None:
    """Two once « sufficed » where one alone did, and one did where the policy as it is reached the aim as often."""
    prepared = place(seed)
    found = searched(prepared, ONE)
    best, (goal,) = found.best, ONE.goals
    assert best is not None
    draws = [*drawn(prepared, MOST_DRAWS)]

    def short(policy: Policy) -> Iterator[float]:
        return (goal.short(Figures(deliver(draw, policy)).value(goal)) for draw in draws)

    begin = [*short(found.start.policy)]

    def sure(changes: Sequence[Move]) -> bool:
        policy = found.start.policy
        for move in changes:
            policy = move.apply(policy)
        return told(short(policy), begin)

    alone = [move for move in Search(prepared, found.start.policy, ONE).moves if sure((move,))]
    said = {one.changes[0].label for one in found.singles if one.held == Reliability.ALWAYS}
    assert said == {move.label for move in alone}
    assert (best.held == Reliability.ALWAYS) == sure(best.changes)
    parts = [some for size in range(len(best.changes)) for some in combinations(best.changes, size) if sure(some)]
    if best.changes and best.held == Reliability.ALWAYS:
        fewer = parts or (alone if len(best.changes) > 1 else [])
        assert (" pour atteindre le but" in conclusion(found)) != bool(fewer)
        assert (" y suffi" in conclusion(found)) == bool(fewer)
        assert all(found.cost(best) < found.cost(one) for one in found.singles if one.changes[0] in alone) or not fewer


def told(draws: Iterable[float], policy_draws: Iterable[float]) -> bool:
    """Whether a goal is told reached, as far as chance goes: on ten draws, and on more while these do not decide."""
    before = [*policy_draws]
    seen: list[float] = []
    for short in draws:
        seen.append(short)
        if short > 0:
            return False
        if len(seen) >= CHANCE_DRAWS and (apart := told_apart(seen, before[: len(seen)])) != Apart.NOT_YET:
            return apart == Apart.YES
    return False


TRIES = 180  # what a search tries: its single changes and its sets


@pytest.mark.parametrize("reaches", [0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99])
@pytest.mark.parametrize("ties", [0.0, 0.3, 0.8])
def test_of_changes_that_gain_nothing_one_search_in_twenty_at_most_says_that_one_does(
    reaches: float, ties: float
) -> None:
    """Each as good as the policy as it is, and none like another: chance has as many ways to please as it can have."""
    random = np.random.default_rng(7)
    wrong, searches = 0, 400
    for _ in range(searches):
        before = random.uniform(size=MOST_DRAWS) - reaches
        other = random.uniform(size=(TRIES, MOST_DRAWS)) - reaches
        draws = np.where(random.uniform(size=other.shape) < ties, before, other)
        lasting = draws[(draws[:, :CHANCE_DRAWS] <= 0).all(axis=1)]
        missed = before[:CHANCE_DRAWS] > 0
        # Where the policy reaches the goal on all, it is the answer, and no change is said to be needed.
        wrong += bool(missed.any()) and any(told(one, before) for one in lasting)
    assert wrong <= 0.05 * searches


@pytest.mark.parametrize("reaches", [0, 3, 8, 9])
@pytest.mark.parametrize("ties", [0, 1, 2])
def test_a_change_that_gains_on_every_draw_that_can_be_gained_is_told(reaches: int, ties: int) -> None:
    """Two changes that held on twenty new draws of twenty were « le hasard » for two draws that said nothing."""
    random = np.random.default_rng(3)
    before = random.uniform(0.1, 1, MOST_DRAWS) * np.where(np.arange(MOST_DRAWS) % 10 < reaches, -1, 1)
    draws = np.minimum(before, 0) - 0.5
    draws[:ties] = before[:ties] = -1.0 if reaches else 1.0
    assert told(draws, before) == (reaches > 0 or not ties)


def test_a_change_that_is_once_further_than_the_policy_that_nearly_reaches_is_not_told() -> None:
    before = [-0.2] * 9 + [0.1] * 11
    draws = [-0.3] * MOST_DRAWS
    assert told(draws, before)
    assert not told([-0.1, *draws[1:]], before)
    # As near on each of the first eight, it may be told by the draws to come; as near on nine, it may not.
    assert told_apart(draws[:10], [*draws[:8], *before[8:10]]) == Apart.NOT_YET
    assert told_apart(draws[:10], [*draws[:9], 0.1]) == Apart.NO


def test_two_changes_that_gain_beyond_chance_are_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer bells by far, and absences told on each draw where they were on nine: two draws said the same, 100 %."""
    prepared = place(5)
    aim = Aim(
        name="Deux buts",
        goals=(
            Goal(measure="notifications_par_semaine", at_most=7.2),
            Goal(measure="part_prevenue", purpose="absence", within_min=60, at_least=0.825),
        ),
    )
    both = ("Absence d'un élève : aussi par téléphone", "Devoirs et cahier de textes : une fois par semaine")
    every = searching.moves
    monkeypatch.setattr(
        searching, "moves", lambda *frame: [one for one in every(*frame) if one.label.replace("\u00a0", " ") in both]
    )
    found = searched(prepared, aim)
    others = [prepare(prepared.school, prepared.period, seed, prepared.hypotheses) for seed in range(100, 120)]
    assert found.best is not None
    assert len(found.best.changes) == 2
    assert found.best.held == Reliability.ALWAYS
    assert len(found.best.draws) > CHANCE_DRAWS
    assert all(all(on(other, found.best.policy, aim)) for other in others)
    assert not any(all(on(other, found.start.policy, aim)) for other in others)


@given(draws=st.lists(st.booleans(), max_size=12))
def test_chance_has_one_meaning_for_a_goal_and_for_a_difference(draws: list[bool]) -> None:
    one = reached(bool(draws) and draws[0], [-1.0 if each else 1.0 for each in draws])
    assert one.by_chance == (True in draws and False in draws)
    assert one.by_chance == overturned(one.chance)
    assert (one.held == Reliability.ALWAYS) == (bool(draws) and all(draws))
    assert (one.held == Reliability.NOT_HERE) == (not draws or not draws[0])


SHORT = {"-": 0.1, "+": 0.0, "*": -0.1}  # short of the goal, just enough, more than enough


def made(
    found: SearchResult, model: Tried, held: str, out: Sequence[int], changes: Sequence[Move] = (), **sides: float
) -> Tried:
    """A policy that reaches the aim on the draws marked « + » or « * » and leaves out so many of twenty on each."""
    figures = {side: sides.get(side, 0.5) for side in SIDES}
    each = [np.arange(20) < count for count in out]
    draws = tuple(OnDraw((SHORT[mark],), harms(figures, left)) for mark, left in zip(held, each, strict=True))
    value = ONE.goals[0].bound - SHORT[held[0]]
    return replace(
        model,
        changes=tuple(changes),
        goals=(value,),
        missing=ONE.goals[0].missing(value),
        sides=figures,
        left_out=each[0],
        draws=draws,
        before=(),
    )


@pytest.fixture(scope="module")
def moved(near: SearchResult) -> Any:
    """A search of a first change, and of that with a second one: what each gives is that of the case."""
    first, second = (near.singles[rank].changes[0] for rank in (0, 1))

    def of(start: dict[str, Any], single: dict[str, Any], pair: dict[str, Any]) -> SearchResult:
        begin = made(near, near.start, **start)
        one, two = (
            made(near, near.singles[0], changes=changes, **case)
            for changes, case in (((first,), single), ((first, second), pair))
        )
        one, two = (
            replace(some, policy=begin.policy, chance=gaps(begin.draws, some.draws), before=begin.draws)
            for some in (one, two)
        )
        return replace(near, aim=ONE, start=begin, singles=(one,), sets=(two,))

    return of


NOT = {"held": "---", "out": (4, 4, 4)}


@pytest.mark.parametrize(
    ("single", "pair", "count", "said"),
    [
        # The second change gains a family on one draw, and pays a little work for it.
        (
            {"held": "+++", "out": (2, 2, 2)},
            {"held": "+++", "out": (1, 2, 2), "travail_personnels": 0.52},
            1,
            "Un changement suffit pour atteindre le but.",
        ),
        (
            {"held": "+++", "out": (2, 2, 2)},
            {"held": "+++", "out": (1, 1, 1), "travail_personnels": 0.52},
            1,
            "Un changement suffit pour atteindre le but.",
        ),
        (
            {"held": "+++", "out": (2, 2, 2), "travail_personnels": 0.6},
            {"held": "+++", "out": (2, 2, 2)},
            2,
            "Deux changements atteignent le but ; un seul y suffit, à plus haut prix.",
        ),
        # One reaches the aim on the draw that is shown alone: two are needed.
        (
            {"held": "+-+", "out": (2, 2, 2)},
            {"held": "+++", "out": (2, 2, 2), "travail_personnels": 0.52},
            2,
            "Deux changements suffisent pour atteindre le but.",
        ),
        (
            {"held": "+-+", "out": (2, 2, 2)},
            {"held": "+--", "out": (1, 2, 2), "travail_personnels": 0.52},
            1,
            "Un changement atteint le but sur ce tirage, mais le hasard suffit à l'expliquer.",
        ),
    ],
)
def test_how_many_changes_are_enough_is_judged_as_what_is_reached_is(
    moved: Any, single: dict[str, Any], pair: dict[str, Any], count: int, said: str
) -> None:
    found = moved(NOT, single, pair)
    assert found.best is not None
    assert len(found.best.changes) == count
    assert verdict(found).replace("\u00a0", " ") == said
    assert found.good == (found.best.held == Reliability.ALWAYS)


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ({"held": "+++", "out": (4, 4, 4)}, "La politique atteint déjà le but : rien n'est à changer pour cela."),
        (
            {"held": "+-+", "out": (4, 4, 4)},
            "La politique atteint le but sur ce tirage, mais le hasard suffit à l'expliquer. "
            "Rien de ce qui a été essayé ne l'atteint nettement plus sûrement.",
        ),
    ],
)
def test_the_policy_as_it_is_reaches_the_aim_beyond_chance_or_is_said_to_by_chance(
    moved: Any, start: dict[str, Any], said: str
) -> None:
    found = moved(start, {"held": "+--", "out": (2, 2, 2)}, {"held": "+-+", "out": (1, 1, 1)})
    assert verdict(found).replace("\u00a0", " ") == said
    often = {"held": start["held"] * 4, "out": start["out"] * 4}
    surer = moved(often, {"held": "***" * 4, "out": (2, 2, 2) * 4}, {"held": "+-+" * 4, "out": (1, 1, 1) * 4})
    assert ("Un changement suffit" in verdict(surer)) == (start["held"] != "+++")
    # As near as the policy as it is on one draw: it was the luckiest of those that were tried.
    lucky = moved(start, {"held": "+**", "out": (2, 2, 2)}, {"held": "+-+", "out": (1, 1, 1)})
    assert verdict(lucky).replace("\u00a0", " ") == said
    assert goals_counted(lucky, lucky.singles[0]).startswith("1" if start["held"] == "+++" else "0")


@pytest.mark.parametrize(
    ("held", "said", "counted"),
    [
        ("+++", "atteint", "1 sur 1"),
        ("+-+", "atteint sur ce tirage, le hasard suffit à l'expliquer", "0 sur 1, et 1 sur ce tirage"),
        ("-+-", "pas atteint sur ce tirage, le hasard suffit à l'expliquer", "0 sur 1"),
        ("---", "pas atteint", "0 sur 1"),
    ],
)
def test_each_goal_says_whether_chance_is_enough_and_is_counted_so(
    moved: Any, held: str, said: str, counted: str
) -> None:
    found = moved(NOT, {"held": held, "out": (2, 2, 2)}, NOT)
    (line,) = goals_words(found, found.singles[0])
    assert line.replace("\u00a0", " ").endswith(f" : {said}.")
    assert goals_counted(found, found.singles[0]).replace("\u00a0", " ").removesuffix(
        " (le hasard suffit à l'expliquer)"
    ) == (counted)


def test_what_was_tried_on_one_draw_alone_is_said_so(moved: Any) -> None:
    found = moved(NOT, {"held": "+++", "out": (2, 2, 2)}, NOT)
    start, single = (replace(one, draws=(), before=(), chance={}) for one in (found.start, found.singles[0]))
    early = replace(found, start=start, singles=(single,), sets=(), stopped=True)
    assert verdict(early).replace("\u00a0", " ") == "Un changement atteint le but, sur ce seul tirage."
    assert not early.good
    assert goals_words(early, single)[0].endswith("atteint sur ce seul tirage.")
    assert goals_counted(early, single).replace("\u00a0", " ") == "1 sur 1, sur ce seul tirage"
    assert "pas atteint sur ce seul tirage" in goals_words(early, start)[0]
    reaching = replace(early, start=replace(single, changes=()))
    assert verdict(reaching).replace("\u00a0", " ") == "La politique atteint le but, sur ce seul tirage."


def test_an_aim_missed_on_the_shown_draw_alone_is_not_said_to_be_out_of_reach(moved: Any) -> None:
    found = moved(NOT, {"held": "-++", "out": (2, 2, 2)}, NOT)
    for words in (verdict(found), conclusion(found)):
        assert "n'atteint le but sur ce tirage." in words.replace("\u00a0", " ")
    never = moved(NOT, {"held": "---", "out": (2, 2, 2)}, NOT)
    assert verdict(never).endswith("n'atteint le but.")


def test_changes_that_cost_less_than_fewer_do_say_which_would_be_enough(moved: Any) -> None:
    dear = {"out": (2, 2, 2), "travail_personnels": 0.6}
    found = moved(NOT, {"held": "+++", **dear}, {"held": "+++", "out": (2, 2, 2)})
    first, second = (lower_first(move.label) for move in found.sets[0].changes)
    assert conclusion(found) == typeset(
        f"Deux changements atteignent le but : {first} ; {second}. Un seul y suffit, à plus haut prix : {first}."
    )
    as_dear = moved(NOT, {"held": "+++", **dear}, {"held": "+++", **dear})
    assert conclusion(as_dear).startswith(typeset(f"Un changement suffit pour atteindre le but : {first}. Le prix : "))


def test_an_equal_without_a_new_remark_of_the_check_comes_first(moved: Any) -> None:
    """A remark is paid: it once weighed nothing, beside « rien n'est moins bon » and with the mark of success."""
    found = moved(NOT, {"held": "+++", "out": (2, 2, 2)}, {"held": "+++", "out": (2, 2, 2)})
    first = found.singles[0]
    noisy, calm = replace(first, policy=load_policy("tout_tout_de_suite")), replace(found.sets[0])
    assert found.new_remarks(noisy)
    assert not found.new_remarks(calm)
    assert not replace(found, singles=(noisy,), sets=()).good
    for some in ((noisy, calm), (calm, noisy)):
        both = replace(found, singles=some, sets=())
        assert both.best == calm
        assert both.good
        assert noisy not in both.front


def test_families_told_of_an_absence_too_late_are_a_price(moved: Any) -> None:
    """They once went from 85 % to 67 % on every draw, beside « moins de choses sont nettement moins bonnes »."""
    found = moved(NOT, {"held": "+++", "out": (2, 2, 2), "absence_a_temps": 0.4}, NOT)
    assert not found.good
    assert conclusion(found).endswith(
        typeset("Le prix : pour une absence, 40 % des familles sont prévenues à temps au lieu de 50 %.")
    )


def test_families_told_of_an_absence_are_those_of_the_indicators(prepared: Prepared, near: SearchResult) -> None:
    trace = deliver(prepared, near.start.policy)
    (row,) = (one for one in indicators(trace).by_purpose if one.purpose == "absence")
    assert near.start.sides["absence_a_temps"] == pytest.approx(row.share)
    assert 0 < row.share < 1
