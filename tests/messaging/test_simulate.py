"""Lois de la simulation : rien n'est perdu, rien ne sonne aux heures calmes, même graine même trace."""

import datetime as dt
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any, cast

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.messaging.delivery.simulate import Period, Trace, deliver, simulate
from liaison.messaging.policy.policy import HeldHours, Policy, PurposeSettings
from liaison.messaging.traffic.columns import chosen, take
from liaison.messaging.traffic.draws import Pairs, uniform
from liaison.messaging.traffic.hypotheses import load_hypotheses
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.messaging.traffic.traffic import PURPOSE_CODE
from liaison.messaging.vocabulary import AUDIENCES, DAYS, DIGITAL, HELD_HOURS, PURPOSES, Channel
from liaison.school.calendar import school_calendar
from liaison.school.fictitious.aggregates import load_preset
from liaison.school.fictitious.generator import generate
from liaison.school.tables import School
from liaison.school.vocabulary import Zone
from strategies import policies

# Each holds what hurts: a clock change, the edge of a holiday, a public holiday; one zone each.
PERIODS = {
    "A, passage à l'heure d'hiver et Toussaint": ("A", Period(dt.date(2026, 10, 12), 5)),
    "C, passage à l'heure d'été": ("C", Period(dt.date(2027, 3, 22), 3)),
    "B, Noël": ("B", Period(dt.date(2026, 12, 14), 4)),
}
NIGHTS = dict.fromkeys(DAYS, ("00:00-07:00", "20:00-24:00"))


@cache
def small_school(zone: str) -> School:
    return generate(load_preset("ecole_6_classes").model_copy(update={"zone": zone}), seed=3)


@cache
def prepared_for(name: str) -> Prepared:
    zone, period = PERIODS[name]
    usual = load_hypotheses(period.start)
    # Emergencies are rare: some are needed for what is said of them to be checked.
    urgent = usual.traffic["urgence"].model_copy(update={"par_semaine": {"ecole": 4.0}})
    often = usual.model_copy(update={"traffic": {**usual.traffic, "urgence": urgent}})
    return prepare(small_school(zone), period, seed=11, hypotheses=often)


# Reasons that a channel cannot reach somebody at all: nothing rings there.
UNREACHED = ("compte_non_active", "sans_equipement", "ne_se_connecte_pas", "numero_inconnu", "adresse_inconnue")


def reached(table: pd.DataFrame) -> pd.DataFrame:
    """Return what was published to somebody whom its channel can reach."""
    return table[table["released_at"].notna() & ~table["reason"].isin(UNREACHED)]


def plain_policy(**changes: object) -> Policy:
    everything = {purpose: PurposeSettings(channels=("ent",)) for purpose in PURPOSES}
    return Policy(name="simple", purposes=everything, quiet={key: HeldHours() for key in AUDIENCES}).changed(**changes)


def held_moments(hours: HeldHours, zone: Zone, times: pd.Series) -> pd.Series:
    """Whether each time is held back, read afresh from the policy's words, half-hour ranges and the calendar."""
    minute = times.dt.hour * 60 + times.dt.minute
    quiet = pd.Series(False, index=times.index)
    for day, ranges in hours.week.items():
        for text in ranges:
            first, last = (int(part[:2]) * 60 + int(part[3:]) for part in text.split("-"))
            quiet |= (times.dt.day_of_week == DAYS.index(day)) & (minute >= first) & (minute < last)
    if times.empty or not (hours.school_holidays or hours.public_holidays):
        return quiet
    first, last = times.min().date(), times.max().date() + dt.timedelta(days=1)
    days = school_calendar(zone, first, last, "ecole")
    for wanted, column in ((hours.school_holidays, "school_holiday"), (hours.public_holidays, "public_holiday")):
        if wanted:
            silent = set(pd.DatetimeIndex(days.index[days[column]]).date)
            quiet |= times.dt.date.isin(silent)
    return quiet


over_policies = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
any_period = st.sampled_from(list(PERIODS))


@over_policies
@given(policy=policies(), name=any_period)
def test_nothing_rings_while_held_back_and_nothing_appears_while_suspended_except_what_passes(
    policy: Policy, name: str
) -> None:
    zone = cast(Zone, PERIODS[name][0])
    table = deliver(prepared_for(name), policy).table()
    on_line = table[table["channel"].isin(DIGITAL)]
    watched = {"suspended": ("released_at", "notified_at"), "quiet": ("notified_at",)}
    for setting, audience in product(HELD_HOURS, AUDIENCES):
        hours = policy.hours(setting)[audience]
        mine = on_line[(on_line["recipient_kind"] == audience) & ~on_line["purpose"].isin({*hours.passes, "urgence"})]
        for moment in watched[setting]:
            times = mine[moment].dropna()
            assert not held_moments(hours, zone, times).any(), (setting, moment)


