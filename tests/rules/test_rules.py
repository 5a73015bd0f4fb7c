"""Every rule of the suite holds together: dated, sourced, of a known nature, and silent before its first date."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.dates import get_month_names
from pydantic import ValidationError

from liaison.base.words import long_date
from liaison.messaging.policy.compliance import catalogue
from liaison.messaging.policy.policy import minutes
from liaison.rules import OURS, Reference, RuleError, RuleFile, provenance, rule, rule_file, rule_names, since_words
from widgets.kit import badge_of

NAMES = rule_names()
CHANGES = [(name, date) for name in NAMES for date in sorted(rule_file(name).values)]
DAY = dt.timedelta(days=1)
MONTHS = get_month_names("wide", locale="fr").values()
DATE = re.compile(rf"\b\d{{1,2}}(?:er)? (?:{'|'.join(MONTHS)}) \d{{4}}")
PRODUCT = ("Documentation de", "Code publié")
SUITE = Path(__file__).parents[2]
# A sentence that names a text in particular, and so tells what it holds.
NAMES_A_TEXT = re.compile(
    r"circulaire(?: demande de| de (?:juillet )?20\d\d| du \d|, elle)|la circulaire,|"
    r"[Cc]ode (?:de l'éducation|civil|du travail)|\barticle [DLR]\d"
)


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, key)
    else:
        yield key, value


def sentences(found: RuleFile) -> list[str]:
    references = found.reference.values()
    said = (text for one in references for text in (one.title, one.article, one.note, one.reported_by, one.no_url))
    return [found.label, *filter(None, said)]


def test_the_rules_that_a_policy_rests_on_are_all_there() -> None:
    assert len(NAMES) >= 40
    assert {entry.rule for entry in catalogue().values()} <= set(NAMES)


# What somebody else wrote or counted, by the words that a rule names it with.
LEANS_ON = re.compile(
    r"d'après|circulaire|\bcode d|article|arrêté|décret|sénat|baromètre|insee|depp|enquête|rapporté\s:",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_that_leans_on_a_text_says_where_it_is_or_why_it_does_not(name: str) -> None:
    for one in rule_file(name).reference.values():
        leans = LEANS_ON.search(f"{one.title} {one.note or ''}") or one.known != "choisi"
        assert not leans or one.url or one.no_url, (name, one.title)


@pytest.mark.parametrize("name", NAMES)
def test_each_rule_is_well_formed(name: str) -> None:
    found = rule_file(name)
    assert found.label
    assert found.unit
    assert all(reference.title for reference in found.reference.values())
    assert dt.date(2026, 11, 1) <= found.checked_on <= dt.datetime.now(dt.UTC).date() + DAY


@pytest.mark.parametrize("name", NAMES)
def test_each_rule_has_a_value_on_its_first_day_and_none_the_day_before(name: str) -> None:
    first = min(rule_file(name).values)
    assert rule(name, first).value is not None
    with pytest.raises(RuleError, match=f"{first:%d/%m/%Y}"):
        rule(name, first - DAY)


@pytest.mark.parametrize(("name", "date"), CHANGES)
def test_a_value_holds_from_its_date_and_the_one_before_until_its_eve(name: str, date: dt.date) -> None:
    found = rule_file(name)
    on_the_day = rule(name, date)
    assert (on_the_day.value, on_the_day.since) == (found.values[date], date)
    assert on_the_day.reference == found.reference[date]
    earlier = [one for one in found.values if one < date]
    if earlier:
        assert rule(name, date - DAY).value == found.values[max(earlier)]


def test_some_rule_has_changed_over_time() -> None:
    assert len(CHANGES) > len(NAMES), "otherwise the pairs above show only first days"
    before = rule("parents/resultats", dt.date(2016, 8, 31))
    after = rule("parents/resultats", dt.date(2016, 9, 1))
    assert (before.value, after.value) == ({"frequence": "régulièrement"}, {"frequence": "plusieurs fois par an"})


@pytest.mark.parametrize("name", [name for name in NAMES if rule_file(name).kind == "hypothese"])
def test_a_hypothesis_says_where_it_comes_from(name: str) -> None:
    found = rule_file(name)
    for reference in found.reference.values():
        assert reference.title.startswith(OURS) or reference.url or reference.note, name
        if reference.title.startswith(PRODUCT):
            assert found.label.startswith("Réglage d'usine"), "a product's default is not a recommendation"


@pytest.mark.parametrize("name", [name for name in NAMES if rule_file(name).kind in ("loi", "reglement")])
def test_a_law_can_be_looked_up(name: str) -> None:
    number_or_day = re.compile(r"n° \d|\d{1,2}(er)? \w+ \d{4}")
    found = rule_file(name).reference.values()
    # The calendar's file also quotes what completes its arrêtés: one text to look up is enough.
    assert any(one.article or number_or_day.search(one.title) for one in found), name


@pytest.mark.parametrize("name", NAMES)
def test_what_nobody_here_read_never_says_that_it_is_read_or_in_force(name: str) -> None:
    for date, reference in rule_file(name).reference.items():
        said = provenance(rule(name, date)).casefold().replace("\u00a0", " ")
        if not reference.read_on:
            # « non lu » and « n'a pas été lu » say the contrary.
            claims = re.findall(r"(?<!non )(?<!pas été )\b(?:lue?s?\b|vérifiée? le|en vigueur)", said)
            assert not claims, (name, claims)


@pytest.mark.parametrize(("name", "date"), CHANGES)
def test_a_date_is_shown_only_where_its_source_gives_it(name: str, date: dt.date) -> None:
    found = rule(name, date)
    source = found.reference
    written = (source.title, source.article, source.note, source.reported_by, source.no_url, source.since)
    given = {day for text in written if text for day in DATE.findall(text)} | {long_date(found.checked_on)}
    given |= {long_date(found.since), long_date(source.read_on)} if source.read_on else set()
    shown = since_words(found), provenance(found), *(str(value) for value in badge_of(found).values())
    assert {day for text in shown for day in DATE.findall(text)} <= given
    assert not source.since or source.since in (f"le {long_date(date)}", f"la rentrée {date.year}")
    # A date that a note gives for something else (a version, a publication) is not when the rule holds from.
    assert ("depuis" in since_words(found)) == bool(found.kind != "hypothese" and (source.since or source.read_on))


def test_some_dates_are_shown_and_some_are_not() -> None:
    """Otherwise the property above would hold of a suite without dates."""
    texts = [rule(name, date) for name, date in CHANGES if rule_file(name).kind != "hypothese"]
    dated = [one.name for one in texts if "depuis" in since_words(one)]
    assert 0 < len(dated) < len(texts)
    assert "parents/dialogue" in dated
    assert not {"accompagnement/pret_entretien", "parents/resultats", "parents/information"} & set(dated)


# What each of these is, once its sources were compared, and a word without which its label says another thing.
COMPARED = {
    "parents/documents_aux_deux": ("circulaire", "sauf décision de justice"),
    "parents/examen_conditions_dialogue": ("reglement", "examine"),
    "calendrier/corrections": ("hypothese", ""),
    "canaux/un_motif_un_canal": ("hypothese", ""),
    "lsu/papier": ("hypothese", ""),
}


@pytest.mark.parametrize(("name", "kind", "word"), [(name, *said) for name, said in COMPARED.items()])
def test_a_rule_keeps_the_nature_that_its_sources_give_it(name: str, kind: str, word: str) -> None:
    """A circulaire told as a law, or a choice of the suite told as a text, would be believed."""
    found = rule_file(name)
    assert found.kind == kind
    assert word in " ".join(sentences(found)).casefold()


@pytest.mark.parametrize("name", [name for name in NAMES if rule_file(name).kind != "hypothese"])
def test_a_text_says_who_reports_it_and_where(name: str) -> None:
    for reference in rule_file(name).reference.values():
        assert reference.read_on or reference.reported_by
        assert reference.url or reference.no_url


# A hypothesis has no badge that says how a text is known: the sentence that tells what an article holds says it.
CHOSEN = [
    (name, one)
    for name in NAMES
    for one in rule_file(name).reference.values()
    if one.known == "choisi" and re.search(r"\barticle\b|\bcode (?:de|du|civil)", one.note or "", re.IGNORECASE)
]


@pytest.mark.parametrize(("name", "source"), CHOSEN, ids=[name for name, _ in CHOSEN])
def test_a_hypothesis_tells_what_an_article_holds_as_it_is_reported(name: str, source: Reference) -> None:
    assert "rapport" in (source.note or ""), name


def test_some_hypotheses_name_an_article() -> None:
    assert {"reponse/delai_promis", "lsu/papier"} <= {name for name, _ in CHOSEN}


SOURCED = [
    (name, one)
    for name in NAMES
    for one in rule_file(name).reference.values()
    if not one.title.startswith(OURS) or "d'après" in " ".join(filter(None, (one.title, one.note))).casefold()
]


@pytest.mark.parametrize(("name", "source"), SOURCED, ids=[name for name, _ in SOURCED])
def test_each_source_has_an_address_or_a_written_reason(name: str, source: Reference) -> None:
    """What the suite chose after what somebody else found has a source too; who reports a text is not the text."""
    assert source.url or source.no_url
    assert not (source.url and source.no_url)
    assert source.no_url is None or len(source.no_url.split()) > 4  # « inconnue » would say nothing


def test_a_source_without_address_nor_reason_is_refused() -> None:
    with pytest.raises(ValidationError, match="no_url"):
        Reference(title="Circulaire du 1er septembre")
    assert Reference(title="Circulaire du 1er septembre", no_url="La page n'a pas été retrouvée.").no_url


def test_hours_are_written_in_quotes() -> None:
    hours = [
        (name, key, leaf)
        for name in NAMES
        for value in rule_file(name).values.values()
        for key, leaf in leaves(value, name.rpartition("/")[2])
        if re.search(r"^(start|end|a|heure.*|\w+_at)$", key) or re.fullmatch(r"\d\d:\d\d", str(leaf))
    ]
    assert len({name for name, _, _ in hours}) > 5
    bare = [hour for hour in hours if not isinstance(hour[2], str)]
    assert not bare, "a bare 20:00 is 1200 in YAML"
    assert all(0 <= minutes(leaf) <= 24 * 60 for _, _, leaf in hours if re.fullmatch(r"\d\d:\d\d", leaf))


def test_the_sentences_follow_french_typography() -> None:
    for name in NAMES:
        for text in sentences(rule_file(name)):
            assert not re.search(" [:;?!»]|« ", text), (name, text)


def test_the_quiet_hours_say_that_sources_disagree() -> None:
    for name in ("messagerie/publication_suspendue", "messagerie/publication_suspendue_fin_de_semaine"):
        found = rule(name, dt.date(2026, 11, 25))
        assert found.kind == "circulaire"
        assert found.reference.note is not None
        assert "divergent" in found.reference.note
        assert "non lu" in found.reference.note


def paragraphs() -> Iterator[tuple[str, str]]:
    """Every paragraph that a team reads of the texts: lessons, guides, exercises, findings."""
    for path in sorted((SUITE / "notebooks").rglob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                yield from ((f"{path.parent.name}, {cell['id']}", one) for one in "".join(cell["source"]).split("\n\n"))
    for path in sorted((SUITE / "notebooks").rglob("*.md")):
        for block in re.split(r"\n(?:\n|(?=- ))", path.read_text(encoding="utf-8")):
            yield f"{path.parent.name}/{path.name}", block
    filed = [*(SUITE / "notebooks").glob("*/exercice.yaml")]
    assert filed
    for path in (*filed, SUITE / "liaison" / "messaging" / "policy" / "constats.yaml"):
        for key, said in leaves(yaml.safe_load(path.read_text(encoding="utf-8"))):
            yield f"{path.parent.name}/{path.stem}, {key}", str(said)
    spoken = sorted(path for room in ("liaison", "app", "widgets") for path in (SUITE / room).rglob("texts/fr/*.ftl"))
    # A fictitious school writes to its families as schools do.
    for path in (path for path in spoken if "practice" not in path.parts):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield path.stem, line


def test_whoever_tells_what_a_text_holds_says_that_it_is_reported() -> None:
    """No text has been read here yet (no `read_on`): « d'après ce qui en est rapporté » goes with what it holds."""
    assert not [name for name in NAMES for one in rule_file(name).reference.values() if one.read_on]
    told = [(place, said) for place, said in paragraphs() if NAMES_A_TEXT.search(said.replace("\n", " "))]
    told = [(place, said) for place, said in told if "partie R ou D" not in said]  # a nature to choose, no text
    assert len(told) >= 8
    assert [place for place, said in told if "rapport" not in said] == []


def test_in_force_is_said_only_of_a_text_that_a_person_has_read() -> None:
    """`known.py` alone says it, by its own texts, from `read_on`."""
    sources = [
        path
        for folder, kinds in (
            ("liaison", ("py", "yaml", "ftl")),
            ("widgets", ("py", "js", "ftl")),
            ("notebooks", ("ipynb", "md")),
        )
        for kind in kinds
        for path in (SUITE / folder).rglob(f"*.{kind}")
    ]
    assert len(sources) > 500
    assert [path.name for path in sources if re.search(r"en vigueur", path.read_text("utf-8"), re.IGNORECASE)] == [
        "known.ftl"
    ]
