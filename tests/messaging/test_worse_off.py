"""Lending may leave a family out: once connected, it gets no paper any more, and seldom opens the ENT."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from oracle.tiny import family_of_one

from liaison.messaging.delivery.simulate import Period, simulate
from liaison.messaging.policy.policy import Policy, load_policy
from liaison.messaging.reading.worse_off import SchoolReach, reached, worse_off
from liaison.messaging.traffic.hypotheses import load_hypotheses, with_values
from liaison.school.vocabulary import SchoolKind

START = dt.date(2026, 11, 2)
KIND: SchoolKind = "college"


def home(connection: str, policy: Policy, opens: float) -> SchoolReach:
    """What messages do for one responsable with this connection, who opens this share of notifications."""
    school = family_of_one("B")
    people = school.people.set_index("id", drop=False)
    people.loc["R1", ["connexion", "competences"]] = [connection, "fragile"]
    hypotheses = with_values(
        load_hypotheses(START), {"reaction": {"ouvre": {"fragile": opens}}, "paper": {"perdu": {KIND: 0.0}}}
    )
    people = people.reset_index(drop=True)
    return reached(simulate(replace(school, people=people), policy, Period(START, 6), 5, hypotheses))


def with_paper() -> Policy:
    """Everything by the ENT, with paper for who cannot be reached by it."""
    policy = load_policy("circulaire_2025")
    for purpose in policy.purposes:
        policy = policy.with_purpose(purpose, channels=("ent",), fallback="carnet", rhythm="immediat")
    return policy


@pytest.mark.parametrize(("opens", "out"), [(0.0, {0}), (1.0, set())])
def test_a_connected_home_that_never_opens_the_ent_loses_the_paper_that_it_read(opens: float, out: set[int]) -> None:
    before, after = (home(connection, with_paper(), opens) for connection in ("aucune", "mobile"))
    assert before.backed_up[0] > 0
    assert after.backed_up[0] == 0
    found = worse_off(before, after)
    assert (found.families, found.without_fallback) == (out, out)


def test_a_school_without_any_fallback_takes_none_away() -> None:
    bare = with_paper()
    for purpose in bare.purposes:
        bare = bare.with_purpose(purpose, fallback=None)
    before, after = (home(connection, bare, 0.0) for connection in ("aucune", "mobile"))
    assert worse_off(before, after).families == set()
    assert worse_off(after, before).without_fallback == set()