@over_policies
@given(policy=policies(), name=any_period)
def test_nothing_is_lost(policy: Policy, name: str) -> None:
    prepared = prepared_for(name)
    trace = deliver(prepared, policy)
    assert set(trace.row) == set(range(len(prepared.rows.message)))
    table = trace.table()
    assert (table["informed"] == (table["reason"] == "informe")).all()
    assert (table["seen_at"].notna() | ~table["informed"]).all()


@over_policies
@given(policy=policies(), name=any_period)
def test_nothing_is_sent_twice_on_one_channel(policy: Policy, name: str) -> None:
    table = deliver(prepared_for(name), policy).table()
    assert not table.duplicated(["message_id", "recipient", "channel"]).any()


@over_policies
@given(policy=policies(), name=any_period)
def test_an_urgent_message_never_waits(policy: Policy, name: str) -> None:
    assert (prepared_for(name).purpose == PURPOSE_CODE["urgence"]).sum() > 100
    table = deliver(prepared_for(name), policy).table()
    urgent = reached(table[(table["purpose"] == "urgence") & table["channel"].isin(DIGITAL)])
    assert (urgent["notified_at"] == urgent["created_at"]).all()


@over_policies
@given(policy=policies(), name=any_period)
def test_what_cannot_ring_is_not_said_to_ring(policy: Policy, name: str) -> None:
    """An account that nobody activated, a home without device, a wrong number: the glossary says « ne reçoit rien »."""
    table = deliver(prepared_for(name), policy).table()
    unreached = table[table["reason"].isin(UNREACHED)]
    assert unreached["notified_at"].isna().all()
    assert unreached["seen_at"].isna().all()


@over_policies
@given(policy=policies(), name=any_period)
def test_time_only_goes_forward(policy: Policy, name: str) -> None:
    table = deliver(prepared_for(name), policy).table()
    before = pd.Timestamp("2000-01-01", tz="Europe/Paris")
    for later, earlier in (("released_at", "created_at"), ("notified_at", "released_at"), ("seen_at", "released_at")):
        known = table[later].notna()
        assert (table.loc[known, later] >= table.loc[known, earlier].fillna(before)).all()


@over_policies
@given(policy=policies(), name=any_period)
def test_held_messages_leave_unless_nothing_ever_opens(policy: Policy, name: str) -> None:
    """An immediate message rings at the latest when its audience has had one open half-hour a week."""
    open_weeks = all(not hours.mask().all() and not hours.school_holidays for hours in policy.quiet.values())
    table = deliver(prepared_for(name), policy).table()
    immediate = [purpose for purpose in PURPOSES if policy.purposes[purpose].rhythm == "immediat"]
    concerned = reached(table[table["channel"].isin(DIGITAL) & table["purpose"].isin(immediate)])
    if open_weeks:
        assert concerned["notified_at"].notna().all()
        assert ((concerned["notified_at"] - concerned["released_at"]) <= pd.Timedelta(days=8)).all()


@pytest.mark.parametrize("block_size", [1, 500, 10**9])
def test_the_trace_does_not_depend_on_the_size_of_the_blocks(block_size: int) -> None:
    zone, period = PERIODS["B, Noël"]
    policy = plain_policy(quiet={key: HeldHours(week=NIGHTS) for key in AUDIENCES})
    whole = simulate(small_school(zone), policy, period, seed=5)
    parts = simulate(small_school(zone), policy, period, seed=5, block_size=block_size)
    pd.testing.assert_frame_equal(whole.table(), parts.table())


@over_policies
@given(policy=policies(), name=any_period, block_size=st.integers(1, 3000))
def test_no_policy_gives_another_trace_in_blocks(policy: Policy, name: str, block_size: int) -> None:
    prepared = prepared_for(name)
    whole, parts = deliver(prepared, policy, len(prepared.rows.message)), deliver(prepared, policy, block_size)
    pd.testing.assert_frame_equal(whole.table(), parts.table())


def test_a_row_points_to_the_copy_of_its_message_for_its_sort_of_recipient() -> None:
    prepared = prepared_for("B, Noël")
    batches, batch = prepared.batches, prepared.batch
    assert (batches.message[batch] == prepared.rows.message).all()
    assert (batches.kind[batch] == prepared.kind).all()
    assert (batches.second[batch] == (prepared.rows.rank == 2)).all()
    assert len(np.unique(batch)) == len(batches.message) < len(batch)


