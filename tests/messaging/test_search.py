"""« Que changer en premier ? » : every number shown is that of the whole school, and nothing shown leaves the frame."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import combinations
from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.base.words import lower_first, upper_first
from liaison.messaging.delivery.simulate import Period, deliver
from liaison.messaging.policy.compliance import check
from liaison.messaging.policy.moves import moves
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.indicators import indicators
from liaison.messaging.reading.uncertainty import CHANCE_DRAWS, Interval, drawn
from liaison.messaging.search import search as searching
from liaison.messaging.search.aims import LESS_IS_BETTER, Aim, Family, Figures, Goal, shown_number, value_words
from liaison.messaging.search.result import PER_GOAL
from liaison.messaging.search.search import Search, SearchResult
from liaison.messaging.search.tried import SIDES, OnDraw, Tried, by_chance, gaps, harms, less, price
from liaison.messaging.search.words import (
    always_out_words,
    conclusion,
    cost_words,
    price_words,
    proof_words,
    value_by_chance,
    verdict,
)
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.fictitious.generator import generate

DAY = dt.date(2026, 11, 2)
AIM = Aim(
    name="Essai",
    goals=(
        Goal(measure="part_prevenue", purpose="absence", within_min=120, at_least=0.85),
        Goal(measure="notifications_par_semaine", at_most=8),
    ),
    keep=("destinataires", "ecriture"),
)
QUIET = (Goal(measure="notifications_soir", at_most=0), Goal(measure="notifications_par_semaine", at_most=1))
IMPOSSIBLE = AIM.model_copy(update={"goals": (Goal(measure="part_prevenue", within_min=1, at_least=1),)})


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    school = generate(Aggregates(name="Essai (fictif)", kind="college", pupils=70, ips=85), 3)
    return prepare(school, Period(DAY, 2), 3)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small search: the same steps, fewer of each."""
    for name, count in {
        "PAIRED": 8,
        "TRIPLED": 5,
        "SHOWN_SINGLES": 6,
        "SHOWN_SETS": 8,
        "SAMPLED": 20,
        "CHANCE_DRAWS": 3,
    }.items():
        monkeypatch.setattr(searching, name, count)


def searched(prepared: Prepared, aim: Aim = AIM, policy: str = "tout_tout_de_suite") -> SearchResult:
    search = Search(prepared, load_policy(policy), aim)
    for _ in search.steps():
        pass
    return search.result()


@pytest.fixture(scope="module")
def found(prepared: Prepared) -> SearchResult:
    with pytest.MonkeyPatch.context() as patch:
        for name, count in {"PAIRED": 8, "TRIPLED": 5, "SHOWN_SINGLES": 6, "SHOWN_SETS": 8, "SAMPLED": 20}.items():
            patch.setattr(searching, name, count)
        return searched(prepared)


def shown(found: SearchResult) -> list[Tried]:
    return [found.start, *found.singles, *found.sets, *found.front]


def test_every_number_shown_is_that_of_the_whole_school(prepared: Prepared, found: SearchResult) -> None:
    checked = 0
    for one in shown(found):
        figures = Figures(deliver(prepared, one.policy))
        assert one.goals == tuple(figures.value(goal) for goal in AIM.goals)
        assert one.sides == {side: figures.of(side) for side in SIDES}
        checked += 1
    assert checked > 15


def test_every_policy_shown_is_its_changes_made_one_after_the_other(found: SearchResult) -> None:
    for one in shown(found):
        policy = found.start.policy
        for move in one.changes:
            policy = move.apply(policy)
        assert policy == one.policy
        assert len({move.setting for move in one.changes}) == len(one.changes) <= 6


def test_nothing_leaves_the_frame_of_the_team_nor_adds_what_a_law_forbids(found: SearchResult) -> None:
    def laws(one: Tried) -> set[str]:
        return {each.code for each in check(one.policy, DAY) if each.rule.kind in ("loi", "reglement")}

    for one in shown(found):
        assert not {move.family for move in one.changes} & set(AIM.keep)
        assert laws(one) <= laws(found.start)


