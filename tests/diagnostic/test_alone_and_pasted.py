"""Des fichiers d'une ligne, un export collé sous lui-même, un code sans son zéro, un premier « non » dit deux fois."""

from __future__ import annotations

import re
from itertools import permutations, product
from pathlib import Path

import pytest
from diagnostic.survey_exports import Rows, csv_text, google_forms, xlsx
from diagnostic.test_repeats import FAMILIES, TOOLS, WHOLE, as_csv, counts, read, reasons, typed

from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.reading import read_answers

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")


def of_one_line(time: str) -> bytes:
    head, first, *_ = google_forms(FAMILIES, joint=";")
    # Without its address, which would tell who answers.
    return as_csv([head[:-1], [time, *first[1:-1]]], ",")


def test_a_file_of_one_line_given_twice_waits_for_a_yes(tmp_path: Path) -> None:
    for rank, rows in enumerate((typed(FAMILIES)[:2], [["connexion", "imprimante"], ["fixe", "non"]])):
        folder = tmp_path / str(rank)
        folder.mkdir()
        report = read(folder, a_csv=as_csv(rows, ";"), b_csv=as_csv(rows, ";"))
        assert (counts(report), report.maybe_twice) == ((2, 0, 0), 1)
        assert "toute pareille : les deux comptent" in reasons(report)


def test_two_files_of_one_line_wait_for_a_yes_at_one_second_and_an_hour_apart(tmp_path: Path) -> None:
    first, later = of_one_line("03/11/2026 08:12:41"), of_one_line("03/11/2026 09:12:41")
    assert read(tmp_path, a_csv=first, b_csv=first).maybe_twice == 1
    report = read(tmp_path, a_csv=first, b_csv=later)
    assert (counts(report), report.maybe_twice) == ((2, 0, 0), 1)
    assert "à d'autres heures : les deux comptent" in reasons(report)
    assert not read(tmp_path, a_csv=first, b_csv=of_one_line("03/11/2026 09:31:02")).waits


@pytest.mark.parametrize("header", [0, 1])
@pytest.mark.parametrize("tool", ["google", "excel"])
def test_an_export_pasted_twice_in_one_file_waits_for_a_yes_and_the_lines_to_erase_are_named(
    tool: str, header: int, tmp_path: Path
) -> None:
    rows = TOOLS[tool][0](FAMILIES)
    report = read(tmp_path, a_csv=as_csv([*rows, *rows[1 - header :]], ";"))
    assert (len(report.answers), report.maybe_twice) == (2 * WHOLE, WHOLE)
    erase = re.search(r"effacer les lignes (\d+) à (\d+)", reasons(report))
    assert erase
    first, last = map(int, erase.groups())
    left = [*rows, *rows[1 - header :]]
    followed = read(tmp_path, b_csv=as_csv([*left[: first - 1], *left[last:]], ";"))
    assert (len(followed.answers), followed.waits) == (WHOLE, False)


def test_an_export_and_its_sequel_pasted_below_wait_for_a_yes_too(tmp_path: Path) -> None:
    rows = typed(FAMILIES)
    report = read(tmp_path, a_csv=as_csv([*rows[:21], *rows[1:]], ";"))
    assert report.maybe_twice == 20


def test_families_of_one_file_that_answer_alike_one_after_the_other_are_no_paste(tmp_path: Path) -> None:
    put_in_order = [["aucune", "non"]] * 24 + [["fixe", "maison"]] * 36 + [["fixe", "non"]] * 30
    answers = (
        [["fixe", "maison"]] * 40,
        [["fixe", "non"], ["aucune", "maison"]] * 2,
        [["fixe", "non"]] * 2,
        put_in_order,
    )
    for rank, lines in enumerate(answers):
        report = read(tmp_path, **{f"a{rank}_csv": as_csv([["connexion", "imprimante"], *lines], ";")})
        assert not report.waits, rank


def coded(rows: Rows, codes: list[str]) -> Rows:
    place = rows[0].index("jeton")
    return [rows[0], *([*row[:place], code, *row[place + 1 :]] for row, code in zip(rows[1:], codes, strict=True))]


@pytest.mark.parametrize("eaten_first", [False, True])
def test_a_code_without_its_zero_is_the_same_where_all_those_of_the_other_file_have_as_many_digits(
    eaten_first: bool, tmp_path: Path
) -> None:
    rows = with_codes()
    codes = [f"{rank * 257:08d}" for rank in range(1, WHOLE + 1)]
    eaten = coded(rows, [code.lstrip("0") for code in codes])
    for rank, (whole, together) in enumerate([(codes, WHOLE), ([*codes[:-1], codes[-1].lstrip("0")], 2 * WHOLE - 1)]):
        folder = tmp_path / str(rank)
        folder.mkdir()
        files = {"a_csv": as_csv(coded(rows, whole), ";"), "b_csv": as_csv(eaten, ";")}
        report = read(folder, **dict(reversed(files.items())) if eaten_first else files)
        assert len(report.answers) == together


