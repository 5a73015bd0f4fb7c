"""The loader answers for a day, and says in French what is wrong with a file or a name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison.rules import RuleError, loader, provenance, rule, rule_file, rule_names, since_words

GOOD = """\
label: Essai
kind: charte
unit: jours
values: {2020-01-01: 1, 2024-09-01: 2}
reference:
  2020-01-01: {title: Premier texte, reported_by: un journal, no_url: Perdue.}
  2024-09-01: {title: Second texte, read_on: 2026-11-24, url: "https://exemple.invalid/texte"}
checked_on: 2026-11-24
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(loader, "RULES_FOLDER", tmp_path)
    rule_file.cache_clear()
    yield tmp_path
    rule_file.cache_clear()


@pytest.mark.parametrize(
    ("day", "value", "title"),
    [
        (dt.date(2020, 1, 1), 1, "Premier texte"),
        (dt.date(2024, 8, 31), 1, "Premier texte"),
        (dt.date(2024, 9, 1), 2, "Second texte"),
        (dt.date(2030, 1, 1), 2, "Second texte"),
    ],
)
def test_the_value_is_the_latest_that_holds(folder: Path, day: dt.date, value: int, title: str) -> None:
    (folder / "essai.yaml").write_text(GOOD, encoding="utf-8")
    found = rule("essai", day)
    assert (found.value, found.reference.title) == (value, title)


def test_before_the_first_date_there_is_no_value(folder: Path) -> None:
    (folder / "essai.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(RuleError, match=r"pas de valeur au 31/12/2019.*01/01/2020"):
        rule("essai", dt.date(2019, 12, 31))


@pytest.mark.parametrize(
    ("fault", "change"),
    [
        ("mêmes dates", ("2024-09-01: {title: Second texte", "2024-09-02: {title: Second texte")),
        ("kind", ("charte", "coutume")),
        ("checked_on", ("checked_on: 2026-11-24\n", "")),
        ("mal formé", ("label: Essai", "label: [Essai")),
        ("values", ("{2020-01-01: 1, 2024-09-01: 2}", "{}")),
        ("une source a une adresse", (", no_url: Perdue.", "")),
        ("une source a une adresse", ("no_url: Perdue.", 'reported_url: "https://exemple.invalid"')),
        ("est une hypothese", ("reported_by: un journal, ", "")),
        ("pas les deux", ("read_on: 2026-11-24", "read_on: 2026-11-24, reported_by: un journal")),
        ("since", ("read_on: 2026-11-24", "read_on: 2026-11-24, since: la rentrée")),
        ("reported_url", ("read_on: 2026-11-24", 'reported_url: "https://exemple.invalid"')),
        ("url", ('url: "https://exemple.invalid/texte"', "url: sur le web")),
        ("couleur", ("unit: jours", "unit: jours\ncouleur: verte")),
    ],
)
def test_a_file_that_does_not_hold_together_is_refused(folder: Path, fault: str, change: tuple[str, str]) -> None:
    assert change[0] in GOOD
    (folder / "essai.yaml").write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(RuleError, match=fault):
        rule_file("essai")


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(RuleError, match=r"n'existe pas.*absence/signalement"):
        rule("absence/signalemant", dt.date(2026, 9, 1))


def test_names_are_sorted_and_given_as_paths() -> None:
    names = rule_names()
    assert names == sorted(names)
    assert "messagerie/publication_suspendue" in names


@pytest.mark.parametrize(
    ("day", "since", "held"),
    [
        (dt.date(2024, 8, 31), "rapporté", "Rapporté par un journal, relevé le 24 novembre"),
        (dt.date(2024, 9, 1), "depuis le 1er septembre 2024", "En vigueur depuis le 1er septembre 2024. Lu le 24"),
    ],
)
def test_only_a_text_that_a_person_read_is_in_force_and_read(folder: Path, day: dt.date, since: str, held: str) -> None:
    (folder / "essai.yaml").write_text(GOOD.replace("charte", "reglement"), encoding="utf-8")
    found = rule("essai", day)
    assert since_words(found) == since
    assert held in provenance(found)


@pytest.mark.parametrize(
    ("kind", "source", "dated"),
    [
        ("reglement", "reported_by: un journal, since: la rentrée de 2020", True),
        ("reglement", "reported_by: un journal", False),
        ("hypothese", "reported_by: un journal, since: la rentrée de 2020", False),
    ],
)
def test_a_reported_text_has_the_date_that_its_source_gives_and_a_hypothesis_none(
    folder: Path, kind: str, source: str, dated: bool
) -> None:
    text = GOOD.replace("charte", kind).replace("reported_by: un journal", source)
    (folder / "essai.yaml").write_text(text, encoding="utf-8")
    found = rule("essai", dt.date(2020, 1, 1))
    assert ("rapporté, depuis la rentrée de 2020" in since_words(found)) == dated
    assert ("Depuis la rentrée de 2020, d'après qui le rapporte." in provenance(found)) == dated
    assert "janvier 2020" not in since_words(found) + provenance(found), "the file's own date is nobody's"


def test_what_reaches_the_screen_has_french_spaces(folder: Path) -> None:
    text = GOOD.replace("Premier texte", "'Décret « X » : lu ; vrai ?'").replace("Essai", "'Délai : essai'")
    (folder / "essai.yaml").write_text(text, encoding="utf-8")
    found = rule("essai", dt.date(2020, 1, 1))
    assert found.reference.title == "Décret «\u00a0X\u00a0»\u00a0: lu\u00a0; vrai\u00a0?"
    assert found.label == "Délai\u00a0: essai"