def test_a_period_in_which_nothing_is_written_gives_an_empty_trace() -> None:
    prepared = prepared_for("B, Noël")
    nothing = slice(0, 0)
    silent = replace(prepared, rows=take(prepared.rows, nothing), draws=take(prepared.draws, nothing))
    assert len(deliver(silent, plain_policy()).table()) == 0
    assert len(deliver(prepared, plain_policy()).table()) > 0


def test_all_who_share_a_copy_get_it_at_the_same_time() -> None:
    policy = plain_policy(quiet={key: HeldHours(week=NIGHTS) for key in AUDIENCES})
    table = deliver(prepared_for("B, Noël"), policy.with_purpose("mot", recipients="un")).table()
    other = table["reason"].isin({"non_destinataire", *UNREACHED})
    same = table.groupby(["message_id", "recipient_kind", other], observed=True)
    assert (same["notified_at"].nunique() <= 1).all()
    assert same.size().max() > 20


@given(
    st.lists(st.tuples(st.booleans(), *[st.integers(-(2**31), 2**31 - 1)] * 2), max_size=40),
    st.sampled_from([np.int8, np.int32]),
)
def test_chosen_is_where_without_branches(cells: list[tuple[bool, int, int]], kind: Any) -> None:
    table = np.array(cells, dtype=np.int64).reshape(-1, 3)
    which, yes, no = table[:, 0].astype(bool), table[:, 1].astype(kind), table[:, 2].astype(kind)
    assert chosen(which, yes, no).tolist() == np.where(which, yes, no).tolist()
    assert chosen(which, kind(5), no).tolist() == np.where(which, kind(5), no).tolist()
    assert chosen(which, yes, kind(-7)).dtype == kind


def _table(seed: int) -> pd.DataFrame:
    zone, period = PERIODS["B, Noël"]
    return simulate(small_school(zone), plain_policy(), period, seed=seed).table()


def test_two_processes_give_the_trace_of_one_and_another_seed_another() -> None:
    with ProcessPoolExecutor(2) as pool:
        first, second, other = pool.map(_table, [5, 5, 6])
    pd.testing.assert_frame_equal(first, second)
    pd.testing.assert_frame_equal(first, _table(5))
    assert len(first) != len(other) or not first["created_at"].equals(other["created_at"])


def test_what_a_family_gets_does_not_depend_on_the_other_families() -> None:
    """The draws are keyed by message and person: a school of one class keeps its own numbers."""
    zone, period = PERIODS["B, Noël"]
    school = small_school(zone)
    members = school.memberships
    first_class = set(members[members["groupe"] == school.classes["id"].iloc[0]]["personne"])
    pupils = set(school.pupils["id"]) & first_class
    links = school.links[school.links["eleve"].isin(pupils)]
    kept = (
        pupils
        | set(links["responsable"])
        | set(school.people[~school.people["profil"].isin(["eleve", "responsable"])]["id"])
    )
    alone = School(
        **{
            **vars(school),
            "people": school.people[school.people["id"].isin(kept)].reset_index(drop=True),
            "links": links.reset_index(drop=True),
            "memberships": members[members["personne"].isin(kept)],
        }
    )
    whole = simulate(school, plain_policy(), period, seed=5).table()
    part = simulate(alone, plain_policy(), period, seed=5).table()
    own = ["absence", "mot", "cantine"]
    whole = whole[whole["purpose"].isin(own) & whole["pupil"].isin(pupils)].drop(
        columns=["seen_at", "informed", "reason"]
    )
    part = part[part["purpose"].isin(own)].drop(columns=["seen_at", "informed", "reason"])
    assert len(part) > 20
    pd.testing.assert_frame_equal(whole.reset_index(drop=True), part.reset_index(drop=True))


def _only(policy: Policy, purpose: str, name: str = "A, passage à l'heure d'hiver et Toussaint") -> pd.DataFrame:
    table = deliver(prepared_for(name), policy).table()
    return table[table["purpose"] == purpose]


def test_nobody_is_tired_by_what_does_not_ring() -> None:
    """With an account never activated, a text is opened as often whatever else is sent to the ENT."""
    texts = plain_policy().with_purpose("absence", channels=("sms",))
    silent = texts
    for purpose in PURPOSES:
        silent = silent if purpose == "absence" else silent.with_purpose(purpose, channels=("carnet",))
    prepared = prepared_for("B, Noël")
    offline = set(prepared.people.ids[~prepared.people.account])
    assert len(offline) > 5
    seen = []
    for policy in (texts, silent):
        table = deliver(prepared, policy).table()
        seen.append(table[(table["purpose"] == "absence") & table["recipient"].isin(offline)]["seen_at"])
    assert len(seen[0]) > 5
    heard, alone = (one.reset_index(drop=True) for one in seen)
    pd.testing.assert_series_equal(heard, alone)


