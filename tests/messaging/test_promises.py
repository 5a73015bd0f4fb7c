"""Chaque phrase de la charte suit des réglages, relus ici dans la politique telle qu'elle s'écrit."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from messaging.policy_reader import (
    goes_to,
    held_half_hours,
    holding,
    holds,
    longest_wait,
    never_ends,
    never_rings,
    soonest_mark,
)

from liaison.base.words import joined, lower_first
from liaison.documents import Document, NatureBadge, Source, Table, Text
from liaison.documents.content import inlines
from liaison.messaging.delivery.simulate import deliver
from liaison.messaging.papers.charter import charter
from liaison.messaging.papers.charter_principles import NAMED
from liaison.messaging.papers.settings_sheet import settings_sheet
from liaison.messaging.policy.compliance import check
from liaison.messaging.policy.marks_shown import marks_shown
from liaison.messaging.policy.policy import HeldHours, Policy, load_policy
from liaison.messaging.traffic.clock import NEVER, Period
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.messaging.traffic.traffic import PUPIL, PURPOSE_CODE, RESPONSABLE, STAFF
from liaison.messaging.vocabulary import AUDIENCES, DAYS, DIGITAL, PURPOSES, Audience, Channel, Purpose
from liaison.school.fictitious.generator import school_from
from liaison.school.vocabulary import SchoolKind
from strategies import WRITERS, policies

ON = dt.date(2026, 11, 24)
PAPER = ("carnet", "affichage")
NAMES: dict[Channel, str] = {
    "ent": "messagerie de l'ENT",
    "vie_scolaire": "logiciel de vie scolaire",
    "sms": "SMS",
    "telephone": "téléphone",
    "carnet": "carnet de liaison",
    "affichage": "affichage",
    "courriel": "courriel",
    "visio": "visioconférence",
}
SAID = {"suspended": "quand la publication est suspendue", "quiet": "pendant les heures calmes"}
ALL_WEEK = HeldHours(week=dict.fromkeys(DAYS, ("00:00-24:00",)), passes=("urgence",))
ALL_BUT_AN_HOUR = HeldHours(week={**ALL_WEEK.week, "jeudi": ("00:00-12:00", "12:30-24:00")}, passes=("urgence",))
many = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def words(document: Document) -> str:
    """Everything that a document says outside its tables' heads, with ordinary spaces."""
    return "".join(part.text for part in inlines(document)).replace("\u00a0", " ")


def said_once(pattern: str, said: str) -> str:
    (found,) = re.findall(pattern, said)
    return str(found)


with_absence = load_policy("equilibree")


@many
@given(policies())
@example(with_absence.changed(suspended={**with_absence.suspended, "responsables": ALL_BUT_AN_HOUR}))
@example(with_absence.with_purpose("absence", channels=("sms", "telephone", "carnet")))
def test_an_absence_is_said_at_once_only_where_no_setting_delays_it(policy: Policy) -> None:
    settings_, held = policy.purposes["absence"], holding(policy, "responsables", "absence")
    said = said_once(r"Canal retenu : ([^.]*)\.", words(charter(policy, "X", ON)))
    ways = {name: part for name in settings_.channels for part in said.split(" ; ") if NAMES[name] in part}
    assert set(ways) == set(settings_.channels), "each channel is named"
    for name, part in ways.items():
        immediate = settings_.rhythm == "immediat" and name not in PAPER
        assert ("tout de suite" in part) == immediate, part
        delays = held if name not in ("telephone", *PAPER) and settings_.rhythm != "jamais" else set()
        excepted = part.partition("sauf ")[2]
        assert {one for one, said_as in SAID.items() if said_as in excepted} == delays, part
        through = part.partition("y compris ")[2].partition("sauf ")[0]
        for one, said_as in SAID.items():
            if said_as in through:
                hours = policy.hours(one)["responsables"]  # type: ignore[arg-type]
                assert holds(hours)
                assert "absence" in hours.passes


