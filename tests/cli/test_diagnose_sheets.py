"""Ce qui n'est pas lu est dit : une autre feuille, une ligne de total ; et le tableau à protéger n'est pas remplacé."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from diagnostic.survey_exports import xlsx

ANSWERS = [["niveau", "connexion"], *[["6e", "fixe"]] * 20]
NOTES = [["Enquête du collège"], ["Faite en novembre"]]


@pytest.fixture
def workbook(tmp_path: Path) -> Any:
    def write(**sheets: Any) -> Any:
        path = tmp_path / "classeur.xlsx"
        path.write_bytes(xlsx(sheets))
        return path

    return write


def test_notes_before_the_answers_are_said_not_to_be_read(liaison: Any, workbook: Any) -> None:
    answer = json.loads(liaison("diagnose", workbook(Notes=NOTES, Reponses=ANSWERS), "--json").stdout)
    assert (answer["lignes_lues"], answer["reponses_gardees"]) == (20, 20)
    assert "la feuille « Notes » n'est pas lue" in {
        line["raison"].replace("\u00a0", " ") for line in answer["remarques"]
    }


def test_a_workbook_without_answers_names_every_sheet_that_is_not_read(
    liaison: Any, refused: Any, workbook: Any
) -> None:
    path = workbook(Notes=NOTES, Suite=NOTES)
    refused(liaison("diagnose", path), "aucune colonne n'est reconnue", "la feuille « Suite » n'est pas lue")


def test_disclosure_reads_the_first_sheet_and_names_the_others(liaison: Any, workbook: Any) -> None:
    path = workbook(Classes=[["classe"], *[["A"], ["B"]] * 30], Reponses=ANSWERS)
    words = ("disclosure", path, "--by", "classe")
    assert "« classeur.xlsx », la feuille « Reponses » n'est pas lue." in liaison(*words).stdout.replace("\u00a0", " ")
    answer = json.loads(liaison(*words, "--json").stdout)
    assert (answer["lignes"], answer["remarques"]) == (60, ["la feuille « Reponses » n'est pas lue"])
    alone = json.loads(
        liaison("disclosure", workbook(Classes=[["classe"], *[["A"], ["B"]] * 30]), *words[2:], "--json").stdout
    )
    assert alone["remarques"] == []


@pytest.mark.parametrize("word", ["Total", "TOTAL", "total :"])
def test_a_line_of_total_in_the_table_is_refused(liaison: Any, refused: Any, tmp_path: Path, word: str) -> None:
    source = tmp_path / "classes.csv"
    source.write_text(f"classe;familles\nA;30\nB;20\n{word};50\n", encoding="utf-8")
    words = ("disclosure", source, "--by", "classe", "--count", "familles")
    refused(liaison(*words), "la colonne « classe » porte déjà une ligne", "(ligne 4)")
    source.write_text("classe;familles\nA;30\nB;20\nTotalement;50\n", encoding="utf-8")
    assert json.loads(liaison(*words, "--json").stdout)["tableau"][-1] == ["Total", 100]


def test_disclosure_never_writes_over_the_table_that_it_reads(liaison: Any, refused: Any, tmp_path: Path) -> None:
    source, link, other = (tmp_path / name for name in ("classes.csv", "lien.csv", "autre.csv"))
    source.write_text("classe\n" + "A\nB\n" * 30, encoding="utf-8")
    link.symlink_to(source)
    before = source.read_bytes()
    for out in (source, link, tmp_path / "." / "classes.csv"):
        refused(liaison("disclosure", source, "--by", "classe", "--out", out), "est le tableau à protéger")
        assert source.read_bytes() == before
    other.write_text("ancien", encoding="utf-8")
    assert liaison("disclosure", source, "--by", "classe", "--out", other).exit_code == 0
    assert "ancien" not in other.read_text(encoding="utf-8")