def test_quiet_hours_delay_the_bell_a_suspension_what_appears_too_and_neither_drops_anything() -> None:
    nights = {key: HeldHours(week=NIGHTS) for key in AUDIENCES}
    free = reached(_only(plain_policy(), "devoirs"))
    calm = reached(_only(plain_policy(quiet=nights), "devoirs"))
    suspended = reached(_only(plain_policy(suspended=nights), "devoirs"))
    assert len(free) == len(calm) == len(suspended)
    late = free["created_at"].dt.hour >= 20
    assert late.any()
    for held in (calm, suspended):
        assert (held.loc[late, "notified_at"].dt.strftime("%H:%M") == "07:00").all()
        assert (held.loc[~late, "notified_at"] == free.loc[~late, "notified_at"]).all()
    assert (calm["released_at"] == free["released_at"]).all()
    assert (suspended.loc[late, "released_at"].dt.strftime("%H:%M") == "07:00").all()
    assert (suspended.loc[~late, "released_at"] == free.loc[~late, "released_at"]).all()


def test_who_looks_in_the_evening_sees_what_is_quiet_and_not_what_is_suspended() -> None:
    nights = {key: HeldHours(week=NIGHTS) for key in AUDIENCES}
    calm = _only(plain_policy(quiet=nights), "devoirs")
    suspended = _only(plain_policy(suspended=nights), "devoirs")

    def seen_the_same_evening(table: pd.DataFrame) -> pd.Series:
        late = (table["created_at"].dt.hour >= 20) & table["seen_at"].notna()
        return late & (table["seen_at"].dt.normalize() == table["created_at"].dt.normalize())

    assert seen_the_same_evening(calm).any()
    assert not seen_the_same_evening(suspended).any()


@pytest.mark.parametrize("channel", ["carnet", "telephone"])
def test_a_suspended_publication_holds_neither_paper_nor_a_call(channel: Channel) -> None:
    always = {key: HeldHours(week=dict.fromkeys(DAYS, ("00:00-24:00",))) for key in AUDIENCES}
    open_ = plain_policy().with_purpose("mot", channels=(channel,))
    held = open_.changed(suspended=always)
    pd.testing.assert_frame_equal(_only(open_, "mot"), _only(held, "mot"))
    never = _only(plain_policy(suspended=always), "mot")
    assert never["seen_at"].isna().all()
    assert set(never["reason"]) == {"retenu"}


def test_marks_reach_pupils_the_next_day_and_parents_the_day_after() -> None:
    marks = _only(plain_policy(marks={"pupils_after_days": 1, "parents_after_pupils_days": 1}), "notes")
    days = (marks["released_at"].dt.normalize() - marks["created_at"].dt.normalize()).dt.days
    assert set(days[marks["recipient_kind"] == "eleves"]) == {1}
    assert set(days[marks["recipient_kind"] == "responsables"]) == {2}


def test_marks_without_delay_show_when_they_are_entered() -> None:
    marks = _only(plain_policy(marks={"pupils_after_days": 0, "parents_after_pupils_days": 0}), "notes")
    assert (marks["released_at"] == marks["created_at"]).all()


def test_homework_is_written_by_the_hour_that_the_team_sets() -> None:
    free, early = _only(plain_policy(), "devoirs"), _only(plain_policy(homework_by="18:00"), "devoirs")
    assert (free["created_at"].dt.hour >= 18).any()
    assert early["created_at"].max().strftime("%H:%M") <= "18:00"
    unmoved = free["created_at"].dt.hour < 18
    assert (free.loc[unmoved, "created_at"] == early.loc[unmoved, "created_at"]).all()


def test_marks_show_at_the_publication_hour() -> None:
    marks = _only(plain_policy(marks={"pupils_after_days": 0, "published_at": "18:00"}), "notes")
    assert set(marks["released_at"].dt.strftime("%H:%M")) == {"18:00"}


def test_only_the_first_responsable_is_written_to_when_the_policy_says_so() -> None:
    both = _only(plain_policy(), "mot")
    one = _only(plain_policy().with_purpose("mot", recipients="un"), "mot")
    assert len(both) == len(one)
    left = one[one["reason"] == "non_destinataire"]
    assert len(left) > 0
    assert left["released_at"].isna().all()
    links = small_school("A").links.set_index(["eleve", "responsable"])["rang"]
    assert {links[pair] for pair in zip(left["pupil"], left["recipient"], strict=True)} == {2}