def together(first: str, second: str) -> Policy:
    """Nothing appears on the first days of the week, nothing rings on the others; `second`: on the last Sunday."""
    suspended = HeldHours(week=dict.fromkeys(DAYS[:4], ("00:00-24:00",)), passes=("urgence",))
    quiet = HeldHours(week={**dict.fromkeys(DAYS[4:6], (first,)), "dimanche": (second,)}, passes=("urgence",))
    return with_absence.changed(
        suspended={**with_absence.suspended, "responsables": suspended},
        quiet={**with_absence.quiet, "responsables": quiet},
    )


TOGETHER = together("00:00-24:00", "00:00-24:00")
TOGETHER_BUT_HALF_AN_HOUR = together("00:00-24:00", "00:00-23:30")


@many
@given(policies())
@example(TOGETHER)
@example(TOGETHER_BUT_HALF_AN_HOUR)
def test_two_settings_that_leave_no_hour_between_them_are_said_to(policy: Policy) -> None:
    text = words(charter(policy, "X", ON))
    silent = []
    for audience in ("responsables", "eleves", "personnels"):
        both = (policy.suspended[audience], policy.quiet[audience])
        whole = len(held_half_hours(both[0]) | held_half_hours(both[1])) == 7 * 48
        silent += [audience] if whole and not any(never_ends(one) for one in both) else []
    assert text.count("c'est toute la semaine : ce qui ne passe ni ici ni là ne sonne jamais") == len(silent)


def test_the_two_policies_above_are_on_either_side_of_the_edge() -> None:
    found = [{one.code for one in check(policy, ON)} for policy in (TOGETHER, TOGETHER_BUT_HALF_AN_HOUR)]
    assert ["jamais_sonne" in one for one in found] == [True, False]


@many
@given(policies())
@example(TOGETHER)
@example(TOGETHER_BUT_HALF_AN_HOUR)
def test_a_finding_names_what_never_appears_and_what_never_rings(policy: Policy) -> None:
    found: dict[str, set[tuple[str, str]]] = {"jamais_publie": set(), "jamais_sonne": set()}
    for one in check(policy, ON):
        if one.code in found:
            (audience,) = [name for name, said in AUDIENCES.items() if f"pour\u00a0: {said.lower()}." in one.detail]
            found[one.code] |= {(audience, purpose) for purpose in one.purposes}
    for purpose, its in policy.purposes.items():
        for audience in AUDIENCES:
            if (purpose == "question_parent") != (audience == "personnels"):
                continue
            can_wait = bool(set(its.channels) & set(DIGITAL)) and purpose != "urgence"
            holds_it = holding(policy, audience, purpose)
            hidden = can_wait and "suspended" in holds_it and never_ends(policy.suspended[audience])
            told = "telephone" in its.channels or its.rhythm == "jamais"
            mute = can_wait and not hidden and not told and never_rings(policy, audience, purpose)
            assert ((audience, purpose) in found["jamais_publie"]) == hidden
            assert ((audience, purpose) in found["jamais_sonne"]) == mute


@many
@given(policies())
@example(TOGETHER)
@example(TOGETHER_BUT_HALF_AN_HOUR)
def test_what_waits_is_said_above_the_table_of_rhythms(policy: Policy) -> None:
    said = words(charter(policy, "X", ON))
    screens = {one for one in policy.purposes if set(policy.purposes[one].channels) - {"telephone", *PAPER}}
    waits = {one for one in screens if holding(policy, goes_to(one), one)}
    never = {one for one in waits if never_rings(policy, goes_to(one), one)}
    assert ("Une notification attend la fin" in said) == (waits > never)
    named = "".join(re.findall(r"Ces heures n'ont pas de fin, et rien ne sonne jamais, pour : ([^.]*)\.", said))
    assert {one for one in PURPOSES if re.search(named_in(one), named)} == never