def test_a_change_that_adds_what_a_law_forbids_is_never_tried(prepared: Prepared) -> None:
    search = Search(prepared, load_policy("equilibree"), AIM.model_copy(update={"keep": ()}))
    every = moves(load_policy("equilibree"), prepared.people.languages)
    refused = {move.label for move in every} - {move.label for move in search.moves}
    assert refused
    for move in every:
        added = {one.code for one in check(move.apply(search.policy), DAY) if one.rule.kind in ("loi", "reglement")}
        assert (move.label in refused) == (not added <= search.allowed)


def read_on_screen(found: SearchResult, one: Tried) -> list[float]:
    """The numbers that a screen shows of a policy, as they are read there, so that less is better."""
    shown = [*zip((goal.measure for goal in AIM.goals), one.goals, strict=True), *one.sides.items()]
    signs = [less(measure, 1) for measure, _ in shown]
    texts = [value_words(measure, value).split("\u00a0")[0].split(" ")[0].replace(",", ".") for measure, value in shown]
    numbers = [sign * float(text) for sign, text in zip(signs, texts, strict=True)]
    return [*numbers, float(one.left_out.sum()), float(len(found.new_remarks(one))), float(one.held)]


def better(found: SearchResult, one: Tried, other: Tried) -> bool:
    """Whether it reads nowhere worse, and better somewhere."""
    pairs = zip(*(read_on_screen(found, each) for each in (one, other)), strict=True)
    more = [mine - its for mine, its in pairs]
    return max(more) <= 0 and min(more) < 0


def test_no_policy_of_the_front_betters_another(found: SearchResult) -> None:
    assert found.front
    assert not any(better(found, one, other) for one in found.front for other in found.front)
    for one in (found.start, *found.singles, *found.sets):
        equal = [each for each in found.front if read_on_screen(found, each) == read_on_screen(found, one)]
        assert equal or any(better(found, each, one) for each in found.front)


# Figures close enough to read alike now and then, and to be better here and worse there.
NEAR = st.sampled_from((0.5, 0.5, 0.5, 0.5004, 0.6))
TOLD = st.sampled_from((0.9, 0.9, 0.91, 0.8))  # the aim asks for 0.85


@st.composite
def likely(draw: st.DrawFn) -> tuple[tuple[float, ...], dict[str, float], int]:
    """Goals, sides and how many families are left out."""
    goals = (draw(TOLD), 10 * draw(NEAR))
    return goals, {side: draw(NEAR) for side in SIDES}, draw(st.integers(0, 3))


@given(every=st.lists(likely(), min_size=2, max_size=5))
def test_the_first_trail_is_never_bettered_by_one_that_is_listed_below(found: SearchResult, every: list[Any]) -> None:
    """« Au moindre prix » once was said of a trail that the tenth bettered: the same, and the languages of families."""

    def made(model: Tried, goals: tuple[float, ...], sides: Any, out: int) -> Tried:
        missing = sum(goal.missing(value) for goal, value in zip(AIM.goals, goals, strict=True))
        left_out = np.arange(20) < out
        return replace(
            model, goals=goals, sides=sides, missing=missing, left_out=left_out, chance={}, draws=(), before=()
        )

    models = [found.start, *found.singles, *found.sets]
    start, *others = (made(model, *figures) for model, figures in zip(models, every, strict=False))
    one = replace(found, start=start, singles=tuple(others), sets=())
    first, *rest = one.trails
    assert first == (one.best or one.nearest)
    # The policy as it is, when it reaches the aim, needs no change: it is named as that, not as the least price.
    # More changes may be better elsewhere: they are for something else than the aim.
    fewer = [each for each in rest if len(each.changes) <= len(first.changes)]
    assert first == start or not any(better(one, each, first) for each in fewer)
    assert not any(better(one, each, other) for each in rest for other in rest)


def test_singles_are_ranked_by_the_measure_of_the_aim(found: SearchResult) -> None:
    ranks = [one.rank for one in found.singles]
    assert ranks == sorted(ranks)
    assert all(len(one.changes) == 1 for one in found.singles)


def test_the_best_pays_least_then_changes_least_then_leaves_out_fewest_families(found: SearchResult) -> None:
    surest = min(one.held for one in shown(found))
    reaching = [one for one in shown(found) if one.held == surest]
    assert found.best is not None

    def wanted(one: Tried) -> tuple[int, ...]:
        paid = len(price(found.start, one)) + len(found.new_remarks(one))
        return paid, len(one.changes), int(one.left_out.sum())

    assert wanted(found.best) == min(map(wanted, reaching))
    # Nearer by less than a screen shows is not nearer.
    assert found.nearest.missing == pytest.approx(min(one.missing for one in shown(found)), abs=0.01)


