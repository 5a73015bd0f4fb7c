"""Ce que l'oracle a trouvé de faux dans le moteur, un essai par faute."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from messaging.test_simulate import UNREACHED
from oracle.tiny import family_of_one

from liaison.messaging.delivery.simulate import deliver
from liaison.messaging.policy.policy import Policy, load_policy
from liaison.messaging.reading.indicators import indicators
from liaison.messaging.traffic.clock import NEVER, Clock, Period, clock_for
from liaison.messaging.traffic.draws import Pairs, kept, uniform
from liaison.messaging.traffic.hypotheses import HypothesesError, load_hypotheses, with_values
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.school.fictitious.generator import school_from
from liaison.school.tables import School

AUTUMN = Period(dt.date(2026, 10, 12), 3)
SPRING = Period(dt.date(2027, 3, 15), 3)


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    return prepare(school_from("ecole_6_classes", 3), Period(dt.date(2026, 11, 3), 3), seed=5)


def minute(clock: Clock, moment: str) -> np.ndarray:
    since = pd.Timestamp(moment, tz="Europe/Paris") - pd.Timestamp(clock.start, tz="Europe/Paris")
    return np.array([since // pd.Timedelta(minutes=1)], dtype=np.int32)


def weekly(policy: Policy) -> Policy:
    for purpose in policy.purposes:
        policy = policy.with_purpose(purpose, rhythm="hebdomadaire")
    return policy


def test_every_message_of_a_weekly_digest_rings_whatever_the_day_it_is_written(prepared: Prepared) -> None:
    table = deliver(prepared, weekly(load_policy("tout_tout_de_suite"))).table()
    held = table[table["channel"].isin(["ent", "courriel"]) & (table["purpose"] != "urgence")]
    held = held[~held["reason"].isin(UNREACHED)]
    assert len(held) > 1000
    assert held["notified_at"].notna().all()
    assert set(held["notified_at"].dt.strftime("%w %H:%M")) == {"5 17:00"}
    assert ((held["notified_at"] - held["released_at"]) < pd.Timedelta(days=7)).all()


def test_paper_given_out_on_a_day_without_class_leaves_on_the_next_class_day(prepared: Prepared) -> None:
    policy = load_policy("papier_d_abord")
    sunday = policy.changed(marks={"pupils_after_days": 3, "parents_after_pupils_days": 0})
    sunday = sunday.with_purpose("notes", channels=("affichage",))
    table = deliver(prepared, sunday).table()
    pupils = table[(table["purpose"] == "notes") & (table["recipient_kind"] == "eleves")]
    away = pupils[pupils["released_at"].dt.day_of_week >= 5]
    assert len(away) > 20
    assert set(away["seen_at"].dt.strftime("%w %H:%M")) == {"1 16:30"}


@pytest.mark.parametrize(("period", "sunday"), [(AUTUMN, "2026-10-25"), (SPRING, "2027-03-28")])
def test_a_week_ends_at_local_midnight_even_when_the_clock_changes(period: Period, sunday: str) -> None:
    clock = clock_for("B", "college", period)
    before, after = minute(clock, f"{sunday} 23:59"), minute(clock, f"{sunday} 23:59") + 1
    assert clock.week_of(before)[0] + 1 == clock.week_of(after)[0] == 2


@pytest.mark.parametrize("sunday", ["2026-10-25", "2027-03-28"])
def test_a_visit_falls_at_the_same_local_hour_on_the_day_of_a_clock_change(sunday: str) -> None:
    clock = clock_for("B", "college", AUTUMN if sunday.startswith("2026") else SPRING)
    at = clock.at_minutes(np.array([17 * 60 + 30]))[0]
    day = (pd.Timestamp(sunday) - pd.Timestamp(clock.start)).days
    assert at[day] == minute(clock, f"{sunday} 17:30")[0]
    assert at[day - 1] == minute(clock, str(pd.Timestamp(f"{sunday} 17:30") - pd.Timedelta(days=1)))[0]


def test_who_comes_first_for_one_of_two_pupils_is_written_to_when_only_the_first_is() -> None:
    """R1 comes second for E1 and first for E2: a message to the whole school is for R1 too."""
    one = family_of_one("B")
    people = pd.concat([one.people, one.people.replace({"E1": "E2", "R1": "R2"})], ignore_index=True)
    members = pd.concat([one.memberships, one.memberships.replace({"E1": "E2"})], ignore_index=True)
    links = pd.DataFrame(
        [("E1", "R2", "pere", 1, 1.0), ("E1", "R1", "mere", 2, 1.0), ("E2", "R1", "mere", 1, 1.0)],
        columns=list(one.links.columns),
    )
    school = School(**{**vars(one), "people": people, "memberships": members, "links": links})
    policy = load_policy("tout_tout_de_suite").with_purpose("circulaire", recipients="un")
    table = deliver(prepare(school, Period(dt.date(2026, 11, 2), 6), 1), policy).table()
    found = table[table["purpose"] == "circulaire"]
    assert len(found) > 0
    assert set(found.loc[found["recipient"] == "R1", "pupil"]) == {"E2"}
    assert "non_destinataire" not in set(found["reason"])


def test_the_office_is_closed_on_a_public_holiday_and_open_the_day_after(prepared: Prepared) -> None:
    office = prepared.timing.office_slots[prepared.clock.slot_of(minute(prepared.clock, "2026-11-11 10:00"))]
    after = prepared.timing.office_slots[prepared.clock.slot_of(minute(prepared.clock, "2026-11-12 10:00"))]
    assert (office[0], after[0]) == (False, True)


def test_a_draw_that_is_kept_never_reaches_one() -> None:
    edge = np.array([2.0**-54, 0.5, 1 - 2.0**-53, 1.0])
    assert (kept(edge) < 1).all()
    assert (kept(edge) > 0).all()
    drawn = uniform(3, "essai", np.arange(1000))
    assert np.abs(kept(drawn) - drawn).max() < 2.0**-24


def test_what_is_sure_always_happens_even_on_the_highest_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    """A draw rounded to 1 sent home to the other household one paper in thirty million, with one household only."""
    draw = Pairs.uniform
    monkeypatch.setattr(Pairs, "uniform", lambda pairs, *which: np.full_like(draw(pairs, *which), 1 - 2.0**-53))
    period = Period(dt.date(2026, 11, 3), 3)
    prepared = prepare(school_from("ecole_6_classes", 3), period, seed=5)
    table = deliver(prepared, load_policy("papier_d_abord")).table()
    paper = table[(table["channel"] == "carnet") & (table["recipient_kind"] == "responsables")]
    links = prepared.school.links.set_index(["eleve", "responsable"])["part_residence"]
    whole = [links[pair] == 1 for pair in zip(paper["pupil"], paper["recipient"], strict=True)]
    assert sum(whole) > 100
    assert paper.loc[whole, "seen_at"].notna().all()


def test_what_is_held_in_july_leaves_in_september() -> None:
    calm = load_policy("circulaire_2025")
    quiet = {name: hours.model_copy(update={"school_holidays": True}) for name, hours in calm.quiet.items()}
    last_week = prepare(school_from("ecole_6_classes", 3), Period(dt.date(2027, 6, 28), 1), seed=5)
    table = deliver(last_week, calm.changed(quiet=quiet)).table()
    last_evening = table["released_at"] >= pd.Timestamp("2027-07-02 20:00", tz="Europe/Paris")
    held = table[last_evening & (table["channel"] == "vie_scolaire") & (table["purpose"] != "urgence")]
    held = held[~held["reason"].isin(UNREACHED)]
    assert len(held) > 0
    assert set(held["notified_at"].dt.strftime("%d/%m %H:%M")) == {"01/09 07:00"}


def test_a_message_of_sunday_evening_weighs_on_its_own_week_after_a_clock_change() -> None:
    """Seven local days: what rings on the Sunday at 23:30 is not counted with the Monday that follows."""
    school = school_from("ecole_6_classes", 3)
    clock_change = Period(dt.date(2027, 3, 22), 2)
    trace = deliver(prepare(school, clock_change, seed=5), load_policy("tout_tout_de_suite"))
    rung = trace.notified[trace.notified < NEVER].copy()
    trace.notified[trace.notified < NEVER] = minute(trace.prepared.clock, "2027-03-28 23:30")
    load = indicators(trace).load
    assert rung.size > 1000
    adults = school.responsables["id"]
    table = trace.table()
    per_week = table.loc[table["notified_at"].notna(), "recipient"].value_counts().reindex(adults, fill_value=0)
    both_weeks = np.concatenate([per_week.to_numpy(), np.zeros(len(adults))])
    assert (load.per_week_median, load.per_week_p95) == tuple(np.quantile(both_weeks, [0.5, 0.95]))


@pytest.mark.parametrize("said", ["21:30-17:30", "02:00-05:00", "17h30-21h30", "17:30"])
def test_an_hour_of_visit_that_cannot_be_is_refused(said: str) -> None:
    with pytest.raises(HypothesesError, match="moments"):
        with_values(load_hypotheses(AUTUMN.start), {"moments": {"visite": said}})
    with_values(load_hypotheses(AUTUMN.start), {"moments": {"visite": "03:00-05:00"}})