def named_in(purpose: Purpose) -> str:
    """The pattern of a purpose inside an enumeration."""
    return rf"(^|, | et | ; ){re.escape(lower_first(PURPOSES[purpose]))}($|, | et | ; )"


def cell(document: Document, row: str, column: str) -> str:
    """What a document's table that has this column says of a row."""
    (found,) = [
        said[table.header.index(column)]
        for table in document.blocks
        if isinstance(table, Table) and column in table.header
        for said in table.rows
        if "".join(part.text for part in said[0]) == row
    ]
    return "".join(part.text for part in found).replace("\u00a0", " ")


# Each family suspended all week, nothing held for the staff; then the other way round.
FAMILIES_HELD = with_absence.changed(
    suspended={"responsables": ALL_WEEK, "eleves": ALL_WEEK, "personnels": HeldHours()},
    quiet=dict.fromkeys(AUDIENCES, HeldHours()),
)
STAFF_HELD = FAMILIES_HELD.changed(suspended={**dict.fromkeys(AUDIENCES, HeldHours()), "personnels": ALL_WEEK})


@many
@given(policies())
@example(FAMILIES_HELD)
@example(STAFF_HELD)
def test_what_waits_and_what_is_sent_follow_the_hours_of_who_receives_it(policy: Policy) -> None:
    """A parent's question goes to a teacher: the hours of families, their exceptions, their number do not touch it."""
    question, here = PURPOSES["question_parent"], words(charter(policy, "X", ON))
    for document in (charter(policy, "X", ON), settings_sheet(policy, ON)):
        assert cell(document, question, "Destinataires") == "Un enseignant de la classe"
    for said in re.findall(r"vers tous les responsables légaux, sauf pour : ([^.]*)\.", here):
        assert lower_first(question) not in said


@many
@given(policies())
@example(FAMILIES_HELD)
@example(STAFF_HELD)
def test_a_finding_about_what_families_get_leaves_out_what_they_send_and_what_never_comes(policy: Policy) -> None:
    for one in check(policy, ON):
        if one.code in ("envoi_groupe_retenu", "jamais_notifie", "suspension_percee", "un_seul_responsable_courant"):
            assert "question_parent" not in one.purposes, one.code
        if one.code == "envoi_groupe_retenu":
            for purpose in one.purposes:
                families = [name for name in ("responsables", "eleves") if AUDIENCES[name].lower() in one.detail]
                waits = [name for name in families if not never_rings(policy, name, purpose)]
                assert waits, f"{purpose} never comes: it is not late"
        if one.code == "absence_retenue":
            endless = never_rings(policy, "responsables", "absence")
            assert ("elle attend leur fin" in one.detail) == (not endless)


def without_sources(document: Document) -> Document:
    """A document less what its sources say: what a text says is not ours to cut."""
    return document.model_copy(
        update={"blocks": tuple(block for block in document.blocks if not isinstance(block, Source))}
    )


@many
@given(policies())
@example(with_absence.with_purpose("orientation", recipients="un").with_purpose("bourse", recipients="un"))
def test_a_charter_has_nothing_to_settle_about_a_subject_that_its_school_does_not_have(policy: Policy) -> None:
    kinds: tuple[SchoolKind, ...] = ("ecole", "college")
    school, college = (words(without_sources(charter(policy, "X", ON, kind))) for kind in kinds)
    assert "rientation" in college
    assert not re.search("orientation|bourse", school, re.IGNORECASE)


@many
@given(policies())
@example(with_absence.changed(suspended={**with_absence.suspended, "responsables": ALL_WEEK}))
@example(with_absence.changed(suspended={**with_absence.suspended, "responsables": ALL_BUT_AN_HOUR}))
@example(with_absence.changed(suspended={**with_absence.suspended, "responsables": HeldHours()}))
def test_what_a_suspension_does_is_what_its_hours_do(policy: Policy) -> None:
    text = words(charter(policy, "X", ON))
    assert "Rien n'est perdu" not in text
    parents = policy.suspended["responsables"]
    suspends = [audience for audience, hours in policy.suspended.items() if holds(hours)]
    endless = [audience for audience in suspends if never_ends(policy.suspended[audience])]
    assert ("ne suspend la publication pour personne" in text) == (not suspends)
    assert ("ne suspend pas la publication pour les responsables légaux" in text) == (not holds(parents))
    assert ("paraît à leur fin" in text) == (set(suspends) > set(endless))
    assert text.count("ce qui n'y passe pas ne paraît jamais") == len(endless)