@pytest.mark.parametrize("start", ["tout_tout_de_suite", "circulaire_2025"])
def test_the_best_single_changes_are_there_for_each_goal_and_met_other_draws(
    prepared: Prepared, few: None, start: str
) -> None:
    """The eight best by families left out were once all that was known of single changes."""
    aim = AIM.model_copy(update={"goals": (*AIM.goals, Goal(measure="travail_personnels", at_most=1))})
    found = searched(prepared, aim, start)
    every = Search(prepared, load_policy(start), aim).moves
    figures = [Figures(deliver(prepared, move.apply(found.start.policy))) for move in every]
    seen = 0
    for rank, goal in enumerate(aim.goals):
        read = sorted(less(goal.measure, shown_number(goal.measure, figure.value(goal))) for figure in figures)
        start_reads = less(goal.measure, shown_number(goal.measure, found.start.goals[rank]))
        better = [value for value in read if value < start_reads]
        best = found.best_for(goal)
        shown = [less(goal.measure, shown_number(goal.measure, one.goals[rank])) for one in best]
        assert shown == better[:PER_GOAL]
        assert all(one.draws for one in best)
        seen += len(best)
    assert seen > PER_GOAL


def test_the_nearest_makes_no_change_that_gains_nothing(prepared: Prepared, few: None) -> None:
    """« La plus proche change ceci » once listed changes without which a policy came as near."""
    for within, start in ((1, "tout_tout_de_suite"), (5, "circulaire_2025"), (30, "equilibree")):
        goals = (Goal(measure="part_prevenue", within_min=within, at_least=1), *QUIET)
        aim = AIM.model_copy(update={"goals": goals})
        found = searched(prepared, aim, start)
        assert found.best is None
        near = found.nearest
        draws = [*drawn(prepared, 3)]

        def far(changes: Any, aim: Aim = aim, draws: Any = draws, start: Any = found.start.policy) -> list[float]:
            policy = start
            for move in changes:
                policy = move.apply(policy)
            each = [Figures(deliver(draw, policy)) for draw in draws]
            return [sum(goal.missing(one.value(goal)) for goal in aim.goals) for one in each]

        assert near.changes
        mine = far(near.changes)
        for fewer in combinations(near.changes, len(near.changes) - 1):
            its = far(fewer)
            assert all(one <= other for one, other in zip(mine, its, strict=True))
            assert mine != its


def test_a_change_that_gains_nothing_is_left_out_of_the_nearest(found: SearchResult) -> None:
    pair = next(one for one in found.sets if len(one.changes) == 2)
    draws = {change: (OnDraw((change, 0.0), {}),) * 3 for change in (0.5, 0.3, 0.2)}
    start, single, both = (
        replace(model, changes=pair.changes[:size], goals=(AIM.goals[0].bound - short, 1.0), draws=draws[short])
        for model, size, short in ((found.start, 0, 0.5), (found.singles[0], 1, 0.3), (pair, 2, 0.2))
    )
    gaining = replace(found, start=start, singles=(single,), sets=(both,))
    assert gaining.nearest == both
    # On one draw of three it comes no nearer: the second change is luck.
    luck = replace(both, draws=(*both.draws[:2], OnDraw((0.4, 0.0), {})))
    assert replace(gaining, sets=(luck,)).nearest == single
    assert replace(gaining, sets=(replace(both, draws=single.draws),)).nearest == single


@pytest.mark.parametrize("size", [1, 2, 3])
def test_what_was_tried_to_say_that_fewer_changes_are_not_enough_is_said(found: SearchResult, size: int) -> None:
    some = next(one for one in found.sets if len(one.changes) == 3)
    one = paying(found)
    answer = replace(one.singles[0], changes=some.changes[:size])
    answered = replace(one, singles=(), sets=(answer,), stopped=False)
    said = proof_words(answered).replace("\u00a0", " ")
    assert said.startswith("Aucun changement seul n'y suffit") == (size > 1)
    assert ("tous n'ont pas été essayés ensemble" in said) == (size > 2)
    assert conclusion(answered).endswith(proof_words(answered))
    assert proof_words(replace(answered, stopped=True)) == ""
    unsure = replace(answer, draws=())
    assert proof_words(replace(answered, sets=(unsure,))) == ""


