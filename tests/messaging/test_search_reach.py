"""« Laissées de côté quoi qu'on essaie » : a hard word about families, true of everything that was tried."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from liaison.messaging.delivery.simulate import Period, deliver
from liaison.messaging.policy.compliance import check
from liaison.messaging.policy.moves import Move
from liaison.messaging.policy.policy import Policy, load_policy, preset_names
from liaison.messaging.search import search as searching
from liaison.messaging.search.aims import Aim, Family, Figures, Goal
from liaison.messaging.search.reach import BY_PURPOSE, OF_THE_POLICY, widest
from liaison.messaging.search.search import Search
from liaison.messaging.search.tried import Tried
from liaison.messaging.search.words import always_out_words
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.fictitious.generator import generate

DAY = dt.date(2026, 11, 2)
QUIET = (Goal(measure="notifications_soir", at_most=0), Goal(measure="notifications_par_semaine", at_most=5))
LIGHT = (Goal(measure="travail_personnels", at_most=1),)
FEW = {"PAIRED": 8, "TRIPLED": 5, "SHOWN_SINGLES": 6, "SHOWN_SETS": 8, "SAMPLED": 20, "MORE": 1}
KEEPS: tuple[tuple[Family, ...], ...] = ((), ("canaux",), ("replis", "langues"), ("canaux", "replis", "destinataires"))


def school_of(kind: str, pupils: int, ips: int, seed: int) -> Prepared:
    made = Aggregates.model_validate({"name": "Essai (fictif)", "kind": kind, "pupils": pupils, "ips": ips})
    return prepare(generate(made, seed), Period(DAY, 2), seed)


@pytest.fixture(scope="module")
def schools() -> dict[str, Prepared]:
    return {"college": school_of("college", 150, 80, 3), "ecole": school_of("ecole", 90, 75, 5)}


class Watched(Search):
    """A search that remembers the policies tried on some families only."""

    def __init__(self, prepared: Prepared, policy: Policy, aim: Aim) -> None:
        self.on_sample: list[Policy] = []
        super().__init__(prepared, policy, aim)

    def screen(self, changes: tuple[Move, ...]) -> Tried:
        one = super().screen(changes)
        self.on_sample.append(one.policy)
        return one


def searched(prepared: Prepared, policy: str, aim: Aim, stop_after: int | None = None) -> Watched:
    search = Watched(prepared, load_policy(policy), aim)
    with pytest.MonkeyPatch.context() as patch:
        for name, count in FEW.items():
            patch.setattr(searching, name, count)
        for number, _ in enumerate(search.steps(), start=1):
            if number == stop_after:
                break
    return search


def settings(policy: Policy, family: Family) -> object:
    if family in BY_PURPOSE:
        return {purpose: getattr(one, BY_PURPOSE[family]) for purpose, one in policy.purposes.items()}
    return getattr(policy, OF_THE_POLICY[family])


def laws(policy: Policy) -> set[str]:
    return {one.code for one in check(policy, DAY) if one.rule.kind in ("loi", "reglement")}


def permitted(policy: Policy, start: Policy, keep: tuple[Family, ...]) -> bool:
    return all(settings(policy, one) == settings(start, one) for one in keep) and laws(policy) <= laws(start)


@pytest.mark.parametrize(
    ("place", "start", "goals", "keep"),
    [
        ("college", "tout_tout_de_suite", QUIET, ("destinataires", "ecriture")),
        ("college", "tout_tout_de_suite", LIGHT, ()),
        ("college", "equilibree", QUIET, ("canaux",)),
        ("college", "vie_scolaire", LIGHT, ("replis", "langues")),
        ("ecole", "tout_tout_de_suite", QUIET, ()),
        ("ecole", "ent_un_deux", LIGHT, ("canaux", "replis")),
    ],
)
def test_no_family_left_out_whatever_is_tried_is_kept_informed_by_a_model_or_a_policy_tried(
    schools: dict[str, Prepared], place: str, start: str, goals: tuple[Goal, ...], keep: tuple[Family, ...]
) -> None:
    prepared, policy = schools[place], load_policy(start)
    search = searched(prepared, start, Aim(name="Essai", goals=goals, keep=keep))
    models = [one for one in map(load_policy, preset_names()) if permitted(one, policy, keep)]
    tried = [*search.on_sample, *(one.policy for one in search.on_whole.values())]
    assert len(tried) > 20
    assert start in {name for name in preset_names() if load_policy(name) in models}
    out = search.always_out
    for one in (*models, *tried):
        assert not (out & ~Figures(deliver(prepared, one)).left_out).any()
    assert sum(search.result().always_out.values()) == out.sum()


def test_what_was_tried_on_some_families_only_counts_for_all(
    schools: dict[str, Prepared], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the widest policies: what single changes and sets reach, beyond those simulated whole."""
    monkeypatch.setattr(searching, "widest", lambda *_: ())
    search = searched(schools["college"], "tout_tout_de_suite", Aim(name="Essai", goals=LIGHT))
    whole = np.logical_and.reduce([one.left_out for one in (search.start, *search.on_whole.values())])
    assert len(search.on_sample) + len(search.on_whole) + 1 == search.result().tried
    screened = [Figures(deliver(search.prepared, one)).left_out for one in search.on_sample]
    every = np.logical_and.reduce([whole, *screened])
    assert every.sum() < whole.sum()
    assert (search.always_out == every).all()