@many
@given(policies())
@example(with_absence)
@example(with_absence.changed(reply_within_hours=61, quiet={**with_absence.quiet, "personnels": HeldHours()}))
def test_a_reply_is_promised_in_the_hours_that_the_setting_counts(policy: Policy) -> None:
    text = words(charter(policy, "X", ON))
    hours = policy.reply_within_hours
    pattern = r"éponse en (\d+) (heures?|jours) au plus([^.]*)\."
    promised = re.findall(pattern, text)
    question = policy.purposes["question_parent"]
    told = question.rhythm != "jamais" or not set(question.channels) <= set(DIGITAL)
    asked = policy.writing["responsables"]["enseignants"] != "non"
    kept = hours is not None and told and asked and longest_wait(policy) < hours
    found = [one.detail for one in check(policy, ON) if one.code == "reponse_intenable"]
    assert len(found) == (hours is not None and not kept), "the check finds what the charter does not promise"
    assert len(promised) == kept, "the charter does not promise what the settings do not allow"
    assert text.count("À décider avant le vote : répondre à un parent en") == len(found)
    for number, unit, condition in promised:
        assert int(number) * (24 if unit == "jours" else 1) == hours
        assert condition.startswith(", nuits et jours sans classe compris")
        assert condition.endswith(", si l'enseignant répond dès qu'il a la question"), "no setting answers"
    rests = any(holds(one["personnels"]) for one in (policy.suspended, policy.quiet))
    assert "n'est tenu de" not in text, "no setting holds it"
    assert ("Rien ne sonne chez les personnels à certaines heures" in text) == rests
    for line in re.findall(r"Rien ne sonne chez les personnels[^.]*", text):
        assert line.endswith("sauf ce qui passe quand même et les appels"), "a call is no notification"


@pytest.mark.parametrize(("promised", "tenable"), [(61, False), (62, True)])
def test_a_promise_longer_than_the_weekend_of_the_staff_can_be_kept(promised: int, tenable: bool) -> None:
    """From Friday 18:30 to Monday 07:30 there are 61 hours."""
    quiet = with_absence.quiet["personnels"].model_copy(update={"school_holidays": False, "public_holidays": False})
    policy = with_absence.changed(reply_within_hours=promised, quiet={**with_absence.quiet, "personnels": quiet})
    assert longest_wait(policy) == 61
    assert ("Un parent qui écrit reçoit une réponse" in words(charter(policy, "X", ON))) == tenable


@pytest.fixture(scope="module")
def two_months() -> Prepared:
    return prepare(school_from("ecole_6_classes", 4), Period(dt.date(2026, 10, 5), 8), seed=2)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(policy=policies(), promised=st.integers(1, 100))
def test_a_reply_that_is_promised_is_to_a_question_that_rings_in_time(
    two_months: Prepared, policy: Policy, promised: int
) -> None:
    """What the charter says of the settings is what the simulation does with them, the answer itself left aside."""
    free = {name: HeldHours(passes=()) for name in AUDIENCES}
    policy = policy.with_purpose("question_parent", channels=("ent",)).changed(
        reply_within_hours=promised, suspended=free, quiet={**policy.quiet, "responsables": HeldHours()}
    )
    trace = deliver(two_months, policy)
    asked = np.flatnonzero((two_months.kind.take(trace.row) == STAFF) & (trace.notified < NEVER))
    waited = trace.notified[asked] - trace.written[two_months.rows.message[trace.row[asked]]]
    if not [one for one in check(policy, ON) if one.code == "reponse_intenable"]:
        assert asked.size
        assert waited.max() <= promised * 60