def test_an_aim_that_nothing_reaches_is_said_and_the_nearest_given(prepared: Prepared, few: None) -> None:
    found = searched(prepared, IMPOSSIBLE)
    assert found.best is None
    assert found.nearest.missing > 0


def test_an_aim_already_reached_needs_no_change(prepared: Prepared, few: None) -> None:
    easy = AIM.model_copy(update={"goals": (Goal(measure="part_laissee", at_most=1),)})
    best = searched(prepared, easy).best
    assert best is not None
    assert best.changes == ()


def test_the_same_search_gives_the_same_answer(prepared: Prepared, few: None, found: SearchResult) -> None:
    again = searched(prepared)
    for name in ("singles", "sets", "front"):
        mine, its = ([[move.label for move in one.changes] for one in getattr(each, name)] for each in (found, again))
        assert mine == its
    assert again.always_out == found.always_out
    assert (again.tried, again.whole) == (found.tried, found.whole)


@pytest.mark.parametrize("after", [1, 40, 175, 200])
def test_stopped_at_any_time_it_gives_what_it_has(prepared: Prepared, few: None, after: int) -> None:
    search = Search(prepared, load_policy("tout_tout_de_suite"), AIM)
    seen = 0

    def stop() -> bool:
        return seen >= after

    for progress in search.steps(stop):
        seen += 1
        assert 0 < progress.tried <= progress.total
    found = search.result()
    assert found.stopped
    assert seen == after
    assert found.front
    assert found.tried + found.wide > min(after, 100)


def test_an_aim_that_keeps_everything_has_nothing_to_try_and_says_so(prepared: Prepared) -> None:
    kept = searched(prepared, AIM.model_copy(update={"keep": get_args(Family)}))
    assert (kept.singles, kept.sets, kept.tried, kept.wide) == ((), (), 1, 0)
    assert "Tout est gardé : il n'y a rien à essayer." in conclusion(kept).replace("\u00a0", " ")
    easy = AIM.model_copy(update={"keep": get_args(Family), "goals": (Goal(measure="part_laissee", at_most=1),)})
    assert "atteint déjà le but" in conclusion(searched(prepared, easy)).replace("\u00a0", " ")


def test_an_aim_that_leaves_one_setting_free_tries_it(prepared: Prepared, few: None) -> None:
    keep = tuple(one for one in get_args(Family) if one != "devoirs")
    free = searched(prepared, AIM.model_copy(update={"keep": keep}))
    assert {move.family for one in free.singles for move in one.changes} == {"devoirs"}
    assert "Tout est gardé" not in conclusion(free)


def test_the_best_pair_is_that_of_an_exhaustive_search(prepared: Prepared, monkeypatch: pytest.MonkeyPatch) -> None:
    """On few settings, with the whole school for a sample: every pair is tried here, one by one."""
    narrow = AIM.model_copy(update={"keep": tuple(set(get_args(Family)) - {"envois_groupes", "notes", "devoirs"})})
    policy = load_policy("tout_tout_de_suite")
    for name, count in {"PAIRED": 99, "TRIPLED": 0, "SHOWN_SETS": 99, "SAMPLED": 10**6}.items():
        monkeypatch.setattr(searching, name, count)
    found = searched(prepared, narrow)
    every = Search(prepared, policy, narrow).moves
    missing = []
    for first, second in combinations(every, 2):
        if first.setting != second.setting:
            figures = Figures(deliver(prepared, second.apply(first.apply(policy))))
            missing.append(sum(goal.missing(figures.value(goal)) for goal in narrow.goals))
    assert len(missing) >= 10
    assert min(one.missing for one in found.sets) == pytest.approx(min(missing))


