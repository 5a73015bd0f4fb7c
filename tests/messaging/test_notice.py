"""La notice aux parents : dans chaque langue, chaque phrase suit un réglage, et le tout tient sur une page pleine."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import docx
import pypdf
import pytest
from babel import Locale
from babel.dates import format_time, get_day_names
from docx.oxml.ns import qn
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, VariableReference
from fluent.syntax.visitor import Visitor
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from messaging.policy_reader import held_half_hours, holding, holds, longest_wait, never_ends, soonest_mark
from narrowing import present
from practice.plain_language import plain_faults_of_language
from printed import says
from word_processor import docx_pages, needs_word_processor

from liaison.base.dates import hour_words
from liaison.base.languages import EVERY, FRENCH, languages
from liaison.base.sentences import keys_of
from liaison.documents import Definitions, Document, Heading, Signatures, to_docx, to_html, to_pdf
from liaison.messaging.papers.notice import notice, notices, write_notices
from liaison.messaging.papers.notice_content import NoticeLine, NoticePart, Statement, parts
from liaison.messaging.papers.notice_languages import TEXTS, NoticeError, chosen_languages, spoken, stem_of
from liaison.messaging.papers.notice_words import notice_words
from liaison.messaging.policy.policy import HeldHours, Policy, load_policy, preset_names
from liaison.messaging.vocabulary import CHANNELS, DAYS, DIGITAL, HELD_HOURS, PURPOSES, Audience
from liaison.phone.words import frame_words
from liaison.practice.compiled import wording
from liaison.practice.model import TextRef
from liaison.school.vocabulary import SchoolKind
from strategies import WRITERS, policies

CODES = list(languages())
KINDS: tuple[SchoolKind, ...] = ("ecole", "college", "lgt", "lp")
BALANCED = load_policy("equilibree")
MOST_TIMES, MOST_LANGUAGES = 6, 10
PAPER = {"carnet", "affichage"}
LONG_NAME = "Cité scolaire internationale Marguerite-Yourcenar de Saint-Rémy-lès-Chevreuse"
many = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
few = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))

# What the file of a language holds: what asks and claims nothing, the names of things, and what a setting holds.
TITLES = {"titre", "ou-regarder", "quand", "sans-internet", "pour-nous-ecrire"}
ASKED = {"dites-le-nous", "demandez-nous", "demandez-compte", "prevenez", "numero-a-appeler", "personne-a-demander"}
TERMS = {
    *("enfant-absent", "les-notes", "retenu-suspended", "retenu-quiet", "dites-le-nous", "une-question"),
    *("deux-responsables", "votre-compte", "numero-change", "une-autre-langue"),
}
NAMES = {"delai"} | {f"moyen-{channel}" for channel in CHANNELS}
NAMES |= {f"sujet-{purpose}" for purpose in PURPOSES if purpose != "question_parent"}
STATED = {
    *("sujets", "sujets-tout", "sujets-tout-sauf", "passe", "passe-tout", "passe-tout-sauf"),
    *("a-un-seul", "a-un-seul-tout", "a-un-seul-tout-sauf", "rien-pour", "rien-pour-tout-sauf"),
    *(f"absence-{rhythm}" for rhythm in ("immediat", "quotidien", "hebdomadaire", "jamais")),
    *(f"absence-{how}-{setting}" for how in ("pas-pendant", "aussi-pendant") for setting in HELD_HOURS),
    *("absence-appel-immediat", "absence-appel", "absence-papier"),
    *(f"note-{who}{when}" for who in ("eleve", "parent") for when in ("", "-a-son-heure", "-jamais")),
    *(f"temps-{span}" for span in ("semaine", "jour", "jours", "suite", "heures", "chaque-jour", "vacances", "feries")),
    *("heures-a-demander", "effet-suspended", "effet-quiet", "ne-parait-jamais"),
    *("ne-sonne-jamais", "ne-sonne-jamais-a-part", "autrement", "rien-d-autre", "contactez-nous"),
    *("reponse", "reponse-en-jours", "a-chacun", "le-reste-a-chacun", "messages-en", "messages-en-tant"),
}


def fullest() -> Policy:
    """The policy whose notice is the longest: every way, lists of half of the subjects, six times of each kind."""
    families = [purpose for purpose in PURPOSES if purpose != "question_parent"]
    ways = list(CHANNELS)
    policy = BALANCED
    for number, purpose in enumerate(PURPOSES):
        channels: Any = tuple(ways[(3 * number + place) % 8] for place in range(3))
        channels = ("ent", "vie_scolaire", "courriel") if purpose in families[::2] else channels
        policy = policy.with_purpose(
            purpose, channels=channels, fallback=None, recipients="un" if number % 2 else "tous"
        )
    policy = policy.with_purpose("absence", channels=("ent", "vie_scolaire", "telephone"), rhythm="hebdomadaire")
    policy = policy.with_purpose("question_parent", channels=("ent", "telephone", "carnet"), rhythm="immediat")
    week: Any = {day: ("07:00-08:00",) if place % 2 else ("12:30-13:30",) for place, day in enumerate(DAYS[:6])}
    held = HeldHours(week=week, school_holidays=True, public_holidays=True, passes=tuple(families[1::2]))
    free = {audience: HeldHours(passes=()) for audience in policy.quiet}
    return policy.changed(
        suspended={**free, "responsables": held},
        quiet={**free, "responsables": held},
        languages=("fr", "ar", "tr", "pt", "es", "en", "uk", "ru", "ro", "it", "fa"),
        reply_within_hours=37,
        marks=policy.marks.model_copy(update={"published_at": "18:30"}),
    )


FULLEST = fullest()


def closed_week(setting: str, passes: tuple[str, ...]) -> Policy:
    whole = HeldHours(week=dict.fromkeys(DAYS, ("00:00-24:00",)), passes=cast(Any, passes))
    hours = BALANCED.hours(cast(Any, setting))
    return BALANCED.changed(**{setting: {**hours, "responsables": whole}})


def one_after_the_other(passes: tuple[str, ...]) -> Policy:
    """Nothing appears on the first days of the week, nothing rings on the others."""
    suspended = HeldHours(week=dict.fromkeys(DAYS[:4], ("00:00-24:00",)), passes=cast(Any, passes))
    quiet = HeldHours(week=dict.fromkeys(DAYS[4:], ("00:00-24:00",)), passes=cast(Any, passes))
    return BALANCED.changed(
        suspended={**BALANCED.suspended, "responsables": suspended}, quiet={**BALANCED.quiet, "responsables": quiet}
    )


def scattered() -> Policy:
    """More held times than anybody reads."""
    week: Any = {
        day: tuple(f"{hour:02d}:00-{hour:02d}:30" for hour in range(place, 24, 7)) for place, day in enumerate(DAYS)
    }
    return BALANCED.changed(quiet={**BALANCED.quiet, "responsables": HeldHours(week=week)})


def all_on_paper() -> Policy:
    policy = BALANCED
    for purpose in PURPOSES:
        policy = policy.with_purpose(purpose, channels=("carnet",), fallback=None)
    return policy


NOBODY_WRITES = BALANCED.changed(writing={writer: dict.fromkeys(WRITERS, "non") for writer in WRITERS})


def families(kind: SchoolKind) -> set[str]:
    return {*map(str, PURPOSES)} - {"question_parent"} - ({"bourse", "orientation"} if kind == "ecole" else set())


def every_sentence(made: Iterable[NoticePart]) -> list[Statement]:
    """Each sentence of these parts, the words that stand out included."""
    return [each for part in made for line in part.lines for each in (line.term, *line.sentences)]


def by_term(made: Iterable[NoticePart]) -> dict[str, tuple[Statement, ...]]:
    lines = [line for part in made for line in part.lines]
    assert len({line.term.key for line in lines}) == len(lines)
    return {line.term.key: line.sentences for line in lines}


def subjects(sentence: Statement, key: str, kind: SchoolKind) -> set[str]:
    """What a sentence about subjects speaks of."""
    named = set(cast("list[str]", sentence.values.get("sujets", [])))
    assert named <= families(kind)
    if sentence.key == f"{key}-tout":
        return families(kind)
    assert named
    assert sentence.key in (key, f"{key}-tout-sauf")
    return named if sentence.key == key else families(kind) - named


def half_hours(sentence: Statement) -> set[int]:
    """The half-hours of the week that a sentence names: each day from one to another, or straight on to another."""
    values = cast("dict[str, Any]", sentence.values)
    if sentence.key == "temps-semaine":
        return set(range(7 * 48))
    first = DAYS.index(values.get("premier", values.get("jour")))
    last = DAYS.index(values.get("dernier", values.get("jour")))
    start, end = values.get("debut", 0) // 30, values.get("fin", 0) // 30
    days = (last - first) % 7
    if sentence.key in ("temps-jour", "temps-jours"):
        return {(first * 48 + place) % 336 for place in range(48 * (days + 1))}
    if sentence.key == "temps-suite":
        return {(first * 48 + place) % 336 for place in range(start, 48 * (days or 7) + end)}
    assert sentence.key in ("temps-heures", "temps-chaque-jour")
    return {
        ((first + day) * 48 + place) % 336
        for day in range(days + 1)
        for place in range(start, end if end > start else end + 48)
    }


@many
@given(policies(), st.sampled_from(KINDS))
@example(FULLEST, "college")
@example(closed_week("suspended", ("urgence",)), "college")
@example(closed_week("quiet", ("urgence", "bourse")), "ecole")
@example(one_after_the_other(("urgence",)), "lp")
@example(one_after_the_other(()), "lgt")
@example(scattered(), "college")
@example(NOBODY_WRITES, "college")
@example(all_on_paper(), "college")
@example(load_policy("ent_un_deux"), "college")
@example(load_policy("tout_tout_de_suite"), "college")
@example(load_policy("vie_scolaire"), "college")
def test_each_sentence_is_held_by_a_setting_and_none_says_more(policy: Policy, kind: SchoolKind) -> None:
    lines = by_term(parts(policy, kind))
    told = {purpose: policy.purposes[cast(Any, purpose)] for purpose in families(kind)}

    # Where to look: what comes by each channel.
    for channel in CHANNELS:
        coming = {purpose for purpose, own in told.items() if channel in own.channels}
        assert (f"moyen-{channel}" in lines) == bool(coming)
        if coming:
            (where,) = lines.pop(f"moyen-{channel}")
            assert subjects(where, "sujets", kind) == coming

    assert_absence(policy, lines.pop("enfant-absent"))
    assert_marks(policy, lines.pop("les-notes"))
    on_screens = any(set(own.channels) & set(DIGITAL) for own in policy.purposes.values())
    for setting in HELD_HOURS:
        hours = policy.hours(setting)["responsables"]
        assert (f"retenu-{setting}" in lines) == (on_screens and holds(hours))
        if f"retenu-{setting}" in lines:
            assert_held(policy, kind, setting, lines.pop(f"retenu-{setting}"))

    # Without internet.
    ways = {way for own in told.values() for way in (*own.channels, own.fallback)} & {"sms", "telephone", *PAPER}
    without = {name for name, own in told.items() if not own.fallback and set(own.channels) <= set(DIGITAL) - {"sms"}}
    first, *others = lines.pop("dites-le-nous")
    if not ways:
        assert (first.key, others) == ("rien-d-autre", [])
    else:
        assert first.key == "autrement"
        assert set(cast("list[str]", first.values["moyens"])) == ways
        assert [subjects(each, "rien-pour", kind) for each in others] == ([without] if without else [])

    assert_question(policy, lines.pop("une-question"))

    # Which responsables are written to.
    alone = {name for name, own in told.items() if own.recipients == "un"}
    first, *others = lines.pop("deux-responsables")
    if not alone:
        assert (first.key, others) == ("a-chacun", [])
    else:
        assert subjects(first, "a-un-seul", kind) == alone
        assert [each.key for each in others] == (["le-reste-a-chacun"] if alone < families(kind) else [])

    # An account, where one is of use; a number or an address, where somebody uses it.
    messaging = any(
        {"ent", "vie_scolaire"} & set(own.channels) for own in (*told.values(), policy.purposes["question_parent"])
    )
    assert [each.key for each in lines.pop("votre-compte", ())] == ["demandez-compte"] * messaging
    reached = any({"sms", "telephone", "courriel"} & {*own.channels, own.fallback} for own in told.values())
    assert [each.key for each in lines.pop("numero-change", ())] == ["prevenez"] * reached
    other = [code for code in policy.languages if code != "fr"]
    said = lines.pop("une-autre-langue", ())
    listed = [Statement("messages-en", {"langues": other})]
    counted = [Statement("messages-en-tant", {"nombre": len(other)})]
    assert list(said) == ([] if not other else listed if len(other) <= MOST_LANGUAGES else counted)
    assert lines == {}


def assert_absence(policy: Policy, said: Sequence[Statement]) -> None:
    own, held = policy.purposes["absence"], holding(policy, "responsables", "absence")
    screens = [channel for channel in own.channels if channel in DIGITAL]
    expected: list[tuple[str, dict[str, object]]] = []
    if screens:
        at = policy.digests.daily_at if own.rhythm == "quotidien" else policy.digests.weekly_at
        clock: dict[str, object] = {"heure": int(at[:2]) * 60 + int(at[3:])}
        when = {"quotidien": clock, "hebdomadaire": {"jour": policy.digests.weekly_on} | clock}
        values: dict[str, object] = {"moyens": screens, **when.get(own.rhythm, {})}
        expected.append((f"absence-{own.rhythm}", values))
    if screens and own.rhythm != "jamais":
        # What passes through hours is said to; without any hours, nothing is said of them.
        both = {setting: policy.hours(setting)["responsables"] for setting in HELD_HOURS}
        expected += [
            (f"absence-{'pas' if setting in held else 'aussi'}-pendant-{setting}", {})
            for setting, hours in both.items()
            if holds(hours)
        ]
    for channel in own.channels:
        if channel == "telephone":
            expected.append(("absence-appel-immediat" if own.rhythm == "immediat" else "absence-appel", {}))
        elif channel in PAPER:
            expected.append(("absence-papier", {"moyens": [channel]}))
    assert [(each.key, dict(each.values)) for each in said] == expected


def assert_marks(policy: Policy, said: Sequence[Statement]) -> None:
    of: dict[str, Audience] = {"note-eleve": "eleves", "note-parent": "responsables"}
    expected = []
    for key, audience in of.items():
        moment = soonest_mark(policy, audience)
        if moment is None:
            expected.append(Statement(f"{key}-jamais"))
        elif policy.marks.published_at:
            expected.append(Statement(f"{key}-a-son-heure", {"delai": moment[0], "heure": moment[1]}))
        else:
            expected.append(Statement(key, {"delai": moment[0]}))
    assert list(said) == expected


def assert_held(policy: Policy, kind: SchoolKind, setting: Any, said: Sequence[Statement]) -> None:
    hours = policy.hours(setting)["responsables"]
    both = [one["responsables"] for one in (policy.suspended, policy.quiet)]
    keys = [each.key for each in said]
    days_off = {"temps-vacances", "temps-feries"}
    times = [each for each in said if each.key.startswith("temps-") and each.key not in days_off]
    if "heures-a-demander" in keys:
        week = held_half_hours(hours)
        assert not times
        assert sum((half - 1) % 336 not in week for half in week) > MOST_TIMES
    else:
        assert len(times) <= MOST_TIMES
        assert set().union(*map(half_hours, times)) == held_half_hours(hours)
        assert sum(len(half_hours(each)) for each in times) == len(held_half_hours(hours)), "each is named once"
    assert ("temps-vacances" in keys) == hours.school_holidays
    assert ("temps-feries" in keys) == hours.public_holidays
    never = setting == "suspended" and never_ends(hours)
    rest = [each for each in said if each not in times and each.key not in {"heures-a-demander", *days_off}]
    effect, *others = rest
    assert effect.key == ("ne-parait-jamais" if never else f"effet-{setting}")
    passes = set(hours.passes) & families(kind)
    exceptions = [each for each in others if each.key.startswith("passe")]
    assert [subjects(each, "passe", kind) for each in exceptions] == ([passes] if passes else [])
    whole = len(held_half_hours(both[0]) | held_half_hours(both[1])) == 7 * 48 and not any(map(never_ends, both))
    apart = passes or both[0].passes
    silent = ["ne-sonne-jamais-a-part" if apart else "ne-sonne-jamais"] * (setting == "quiet" and whole)
    assert [each.key for each in others if each not in exceptions] == silent


def assert_question(policy: Policy, said: Sequence[Statement]) -> None:
    question, reach = policy.purposes["question_parent"], policy.writing["responsables"]
    closed = all(reach[each] == "non" for each in ("enseignants", "personnels", "direction"))
    ways: list[str] = [
        each for each in question.channels if each != "affichage" and not (closed and each in ("ent", "vie_scolaire"))
    ]
    if not ways and question.fallback in ("carnet", "telephone"):
        ways = [str(question.fallback)]
    first, *others = said
    assert first == (Statement("contactez-nous", {"moyens": ways}) if ways else Statement("demandez-nous"))
    hours = policy.reply_within_hours
    told = question.rhythm != "jamais" or not set(question.channels) <= set(DIGITAL)
    promised = hours is not None and told and reach["enseignants"] != "non" and longest_wait(policy) < hours
    assert len(others) == promised, "nothing is promised that the settings do not allow"
    for reply in others:
        whole_days = present(hours) % 24 == 0 and present(hours) >= 48
        days = Statement("reponse-en-jours", {"jours": present(hours) // 24})
        assert reply == (days if whole_days else Statement("reponse", {"heures": hours}))


# --- in each language -----------------------------------------------------------------------------------------


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def variables(code: str) -> dict[str, frozenset[str]]:
    body = FluentParser().parse((TEXTS / code / "notice.ftl").read_text(encoding="utf-8")).body
    assert not [entry for entry in body if isinstance(entry, Junk)]
    needed = {}
    for entry in body:
        if isinstance(entry, Message):
            visitor = _Variables()
            visitor.visit(entry)
            assert entry.id.name not in needed
            needed[entry.id.name] = frozenset(visitor.names)
    return needed


@pytest.mark.parametrize("code", CODES)
def test_each_language_has_the_sentences_of_french_with_what_they_need(code: str) -> None:
    assert variables(code) == variables(FRENCH)


def test_no_sentence_is_there_that_this_test_does_not_know_of() -> None:
    assert set(keys_of(TEXTS / FRENCH / "notice.ftl")) == TITLES | ASKED | TERMS | NAMES | STATED


def test_the_notice_speaks_each_language_of_the_suite() -> None:
    assert spoken() == languages()


def written(language: Any, name: str, value: Any) -> list[str]:
    """What the CLDR writes of a value."""
    if name in ("premier", "dernier", "jour"):
        return [get_day_names("wide", "stand-alone", language.locale)[DAYS.index(value)]]
    if name in ("debut", "fin", "heure"):
        time = dt.time(value // 60, value % 60)
        # French, whose hours the suite writes otherwise, is read as it is elsewhere.
        return [hour_words(time) if language.locale == "fr_FR" else format_time(time, "short", locale=language.locale)]
    if name == "langues":
        return [Locale.parse(language.locale).languages[each] for each in value]
    if name in ("sujets", "moyens"):
        return [notice_words(language.code)(f"{name[:-1][:5]}-{each}").casefold() for each in value]
    # One and two are words in some languages, and the day of a test and the day after everywhere.
    return [str(value)] if name in ("heures", "jours", "nombre", "delai") and value > 2 else []


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").casefold()


@many
@given(policies(), st.sampled_from(KINDS), st.sampled_from(CODES))
@example(FULLEST, "college", "uk")
@example(FULLEST, "college", "ar")
@example(scattered(), "ecole", "tr")
def test_each_language_says_each_sentence_whole_with_days_hours_and_numbers_of_its_own(
    policy: Policy, kind: SchoolKind, code: str
) -> None:
    words = notice_words(code)
    for sentence in (Statement("titre", {"lieu": kind}), *every_sentence(parts(policy, kind))):
        said = words(sentence)
        assert said.strip()
        assert not re.search(r"[{}$]|None|\?\?\?| {2}", said), said
        for name, value in sentence.values.items():
            for part in written(words.language, name, value):
                assert plain(part) in plain(said), (name, value)


def test_no_name_of_a_thing_opens_a_turkish_sentence_with_an_i_that_loses_its_dot() -> None:
    path = TEXTS / "tr" / "notice.ftl"
    words = notice_words("tr")
    assert not [key for key in keys_of(path) if key in NAMES - {"delai"} and words(key).startswith("I")]


def test_simplified_french_is_plain() -> None:
    assert plain_faults_of_language("fr_simple", TEXTS) == []


# A name of the notice, and where the practice ENT has the same: what follows is what both say.
SAME_WORDS = {
    "sujet-absence": "vie-scolaire-absence",
    "sujet-retard": "vie-scolaire-retard",
    "sujet-fiche_renseignements": "demarches-fiche",
    "moyen-carnet": "carnet-nom",
    "moyen-visio": "reunion-nom",
    "les-notes": "suivi-notes",
}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("own", SAME_WORDS)
def test_a_thing_has_the_name_that_the_practice_ent_gives_it(own: str, code: str) -> None:
    here, there = (
        re.sub(r"\W+", " ", plain(words)) for words in (notice_words(code)(own), wording(code)(SAME_WORDS[own]))
    )
    assert there in here


@pytest.mark.parametrize("code", CODES)
def test_the_hours_have_the_names_that_the_practice_ent_gives_them(code: str) -> None:
    words, there = notice_words(code), wording(code)
    assert plain(there("reglages-soirees")) in plain(words("retenu-quiet"))
    hours = {"debut": "20:00", "fin": "07:00"}
    suspended = plain(there(TextRef(key="reglages-soirees-publication", arguments=hours))).split()[0]
    assert suspended in plain(words("retenu-suspended"))


@pytest.mark.parametrize("name", preset_names())
def test_in_french_an_hour_is_written_as_everywhere(name: str) -> None:
    said = plain(" ".join(notice_words(FRENCH)(each) for each in every_sentence(parts(load_policy(name), "college"))))
    assert not re.search(r"\d:\d", said), said
    night: dict[str, Any] = {"jour": "lundi", "debut": 20 * 60, "fin": 7 * 60 + 30}
    written = plain(notice_words(FRENCH)(Statement("temps-heures", night)))
    assert "20 h" in written
    assert "7 h 30" in written


@pytest.mark.parametrize("name", preset_names())
def test_the_notice_speaks_to_a_parent_and_of_no_law(name: str) -> None:
    said = " ".join(notice_words(FRENCH)(each) for each in every_sentence(parts(load_policy(name), "college"))).lower()
    assert "votre enfant" in said
    assert "vous" in said
    assert not [word for word in ("article", "règlement", "obligation", "loi ") if word in said]


# --- on paper ---------------------------------------------------------------------------------------------------


def pages_of(document: Document) -> list[Any]:
    return list(pypdf.PdfReader(BytesIO(to_pdf(document))).pages)


def lowest_line(page: Any) -> float:
    """How far down a page its last line stands, the footer aside, from 0 to 1."""
    high = float(page.mediabox.height)
    heights: list[float] = []

    def look(text: str, matrix: Any, place: Any, *_font: object) -> None:
        if text.strip():
            heights.append(matrix[3] * place[5] + matrix[5])

    page.extract_text(visitor_text=look)
    return max(1 - each / high for each in heights if each > 0.07 * high)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", [*preset_names(), "fullest"])
def test_in_each_language_a_notice_fills_one_page(name: str, code: str) -> None:
    policy, school = (FULLEST, LONG_NAME) if name == "fullest" else (load_policy(name), "Collège des Tilleuls")
    (page,) = pages_of(notice(policy, school, code=code))
    assert lowest_line(page) > 0.8


@few
@given(policies(), st.sampled_from(KINDS), st.sampled_from(CODES))
def test_the_notice_of_any_policy_holds_on_one_page_and_says_all(policy: Policy, kind: SchoolKind, code: str) -> None:
    made, words = notice(policy, LONG_NAME, kind, code), notice_words(code)
    assert len(pages_of(made)) == 1
    items = [item for block in made.blocks if isinstance(block, Definitions) for item in block.items]
    lines: list[NoticeLine] = [line for part in parts(policy, kind) for line in part.lines]
    said = [(plain(term), plain("".join(part.text for part in content))) for term, content in items]
    assert said == [(plain(words(line.term)), plain(" ".join(map(words, line.sentences)))) for line in lines]
    assert [plain(block.text) for block in made.blocks if isinstance(block, Heading)] == [
        plain(words(part.title)) for part in parts(policy, kind)
    ]
    assert isinstance(made.blocks[-1], Signatures)


@pytest.mark.parametrize("code", CODES)
def test_a_notice_is_accessible_and_says_that_its_translation_is_not_read_yet(code: str) -> None:
    reader = pypdf.PdfReader(BytesIO(to_pdf(notice(BALANCED, "Collège des Tilleuls", code=code))))
    root, language = cast(Any, reader.root_object), languages()[code]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith(language.tag)
    page = " ".join(reader.pages[0].extract_text().replace("\u00a0", " ").split())
    assert says(page, frame_words(code)["non-relu"], language) == (not language.reviewed)


@pytest.mark.parametrize("code", CODES)
def test_a_notice_is_set_in_the_fonts_that_the_suite_brings(code: str) -> None:
    (page,) = pages_of(notice(BALANCED, "Collège des Tilleuls", code=code))
    fonts = {str(font.get_object()["/BaseFont"]) for font in cast(Any, page["/Resources"])["/Font"].values()}
    assert fonts
    assert all("Libertinus" in name or "Vazirmatn" in name for name in fonts)
    assert any("Vazirmatn" in name for name in fonts) == (code == "ar")


def test_each_line_has_a_drawing_that_a_screen_reader_leaves_out_in_the_three_formats() -> None:
    made = notice(BALANCED, "Collège des Tilleuls")
    count = sum(len(part.lines) for part in parts(BALANCED, "college"))
    assert count > 10
    (page,) = pages_of(made)
    content = present(page.get_contents()).get_data()
    left_out = re.findall(rb"/Artifact.*?EMC", content, re.DOTALL)
    assert sum(b" 1.75 w " in each for each in left_out) == content.count(b" 1.75 w ") == count
    drawn = re.findall(r"<svg [^>]*>", to_html(made))
    assert [each for each in drawn if 'aria-hidden="true"' not in each] == []
    assert len(drawn) == count
    pictures = list(docx.Document(BytesIO(to_docx(made))).element.iter(qn("wp:docPr")))
    assert len(pictures) == count
    for picture in pictures:
        assert picture.get("descr") == ""
        (decorative,) = picture.iter("{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative")
        assert decorative.get("val") == "1"


def test_several_languages_are_one_document_of_a_page_each_in_its_direction() -> None:
    codes = chosen_languages([EVERY])
    made = notices(FULLEST, LONG_NAME, codes=codes)
    pages = pages_of(made)
    assert len(pages) == len(codes) == len(languages())
    for code, page in zip(codes, pages, strict=True):
        text = " ".join(page.extract_text().replace("\u00a0", " ").split())
        assert says(text, notice_words(code)("numero-a-appeler").replace("\u00a0", " "), languages()[code]), code
        assert "1 / 1" in text
        assert says(text, frame_words(code)["non-relu"], languages()[code]) == (not languages()[code].reviewed)
    html = to_html(made)
    assert '<div lang="ar" dir="rtl">' in html
    assert '<div lang="uk" dir="ltr">' in html
    sections = docx.Document(BytesIO(to_docx(made))).sections
    assert len(sections) == len(codes)


def test_after_an_arabic_page_a_french_one_reads_from_left_to_right() -> None:
    made = notices(BALANCED, "Collège des Tilleuls", codes=("ar", "fr"))
    file = docx.Document(BytesIO(to_docx(made)))
    bidi = [line.find(qn("w:pPr")).find(qn("w:bidi")) for line in file.element.body.iter(qn("w:p"))]
    turned = [None if each is None else each.get(qn("w:val")) for each in bidi]
    assert "0" in turned
    assert set(turned[turned.index("0") :]) == {"0"}
    # The style of a line says the rest.
    assert set(turned[: turned.index("0")]) == {None}


@needs_word_processor
@pytest.mark.parametrize("name", ["equilibree", "fullest"])
def test_a_word_processor_lays_each_notice_out_on_one_page(name: str, tmp_path: Path) -> None:
    policy, school = (FULLEST, LONG_NAME) if name == "fullest" else (load_policy(name), "Collège des Tilleuls")
    made = {code: notice(policy, school, code=code) for code in CODES}
    made["toutes"] = notices(policy, school, codes=CODES)
    pages = docx_pages(made, tmp_path)
    assert {each: len(found) for each, found in pages.items()} == {**dict.fromkeys(CODES, 1), "toutes": len(CODES)}


# --- which languages --------------------------------------------------------------------------------------------


def test_languages_are_chosen_in_the_order_of_the_suite_and_all_by_one_word() -> None:
    assert chosen_languages(["uk", "ar", "fr"]) == ("fr", "ar", "uk")
    assert chosen_languages(["fr", EVERY]) == tuple(languages())
    assert stem_of(("fr", "ar")) == "notice_parents_fr_ar"
    assert stem_of(tuple(languages())) == "notice_parents_toutes"


@pytest.mark.parametrize(("codes", "why"), [(["xx"], "pas écrite en «\u00a0xx\u00a0»"), ([], "au moins une langue")])
def test_a_language_that_is_not_spoken_is_refused_with_those_that_are(codes: list[str], why: str) -> None:
    with pytest.raises(NoticeError, match=why) as refused:
        chosen_languages(codes)
    assert "fr_simple" in str(refused.value)


def test_the_three_files_are_written(tmp_path: Path) -> None:
    paths = write_notices(BALANCED, "Collège des Tilleuls", tmp_path / "sortie", codes=("fr", "ar"))
    assert [path.name for path in paths] == [f"notice_parents_fr_ar.{ending}" for ending in ("docx", "pdf", "html")]