@many
@given(policies())
@example(with_absence)
@example(with_absence.changed(writing={one: dict.fromkeys(WRITERS, "non") for one in WRITERS}))
def test_messages_that_nobody_may_write_are_found_and_nothing_that_a_tool_publishes(policy: Policy) -> None:
    closed = all(policy.writing[one]["responsables"] == "non" for one in ("enseignants", "personnels", "direction"))
    typed = {"mot", "reunion", "sortie", "circulaire"}
    expected = {one for one in typed if {"ent", "vie_scolaire"} & set(policy.purposes[one].channels)}  # type: ignore[index]
    found = [set(one.purposes) for one in check(policy, ON) if one.code == "messages_sans_auteur"]
    assert found == ([expected] if closed and expected else [])
    assert "ce que l'outil publie sans que personne n'écrive" in words(charter(policy, "X", ON))


@many
@given(policies())
def test_a_mark_is_promised_no_later_than_it_can_appear(policy: Policy) -> None:
    """A mark typed late, a day off delay it: the settings only say « not before »."""
    said = words(charter(policy, "X", ON))
    found = re.findall(r"vo[a-z]+ (?:sa note )?((?:au plus tôt|seulement si) [^.]*)\.", said)
    assert found == [soonest(policy, name) for name in ("eleves", "responsables")]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(policy=policies())
@example(policy=with_absence.changed(marks=with_absence.marks.model_copy(update={"published_at": "21:00"})))
def test_no_mark_shows_in_the_simulation_before_the_moment_that_the_charter_gives(
    two_months: Prepared, policy: Policy
) -> None:
    policy = policy.with_purpose("notes", channels=("ent",), fallback=None)
    trace, messages = deliver(two_months, policy), two_months.messages
    of = two_months.rows.message[trace.row]
    # From the last Monday of October on: a day of twenty-five hours moves what is counted from midnight.
    marks = (messages.purpose[of] == PURPOSE_CODE["notes"]) & (messages.day[of] >= 21) & (trace.released < NEVER)
    for audience, kind in (("responsables", RESPONSABLE), ("eleves", PUPIL)):
        deliveries = np.flatnonzero(marks & (two_months.kind[trace.row] == kind))
        shown = marks_shown(policy, audience)  # type: ignore[arg-type]
        if shown is None:
            assert not deliveries.size
        elif deliveries.size:
            since_midnight = trace.released[deliveries] - two_months.clock.midnight[messages.day[of[deliveries]]]
            assert since_midnight.min() >= shown.min()


def soonest(policy: Policy, audience: Audience) -> str:
    """When a mark can show at the soonest, in words."""
    moment = soonest_mark(policy, audience)
    if moment is None:
        return "seulement si la publication reprend : elle est suspendue toute la semaine"
    after, minute = moment
    at = f", à {minute // 60} h" + (f" {minute % 60:02d}" if minute % 60 else "")
    at = ", à minuit" if not minute else at
    day = {0: "le jour même de", 1: "le lendemain de"}.get(after, f"{after} jours après")
    return f"au plus tôt {day} l'évaluation" + (at if policy.marks.published_at else "")


@many
@given(policies())
@example(with_absence.with_purpose("bulletin", channels=("sms",), fallback=None))
def test_a_report_by_sms_reaches_without_internet_in_the_check(policy: Policy) -> None:
    """As in the simulation, where it needs a number and nothing else."""
    codes = {one.code for one in check(policy, ON)}
    report = {*policy.purposes["bulletin"].channels, policy.purposes["bulletin"].fallback}
    assert ("bulletin_sans_voie_hors_ligne" in codes) == (not report & {"sms", "telephone", "carnet"})