def paying(found: SearchResult, **sides: float) -> SearchResult:
    """The same search, whose start reaches nothing and whose only single change reaches the aim at these figures."""
    start = replace(found.start, missing=1.0, sides=dict.fromkeys(SIDES, 0.5), left_out=np.zeros(20, dtype=bool))
    changed = {side: sides.get(side, start.sides[side]) for side in SIDES}
    before, after = (
        (OnDraw((short,) * len(found.aim.goals), harms(of, start.left_out)),) * CHANCE_DRAWS
        for short, of in ((1.0, start.sides), (0.0, changed))
    )
    start = replace(start, draws=before)
    single = replace(
        found.singles[0],
        policy=start.policy,
        missing=0.0,
        sides=changed,
        left_out=start.left_out.copy(),
        chance=gaps(before, after),
        draws=after,
        before=before,
    )
    return replace(found, start=start, singles=(single,), sets=())


@pytest.mark.parametrize(
    ("sides", "good"),
    [
        ({}, True),
        ({"travail_personnels": 0.55}, True),  # a tenth more is borne
        ({"travail_personnels": 0.57}, False),
        ({"part_informee": 0.45}, True),
        ({"part_informee": 0.43}, False),
        ({"part_informee": 0.9, "notifications_soir": 0.1}, True),
    ],
)
def test_what_reaches_the_aim_is_good_only_if_nothing_else_gets_much_worse(
    found: SearchResult, sides: dict[str, float], good: bool
) -> None:
    one = paying(found, **sides)
    assert one.best is not None
    assert one.good == good
    said = conclusion(one).replace("\u00a0", " ")
    assert "Un changement suffit pour atteindre le but" in said
    assert ("Le prix : " in said) != good


def test_what_is_much_worse_is_told_from_what_is_a_little_worse(found: SearchResult) -> None:
    one = paying(found, travail_personnels=0.57, notifications_soir=0.53)
    lines = [line.replace("\u00a0", " ") for line in cost_words(one, one.singles[0])]
    assert [line.rpartition(" : ")[2] for line in lines] == ["c'est moins bien.", "c'est nettement moins bien."]


def test_a_goal_that_is_lost_is_told_beside_what_is_paid(found: SearchResult) -> None:
    first = found.aim.goals[0]
    reached, missed = (first.bound, first.bound + 1) if LESS_IS_BETTER[first.measure] else (first.bound, 0.0)
    one = paying(found)
    single = replace(one.singles[0], goals=(missed, *one.singles[0].goals[1:]))
    kept = replace(one.singles[0], goals=(reached, *one.singles[0].goals[1:]))
    start = replace(one.start, goals=(reached, *one.singles[0].goals[1:]))
    for tried, lost in ((single, True), (kept, False)):
        so = replace(one, start=start, singles=(tried,))
        for said in (price_words(so, tried), " ".join(cost_words(so, tried))):
            assert ("Un but n'est plus atteint, sur ce tirage : « " in said.replace("\u00a0", " ")) == lost
        assert (upper_first(first.words()) in price_words(so, tried)) == lost
    # One that the policy as it is does not reach either is not lost.
    never = replace(one, start=replace(start, goals=single.goals), singles=(single,))
    assert "n'est plus atteint" not in price_words(never, single)


def test_beside_a_goal_a_number_keeps_the_decimals_that_tell_it_from_the_bound(found: SearchResult) -> None:
    goal = next(goal for goal in found.aim.goals if goal.measure == "notifications_par_semaine")
    one = paying(found, notifications_par_semaine=goal.bound + 0.01)
    line = next(line for line in cost_words(one, one.singles[0]) if "par semaine" in line)
    assert f"{goal.bound + 0.01:g}".replace(".", ",") in line


@pytest.mark.parametrize(("low", "said"), [(0.0, True), (0.01, False)])
def test_a_rank_that_chance_explains_says_so_in_the_table(found: SearchResult, low: float, said: bool) -> None:
    one = replace(found.singles[0], chance={found.aim.rank_by: gap(low, 0.3)}, rank=found.start.rank + 0.1)
    assert ("le hasard d'un tirage suffit" in value_by_chance(found, one)) == said
    assert by_chance(one) == ((found.aim.rank_by,) if said else ())
    assert by_chance(replace(one, chance={})) == ()
    # Nothing is explained of what stays the same.
    assert "hasard" not in value_by_chance(found, replace(one, rank=found.start.rank))