@pytest.mark.parametrize("keep", KEEPS)
def test_a_policy_tried_for_its_reach_keeps_what_the_team_keeps(
    schools: dict[str, Prepared], keep: tuple[Family, ...]
) -> None:
    start = load_policy("tout_tout_de_suite")
    found = widest(start, schools["college"].people.languages, keep)
    assert len(found) > 3
    for one in found:
        assert one != start
        assert all(settings(one, family) == settings(start, family) for family in keep)
    assert len({one.model_dump_json() for one in found}) == len(found)


def test_when_everything_is_kept_nothing_is_tried_for_its_reach() -> None:
    assert widest(load_policy("equilibree"), ("fr", "bm"), get_args(Family)) == ()


def test_each_family_of_settings_has_its_place() -> None:
    assert {*BY_PURPOSE, *OF_THE_POLICY} == set(get_args(Family))
    assert not set(BY_PURPOSE) & set(OF_THE_POLICY)


def test_what_a_law_forbids_is_not_tried_for_its_reach(
    schools: dict[str, Prepared], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Policy] = []

    def watched(prepared: Prepared, policy: Policy) -> object:
        seen.append(policy)
        return deliver(prepared, policy)

    search = Search(schools["ecole"], load_policy("equilibree"), Aim(name="Essai", goals=QUIET))
    refused = [
        one
        for one in widest(search.policy, search.prepared.people.languages, ())
        if not laws(one) <= laws(search.policy)
    ]
    assert refused
    monkeypatch.setattr(searching, "deliver", watched)
    for _ in search.try_widest():
        pass
    assert seen
    assert not any(one in refused for one in seen)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_sentence_says_how_many_policies_chosen_how_and_what_left_out_means(schools: dict[str, Prepared]) -> None:
    found = searched(schools["college"], "tout_tout_de_suite", Aim(name="Essai", goals=QUIET)).result()
    several = replace(found, always_out={"lit_mal_francais": 2}, whole=41, wide=16)
    assert plain(always_out_words(several)) == (
        "2 familles sont laissées de côté (plus de la moitié de ce qui leur est écrit leur échappe) dans chacune des "
        "57 politiques simulées en entier, dont 16 choisies pour joindre le plus de familles : 2 « lit mal le "
        "français ». Rien de ce qui a été essayé ne les tient informées : il y faut sans doute autre chose qu'un "
        "message."
    )
    one = plain(always_out_words(replace(several, always_out={"lit_mal_francais": 1})))
    assert one.startswith("Une famille est laissée de côté")
    assert "ne la tient informée :" in one
    nobody = plain(always_out_words(replace(several, always_out={})))
    assert nobody == "Chaque famille est tenue informée par l'une au moins des politiques essayées."


def test_a_search_that_was_stopped_does_not_say_that_nothing_reaches_them(schools: dict[str, Prepared]) -> None:
    search = searched(schools["college"], "tout_tout_de_suite", Aim(name="Essai", goals=QUIET), stop_after=1)
    found = search.result()
    assert found.always_out
    said = plain(always_out_words(found))
    assert "La recherche a été arrêtée" in said
    assert "autre chose qu'un message" not in said


def test_where_nothing_could_be_tried_the_policy_as_it_is_is_named(schools: dict[str, Prepared]) -> None:
    kept = searched(schools["college"], "tout_tout_de_suite", Aim(name="Essai", goals=QUIET, keep=get_args(Family)))
    said = plain(always_out_words(kept.result()))
    assert "sous la politique telle qu'elle est" in said
    assert "autre chose qu'un message" not in said
    assert sum(kept.result().always_out.values()) == np.count_nonzero(kept.start.left_out)