def test_a_third_responsable_is_written_to_as_the_second_one_is() -> None:
    school = small_school("A")
    links = school.links
    pupil = links[links["rang"] == 2]["eleve"].iloc[0]
    people, third = school.people, "R9999"
    new = people[people["id"] == links["responsable"].iloc[0]].assign(id=third)
    row = {"eleve": pupil, "responsable": third, "lien": "representant_legal", "rang": 3, "part_residence": 0.0}
    more = pd.concat([links, pd.DataFrame([row])], ignore_index=True).astype(links.dtypes)
    whole = replace(school, links=more, people=pd.concat([people, new], ignore_index=True))
    period = Period(dt.date(2026, 9, 7), weeks=2)
    policies = (plain_policy().with_purpose("circulaire", recipients=each) for each in ("tous", "un"))
    both, one = (simulate(whole, policy, period, 3).table() for policy in policies)
    of_third = {
        name: table[(table["purpose"] == "circulaire") & (table["pupil"] == pupil) & (table["recipient"] == third)]
        for name, table in (("both", both), ("one", one))
    }
    assert len(of_third["one"]) == len(of_third["both"]) > 0
    assert (of_third["one"]["reason"] == "non_destinataire").all()
    assert not (of_third["both"]["reason"] == "non_destinataire").any()


def test_paper_doubles_only_what_no_channel_of_the_purpose_can_reach() -> None:
    alone = _only(plain_policy(), "mot")
    doubled = _only(plain_policy().with_purpose("mot", fallback="carnet"), "mot")
    extra = doubled[doubled["fallback"]]
    assert len(doubled) == len(alone) + len(extra)
    assert len(extra) > 0
    unreachable = {"compte_non_active", "sans_equipement", "ne_se_connecte_pas"}
    on_line = doubled[~doubled["fallback"] & doubled["recipient"].isin(extra["recipient"])]
    assert set(on_line["reason"]) <= unreachable


def test_a_closed_grid_stops_the_question_of_a_parent() -> None:
    policy = plain_policy()
    grid = {writer: dict(reaches) for writer, reaches in policy.writing.items()}
    grid["responsables"]["enseignants"] = "non"
    assert set(_only(policy.changed(writing=grid), "question_parent")["reason"]) == {"ecriture_fermee"}
    assert "ecriture_fermee" not in set(_only(policy, "question_parent")["reason"])


def test_more_notifications_never_raise_attention() -> None:
    prepared = prepared_for("A, passage à l'heure d'hiver et Toussaint")
    tireless = prepared.hypotheses.model_copy(
        update={"fatigue": prepared.hypotheses.fatigue.model_copy(update={"baisse": 0.0})}
    )
    rested = prepare(prepared.school, prepared.period, prepared.seed, tireless)
    tired_seen, rested_seen = (_seen_count(deliver(one, plain_policy())) for one in (prepared, rested))
    assert tired_seen < rested_seen


def _seen_count(trace: Trace) -> int:
    return int(trace.table()["seen_at"].notna().sum())


def test_a_period_of_no_week_is_refused() -> None:
    with pytest.raises(ValueError, match="1 à 52 semaines"):
        Period(dt.date(2026, 9, 1), 0)
    assert Period(dt.date(2026, 9, 1), 1).end == dt.date(2026, 9, 8)


@given(st.lists(st.tuples(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1)), min_size=1, max_size=30))
def test_a_draw_for_a_pair_is_the_draw_of_its_two_identifiers(pairs: list[tuple[int, int]]) -> None:
    first, second = np.array(pairs, dtype=np.uint64).T
    i, j = np.arange(len(pairs)), np.arange(len(pairs))[::-1]
    together = Pairs(first, second, (i, j)).uniform(3, "essai")
    assert together.tolist() == uniform(3, "essai", first[i], second[j]).tolist()


def test_random_numbers_fill_the_unit_interval_evenly() -> None:
    numbers = uniform(1, "essai", np.arange(100_000))
    assert numbers.min() > 0
    assert numbers.max() < 1
    counts = np.histogram(numbers, bins=20, range=(0, 1))[0]
    # Chi-squared with 19 degrees of freedom: 43.8 is passed once in a thousand.
    assert ((counts - 5000) ** 2 / 5000).sum() < 43.8
    other = uniform(1, "autre essai", np.arange(100_000))
    assert abs(np.corrcoef(numbers, other)[0, 1]) < 0.02
