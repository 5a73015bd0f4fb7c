"""`liaison disclosure` : ce que tout un groupe a répondu est caché, une colonne qui désigne quelqu'un est refusée."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from liaison.base.tables import csv_bytes


@pytest.fixture
def table(tmp_path: Path) -> Any:
    def write(header: tuple[str, ...], *rows: tuple[object, ...]) -> Path:
        path = tmp_path / "familles.csv"
        path.write_bytes(csv_bytes(header, rows, kind=None))
        return path

    return write


def answer(liaison: Any, *words: object) -> dict[tuple[str, ...], object]:
    result = liaison("disclosure", *words, "--json")
    assert result.exit_code == 0, result.output
    return {tuple(row[:-1]): row[-1] for row in json.loads(result.stdout)["tableau"]}


@pytest.mark.parametrize("exceptions", [0, 1, 10])
def test_every_family_of_a_group_offline_is_not_told(liaison: Any, table: Any, exceptions: int) -> None:
    rows = [("3e", "non")] * 40 + [("3e", "oui")] * exceptions + [("4e", "oui")] * 25 + [("4e", "non")] * 25
    shown = answer(liaison, table(("niveau", "connexion"), *rows), "--by", "niveau", "--by", "connexion")
    assert shown["3e", "non"] == shown["3e", "oui"] == "caché"
    assert shown["3e", "Total"] == 40 + exceptions
    assert shown["Total", "Total"] == len(rows)


def test_a_group_where_eleven_answered_otherwise_is_told(liaison: Any, table: Any) -> None:
    rows = [("3e", "non")] * 40 + [("3e", "oui")] * 11 + [("4e", "oui")] * 25 + [("4e", "non")] * 25
    shown = answer(liaison, table(("niveau", "connexion"), *rows), "--by", "niveau", "--by", "connexion")
    assert (shown["3e", "non"], shown["3e", "oui"]) == (40, 11)


def test_what_everybody_answered_is_refused(liaison: Any, refused: Any, table: Any) -> None:
    path = table(("connexion",), *[("non",)] * 40)
    refused(liaison("disclosure", path, "--by", "connexion"), "n'a qu'une valeur", "de chaque famille")
    path = table(("connexion",), *[("non",)] * 40, *[("oui",)] * 20)
    assert answer(liaison, path, "--by", "connexion")["non",] == 40


def test_a_group_that_asks_for_nothing_is_not_told(liaison: Any, table: Any) -> None:
    rows = [("3e", 0)] * 40 + [("4e", 1)] * 25 + [("5e", 1)] * 25
    path = table(("niveau", "appareils"), *rows)
    assert answer(liaison, path, "--by", "niveau", "--value", "appareils")["3e",] == "caché"
    path = table(("niveau", "appareils"), *rows, *[("3e", 1)] * 11)
    assert list(answer(liaison, path, "--by", "niveau", "--value", "appareils").values()) == [11, 25, 25, 61]


def test_a_sum_of_nobody_is_told_unless_it_says_where_a_whole_group_is(liaison: Any, table: Any) -> None:
    rows = [("3e", "non", 1)] * 40 + [("4e", "oui", 1)] * 25 + [("4e", "non", 1)] * 25 + [("4e", "parfois", 1)] * 25
    words = ("--by", "niveau", "--by", "connexion", "--value", "appareils")
    header = ("niveau", "connexion", "appareils")
    shown = answer(liaison, table(header, *rows), *words)
    assert shown["3e", "oui"] == shown["3e", "parfois"] == "caché"
    # Eleven others in each line, and in each column: a 0 says no more than that nobody is there.
    rows += [("3e", "oui", 1)] * 25 + [("5e", answered, 1) for answered in ("oui", "non", "parfois") for _ in range(25)]
    shown = answer(liaison, table(header, *rows), *words)
    assert shown["3e", "parfois"] == 0
    assert "caché" not in shown.values()


def test_two_small_values_that_are_printed_hide_a_third_when_they_make_eleven_and_not_when_they_make_twelve(
    liaison: Any, table: Any
) -> None:
    for other, hidden in ((7, 3), (8, 2)):
        counts = {"fibre": 30, "ADSL": 40, "satellite": 4, "aucune": other}
        path = table(("connexion", "n"), *counts.items())
        shown = answer(liaison, path, "--by", "connexion", "--count", "n")
        # One family at least gave each: 4 and 7 are from 1 to 10, which is ten values.
        assert list(shown.values()).count("caché") == hidden
        assert shown["Total",] == 74 + other


def test_a_column_that_names_somebody_is_refused_and_nothing_is_written(
    liaison: Any, refused: Any, table: Any, tmp_path: Path
) -> None:
    levels = ("3e", "4e")
    rows = [(f"Famille {rank}", levels[rank % 2], f"06000000{rank:02d}", rank % 3) for rank in range(60)]
    path, out = table(("Nom", "niveau", "joindre", "enfants"), *rows), ("--out", tmp_path / "tableau.csv")
    for words, told in (
        (("--by", "nom"), "« nom » porte le titre d'un nom de personne"),
        (("--by", "niveau", "--by", "joindre"), "« joindre » contient un numéro de téléphone (60 cellules)"),
        (("--by", "niveau", "--value", "joindre"), "« joindre » contient un numéro de téléphone (60 cellules)"),
        (("--by", "niveau", "--count", "joindre"), "« joindre » contient un numéro de téléphone (60 cellules)"),
    ):
        result = liaison("disclosure", path, *words, *out)
        refused(result, told)
        assert "Famille 1" not in result.output
    assert not (tmp_path / "tableau.csv").exists()
    assert answer(liaison, path, "--by", "niveau", "--by", "enfants")["Total", "Total"] == 60


def test_what_is_hidden_is_said(liaison: Any, table: Any) -> None:
    path = table(("niveau",), *[("3e",)] * 20, *[("4e",)] * 20)
    said = liaison("disclosure", path, "--by", "niveau").stdout.replace("\u00a0", " ")
    assert "ce qu'un groupe entier ou presque a répondu" in said
    assert "refusée aux mots de son titre, à la forme de ses cellules" in " ".join(said.split())


def test_surnames_in_lower_case_are_refused_under_any_title_and_nothing_is_written(
    liaison: Any, refused: Any, table: Any, tmp_path: Path
) -> None:
    surnames = [f"de la {chr(97 + rank)}" for rank in range(24)]
    rows = [(surnames[rank % 24], surnames[rank % 24], ("3e", "4e")[rank % 2]) for rank in range(120)]
    path, out = table(("nomeleve", "colonne", "niveau"), *rows), tmp_path / "tableau.csv"
    refused(liaison("disclosure", path, "--by", "nomeleve", "--out", out), "titre d'un nom de personne")
    refused(liaison("disclosure", path, "--by", "colonne", "--out", out), "24 valeurs, que 5 familles partagent")
    assert not out.exists()


def test_shared_surnames_under_a_title_that_says_nothing_are_asked_about_and_a_person_may_say_that_they_are_none(
    liaison: Any, refused: Any, table: Any, tmp_path: Path
) -> None:
    surnames = ("Martin", "Diallo", "Benali", "Da Silva", "Nguyen", "Yilmaz", "Petit", "Traoré")
    path = table(("col 1", "niveau"), *[(surnames[rank % 8], ("3e", "4e")[rank // 40]) for rank in range(80)])
    out = tmp_path / "tableau.csv"
    result = liaison("disclosure", path, "--by", "col 1", "--by", "niveau", "--out", out)
    refused(result, "« col 1 » a 8 valeurs, dont 8 sont des noms ou des prénoms", "--not-names 'col 1'")
    assert not any(name in result.output for name in surnames)
    assert not out.exists()
    assert answer(liaison, path, "--by", "col 1", "--by", "niveau", "--not-names", "Col 1")["Total", "Total"] == 80
    refused(liaison("disclosure", path, "--by", "niveau", "--not-names", "col 1"), "n'est pas compté par « col 1 »")


@pytest.mark.parametrize(("fewest", "passes"), [(11, True), (10, False)])
def test_the_refusal_of_widespread_names_is_told_with_the_number_of_families_under_which_it_holds(
    liaison: Any, refused: Any, table: Any, fewest: int, passes: bool
) -> None:
    held = {"Martin": fewest, "Diallo": 14, "Petit": 15, "Lopez": 16}
    path = table(("repère",), *[(name,) for name, count in held.items() for _ in range(count)])
    result = liaison("disclosure", path, "--by", "repère")
    if not passes:
        refused(result, "« repère » a 4 valeurs, dont 4 sont des noms ou des prénoms répandus")
        return
    assert result.exit_code == 0, result.output
    said = " ".join(result.stdout.replace("\u00a0", " ").split())
    assert "quand trois valeurs au moins, et une sur trois, sont des noms ou des prénoms répandus" in said
    assert "et que moins de familles que le seuil portent l'un d'eux" in said