def test_families_left_out_are_part_of_the_price(found: SearchResult) -> None:
    one = paying(found)
    one.singles[0].left_out[:3] = True
    assert not one.good
    assert "Le prix : 3 familles sont laissées de côté au lieu d'aucune." in conclusion(one).replace("\u00a0", " ")


def gap(low: float, high: float) -> Interval:
    return Interval(mean=(low + high) / 2, low=low, high=high, draws=CHANCE_DRAWS)


@pytest.mark.parametrize(("low", "high", "told_apart"), [(0.01, 0.3, True), (0.0, 0.3, False), (-0.1, 0.3, False)])
def test_what_one_draw_is_enough_to_explain_is_not_said_to_be_much_worse(
    found: SearchResult, low: float, high: float, told_apart: bool
) -> None:
    """« Nettement moins bonne » was said of 19 families and 17, which the chance table said one draw cannot tell."""
    one = paying(found)
    one.singles[0].left_out[:3] = True
    one = replace(one, singles=(replace(one.singles[0], chance={"part_laissee": gap(low, high)}),))
    single = one.singles[0]
    assert price(one.start, single) == (("part_laissee",) if told_apart else ())
    assert one.good == (not told_apart)
    assert ("nettement" in verdict(one)) == told_apart
    assert ("Le prix" in price_words(one, single)) == told_apart
    said = "c'est nettement moins bien" if told_apart else "le hasard d'un tirage suffit à l'expliquer"
    whole = f"3 familles sont laissées de côté au lieu d'aucune : {said}."
    assert whole in " ".join(cost_words(one, single)).replace("\u00a0", " ")


def test_what_is_shown_meets_the_draws_of_the_policy_as_it_is(prepared: Prepared, found: SearchResult) -> None:
    checked = 0
    for one in (*found.front, *found.singles):
        if one.chance and checked < 3:
            pairs = [
                [Figures(deliver(each, policy)) for policy in (found.start.policy, one.policy)]
                for each in drawn(prepared)
            ]
            more = [
                after.of("notifications_par_semaine") - before.of("notifications_par_semaine")
                for before, after in pairs
            ]
            spread = one.chance["notifications_par_semaine"]
            assert (spread.low, spread.high, spread.draws) == (min(more), max(more), CHANCE_DRAWS)
            checked += 1
        # Nothing that the answer calls a price was left untried.
        assert one.chance or not one.changes or not price(found.start, one)
    assert checked == 3


def test_a_search_stopped_before_its_other_draws_says_that_it_saw_one(
    prepared: Prepared, few: None, found: SearchResult
) -> None:
    one = paying(found, travail_personnels=5.0)
    start, single = (replace(each, draws=(), before=(), chance={}) for each in (one.start, one.singles[0]))
    early = replace(one, start=start, singles=(single,))
    assert "une chose moins bonne sur ce seul tirage" in verdict(early).replace("\u00a0", " ")
    told = [verdict(early), conclusion(early), *cost_words(early, single)]
    assert not any("nettement" in words for words in told)
    assert all("sur ce seul tirage" in words for words in told if "au lieu" in words)
    assert len([words for words in told if "au lieu" in words]) >= 2
    drawn_too = replace(one.singles[0], chance={"travail_personnels": gap(1, 2)})
    assert "une chose nettement moins bonne." in verdict(replace(one, singles=(drawn_too,))).replace("\u00a0", " ")
    search = Search(prepared, load_policy("tout_tout_de_suite"), AIM)
    doing = [""]
    doing += (far.doing for far in search.steps(lambda: doing[-1].startswith("Ce qui est montré")))
    assert search.result().stopped
    assert not any(each.chance for each in search.result().front)


def test_a_unit_is_said_once_and_each_side_has_its_sentence(found: SearchResult) -> None:
    one = paying(found, notifications_par_semaine=5.0, part_informee=0.25, notifications_soir=0.001)
    assert [line.replace("\u00a0", " ") for line in cost_words(one, one.singles[0])] == [
        "25 % des messages sont lus à temps au lieu de 50 % : c'est nettement moins bien.",
        "Cela sonne en moyenne moins de 0,01 fois par responsable et par semaine entre 20 h et 7 h, hors urgences, au "
        "lieu de 0,5 : c'est mieux.",
        "Cela sonne en moyenne 5 fois par responsable et par semaine au lieu de 0,5 : c'est nettement moins bien.",
    ]