def with_codes() -> Rows:
    head, *lines = [line.split(";") for line in answers_csv(FAMILIES).decode("utf-8-sig").splitlines()]
    return [[*head[:3], "jeton", *head[3:]], *([*line[:3], "", *line[3:]] for line in lines)]


@pytest.mark.parametrize("said", list(product(["ordinateur", "aucun"], ["ordinateur", "cle_internet", "aucun"])))
@pytest.mark.parametrize("families", [0, 6])
def test_a_first_family_that_gives_one_box_to_each_of_two_questions_is_no_second_header(
    said: tuple[str, str], families: int
) -> None:
    rows = [["appareils", "pret"], list(said), *[["tablette", "aucun"]] * families]
    for content, name in ((csv_text(rows).encode(), "a.csv"), (xlsx({"Feuille 1": rows}), "a.xlsx")):
        report = read_answers(content, family_questionnaire(), name=name)
        assert len(report.answers) == 1 + families


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("level", ["", "niveau"])
def test_two_classes_that_answer_a_message_in_the_same_minutes_lose_nobody_in_silence(
    level: str, numbered: bool, tmp_path: Path
) -> None:
    def in_class(name: str, first_day: int, hour: int) -> bytes:
        burst = [[f"03/11/2026 18:{minute:02d}", "fixe", "maison"] for minute in (0, 0, 1, 1, 2, 2)]
        days = range(first_day, first_day + 7)
        rows = [*burst, *([f"{day:02d}/11/2026 {hour}:{day:02d}", "aucune", "non"] for day in days)]
        head, own = (["niveau"], [name]) if level else ([], [])
        numbers = [["ID"], *([str(rank)] for rank in range(1, 14))] if numbered else [[]] * 14
        table = [["Heure de début", *head, "connexion", "imprimante"], *([time, *own, *said] for time, *said in rows)]
        return as_csv([[*number, *row] for number, row in zip(numbers, table, strict=True)], ";")

    report = read(tmp_path, a_csv=in_class("sixieme", 5, 9), b_csv=in_class("cinquieme", 12, 20))
    assert (len(report.answers), report.waits) == (26, True)


ANSWERED = {"2026-11-28": ["fixe", "non", "jamais", "", ""], "2026-11-20": ["", "non", "jamais", "maison", "sms"]}
OLDEST = {"2026-11-10": ["aucune", "non", "jamais", "maison", "sms"]}


@pytest.mark.parametrize("order", list(permutations([*ANSWERED, *OLDEST])))
def test_of_three_versions_the_last_counts_whatever_the_files_are_called(
    order: tuple[str, ...], tmp_path: Path
) -> None:
    asked = ["connexion", "imprimante", "lecture", "aide", "canal"]
    files = {}
    for name, day in zip(("a_csv", "b_csv", "c_csv"), order, strict=True):
        cells = {question: said for question, said in zip(asked, (ANSWERED | OLDEST)[day], strict=True) if said}
        head = ["Submission ID", "Respondent ID", "Submitted at", *cells]
        files[name] = as_csv([head, ["w7Kq2Z", "p1", f"{day} 18:00:05", *cells.values()]], ",")
    report = read(tmp_path, **files)
    assert report.answers.table["connexion"].tolist() == ["fixe"]


def test_a_level_left_blank_is_taken_from_the_other_export_that_asks_less(tmp_path: Path) -> None:
    head, *rows = [line.split(";") for line in answers_csv(FAMILIES).decode("utf-8-sig").splitlines()]
    place, less = head.index("niveau"), head.index("langue")
    filled = [[*row[:place], "sixieme", *row[place + 1 :]] for row in rows]
    blank = [[*row[:place], "", *row[place + 1 :]] for row in rows]
    whole = as_csv([head, *blank], ";")
    asking_less = as_csv([[*row[:less], *row[less + 1 :]] for row in (head, *filled)], ";")
    report = read(tmp_path, a_csv=whole, b_csv=asking_less)
    assert len(report.answers) == WHOLE
    assert set(report.answers.table["niveau"]) == {"sixieme"}


def test_a_level_corrected_on_every_line_of_a_table_waits_for_a_yes(tmp_path: Path) -> None:
    head, *rows = typed(FAMILIES)
    first, later = (
        as_csv([["niveau", *head], *([level, *row] for row in rows)], ";") for level in ("sixieme", "cinquieme")
    )
    report = read(tmp_path, a_csv=first, b_csv=later)
    assert (len(report.answers), report.maybe_twice) == (2 * WHOLE, WHOLE)