@pytest.mark.parametrize("document", [charter, settings_sheet])
def test_a_badge_of_a_text_that_nobody_read_says_that_it_is_reported(document: Any) -> None:
    """In the sheet and the points to settle too, a badge of a circulaire was bare."""
    policy = load_policy("tout_tout_de_suite")
    made = document(policy, "X", ON) if document is charter else document(policy, ON)
    runs = [*inlines(made), Text(text="")]
    beside = [
        getattr(after, "text", "").replace("\u00a0", " ")
        for badge, after in pairwise(runs)
        if isinstance(badge, NatureBadge) and badge.source and badge.nature != "hypothese"
    ]
    assert beside
    assert [one for one in beside if one != " (rapporté)"] == []


@many
@given(policies(), st.sampled_from(["carnet", "telephone", None]))
def test_the_report_is_on_paper_for_whom_a_setting_says(policy: Policy, fallback: Any) -> None:
    policy = policy.with_purpose("bulletin", fallback=fallback)
    channels = policy.purposes["bulletin"].channels
    text = words(charter(policy, "X", ON))
    to_all, to_some = "carnet" in channels, fallback == "carnet" and "carnet" not in channels
    assert bool(re.search(r"Le bulletin ou le livret est (aussi )?remis sur papier\.", text)) == to_all
    assert bool(re.search(r"remis sur papier aux seules familles que (son|ses) .* pas joindre\.", text)) == to_some
    assert ("est aussi remis" in text) == (to_all and len(channels) > 1)


@many
@given(policies())
def test_what_is_to_settle_about_some_names_them(policy: Policy) -> None:
    """The charter keeps the title of a finding: « never suspended » was said of all where it held for pupils only."""
    text = words(charter(policy, "X", ON))
    families: tuple[Audience, ...] = ("responsables", "eleves")
    named = joined(AUDIENCES[name].lower() for name in families if not holds(policy.suspended[name]))
    said = "La publication n'est jamais suspendue"
    assert said not in text.replace(f"{said} ({named})", "")


@many
@given(policies())
@example(with_absence)
@example(with_absence.with_purpose("reunion", channels=("sms",), fallback=None))
@example(with_absence.with_purpose("reunion", channels=("ent",), fallback=None))
def test_a_way_without_internet_is_promised_for_a_subject_that_has_one_and_nobody_is_said_to_be_reached(
    policy: Policy,
) -> None:
    text = words(charter(policy, "X", ON))
    online = set(DIGITAL) - {"sms"}
    without = [name for name, its in policy.purposes.items() if not its.fallback and set(its.channels) <= online]
    assert "Personne n'est" not in text, "no setting reaches everybody"
    assert "chacun comprend" not in text, "nor makes everybody understand"
    assert ("Chaque sujet a une voie sans internet, indiquée plus bas. " in text) == (not without)
    assert (f"Pour {len(without)} sujets, rien n'est prévu" in text) == (len(without) > NAMED)
    assert ("voie sans internet, indiquée plus bas, sauf pour" in text) == (0 < len(without) <= NAMED)


@many
@given(policies())
@example(load_policy("tout_tout_de_suite"))
@example(load_policy("equilibree"))
def test_each_subject_is_said_to_have_one_channel_only_where_none_has_several(policy: Policy) -> None:
    text = words(charter(policy, "X", ON))
    several = any(len(its.channels) > 1 for its in policy.purposes.values())
    assert ("chaque sujet a son canal, indiqué plus bas" in text) != several
    assert ("Le même message part par plusieurs canaux" in text) == several


@many
@given(policies())
def test_messages_are_said_to_be_in_the_languages_of_the_policy(policy: Policy) -> None:
    text = words(charter(policy, "X", ON))
    said = [re.split(", | et ", one) for one in re.findall(r"Les messages existent en ([^.]*)\.", text)]
    names = {"fr": "français", "ar": "arabe", "tr": "turc", "pt": "portugais", "uk": "ukrainien"}
    expected = [[names[code] for code in policy.languages]]
    assert said == (expected if set(policy.languages) != {"fr"} else [])