def test_no_change_of_a_list_keeps_its_capital_in_a_sentence(found: SearchResult) -> None:
    single, several, start = (
        replace(one, missing=far) for one, far in ((found.singles[0], 0.9), (found.sets[0], 0.5), (found.start, 1.0))
    )
    far = replace(found, singles=(single,), sets=(several,), start=start)
    *_, last = far.nearest.changes
    assert len(far.nearest.changes) > 1
    assert conclusion(far).endswith(f" ; {lower_first(last.label)}.".replace(" ;", "\u00a0;"))


def test_what_the_check_of_a_policy_would_newly_say_is_named_beside_its_price(found: SearchResult) -> None:
    """A first trail that sent a motif by several channels, which the check says, once named only its bells."""
    quiet, loud = load_policy("circulaire_2025"), load_policy("tout_tout_de_suite")
    calm, noisy = ({one.code: one.title for one in check(policy, DAY)} for policy in (quiet, loud))
    new = [title for code, title in noisy.items() if code not in calm]
    assert len(new) > 1
    one = paying(found)
    one = replace(one, start=replace(one.start, policy=quiet))
    for policy, titles in ((loud, new), (quiet, [])):
        single = replace(one.singles[0], policy=policy)
        found_so = replace(one, singles=(single,))
        for said in (conclusion(found_so), price_words(found_so, single), " ".join(cost_words(found_so, single))):
            remarks = said.replace("\u00a0", " ").partition("de plus :")[2]
            assert re.findall("« (.+?) »", remarks) == [title.replace("\u00a0", " ") for title in titles]


def test_the_verdict_counts_changes_price_and_remarks_and_names_none(found: SearchResult) -> None:
    quiet, loud = load_policy("circulaire_2025"), load_policy("tout_tout_de_suite")
    one = paying(found, travail_personnels=5.0, notifications_soir=5.0)
    firm = {measure: gap(0.1, 0.2) for measure in (*SIDES, "part_laissee")}
    one = replace(one, start=replace(one.start, policy=quiet), singles=(replace(one.singles[0], chance=firm),))
    long = replace(one.singles[0], policy=loud, changes=found.sets[0].changes, left_out=~one.start.left_out)
    remarks = len(replace(one, singles=(long,)).new_remarks(long))
    assert remarks > 1
    for single, said in (
        (replace(one.singles[0], policy=quiet), "2 choses nettement moins bonnes."),
        (long, f"3 choses nettement moins bonnes et {remarks} constats de plus."),
        (replace(long, sides=one.start.sides, left_out=one.start.left_out), f"{remarks} constats de plus."),
    ):
        many = ("Un changement suffit", "Deux changements", "Trois changements")[len(single.changes) - 1]
        words = verdict(replace(one, singles=(single,))).replace("\u00a0", " ")
        assert words.startswith(many)
        assert words.endswith(f" pour atteindre le but. Le prix : {said}")
        assert len(words) < 130  # six lines of a telephone
    free = replace(one, singles=(replace(one.singles[0], policy=quiet, sides=one.start.sides),))
    assert verdict(free) == "Un changement suffit pour atteindre le but."
    reached = replace(one.start, missing=0.0)
    assert verdict(replace(one, start=reached)) == conclusion(replace(one, start=reached))
    far = replace(one, singles=(replace(one.singles[0], missing=0.5),))
    assert verdict(far).replace("\u00a0", " ") == f"Aucune des {far.tried} politiques essayées n'atteint le but."


def test_where_only_the_start_was_tried_it_is_not_one_of_several(found: SearchResult) -> None:
    start = replace(found.start, missing=1.0)
    alone = replace(found, start=start, singles=(), sets=(), tried=1, whole=1, wide=0, always_out={}, stopped=True)
    said = "La politique telle qu'elle est n'atteint pas le but, et aucune autre n'est essayée."
    assert verdict(alone).replace("\u00a0", " ") == said
    assert conclusion(alone).replace("\u00a0", " ") == said
    assert always_out_words(alone).endswith("informée par la politique telle qu'elle est.")
    two = replace(alone, tried=2)
    assert conclusion(two).replace("\u00a0", " ") == (
        "Aucune des 2 politiques essayées n'atteint le but. Aucune ne s'en approche plus."
    )
    assert "l'une au moins des politiques essayées" in always_out_words(two).replace("\u00a0", " ")


def test_one_more_remark_is_said_in_the_singular(found: SearchResult) -> None:
    start = load_policy("circulaire_2025")
    purposes = {**start.purposes, "mot": start.purposes["mot"].model_copy(update={"channels": ("ent", "carnet")})}
    one = paying(found)
    single = replace(one.singles[0], policy=start.model_copy(update={"purposes": purposes}))
    one = replace(one, start=replace(one.start, policy=start), singles=(single,))
    said = price_words(one, single).replace("\u00a0", " ")
    assert said == "Un constat de plus : « Un motif passe par plusieurs canaux »."


def test_a_longer_way_that_costs_nothing_comes_before_a_short_one_that_costs(found: SearchResult) -> None:
    one = paying(found, travail_personnels=5.0)
    free = replace(one.singles[0], changes=found.sets[0].changes, sides=one.start.sides)
    assert replace(one, sets=(free,)).best == free
    assert replace(one, sets=(free,)).good


def test_figures_say_what_the_indicators_say(prepared: Prepared) -> None:
    trace = deliver(prepared, load_policy("equilibree"))
    figures, known = Figures(trace), indicators(trace)
    assert figures.of("part_informee") == pytest.approx(known.reach.share)
    assert figures.left_out.sum() == len(known.left_out_families)
    for one in known.by_purpose:
        goal = Goal(measure="part_informee", purpose=one.purpose, at_least=0)
        assert figures.value(goal) == pytest.approx(one.share)
    for reach in known.by_profile:
        goal = Goal(measure="part_laissee", profile=reach.profile, at_most=1)
        written = figures.written[prepared.family_profile == [*_profiles()].index(reach.profile)].sum()
        assert figures.value(goal) == pytest.approx(reach.left_out / written)


def _profiles() -> tuple[str, ...]:
    from liaison.messaging.vocabulary import PROFILES

    return PROFILES


def test_a_longer_delay_never_counts_fewer_families(prepared: Prepared) -> None:
    figures = Figures(deliver(prepared, load_policy("equilibree")))
    goal = Goal(measure="part_prevenue", purpose="absence", within_min=1, at_least=0)
    shares = [figures.value(replace_goal(goal, minutes)) for minutes in (1, 30, 60, 240, 1440, 10080)]
    assert shares == sorted(shares)
    assert shares[-1] <= figures.value(Goal(measure="part_informee", purpose="absence", at_least=0))


def replace_goal(goal: Goal, minutes: int) -> Goal:
    return goal.model_copy(update={"within_min": minutes})


def test_what_is_grouped_rings_once_and_a_night_without_bells_is_quiet(prepared: Prepared) -> None:
    policy = load_policy("tout_tout_de_suite")
    weekly = policy
    for purpose in policy.purposes:
        weekly = weekly.with_purpose(purpose, rhythm="hebdomadaire")
    often, rarely = (Figures(deliver(prepared, each)) for each in (policy, weekly))
    assert rarely.of("notifications_par_semaine") < often.of("notifications_par_semaine") / 3
    # A weekly digest on each of two channels at most, and what is urgent.
    assert rarely.of("notifications_par_semaine") < 4
    assert rarely.of("notifications_soir") <= often.of("notifications_soir")


def test_work_grows_with_calls_and_paper_and_not_with_messages(prepared: Prepared) -> None:
    policy = load_policy("equilibree")
    calls = policy.with_purpose("circulaire", channels=("telephone",), fallback=None)
    more = policy.with_purpose("circulaire", channels=("ent", "sms"), fallback=policy.purposes["circulaire"].fallback)
    plain, called, sent = (Figures(deliver(prepared, each)).of("travail_personnels") for each in (policy, calls, more))
    assert called > plain
    assert sent <= plain


def test_a_search_under_another_day_follows_the_rules_of_that_day(prepared: Prepared) -> None:
    early = Search(replace(prepared), load_policy("equilibree"), AIM, on=dt.date(2024, 9, 2))
    assert early.start.goals == Search(prepared, load_policy("equilibree"), AIM).start.goals
