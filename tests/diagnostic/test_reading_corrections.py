"""Une ligne corrigée prend la place de celle qu'elle corrige : chaque famille compte une fois, aucune ne se perd."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from diagnostic.files_read import read_files
from diagnostic.survey_exports import csv_text, framaforms, google_forms, kobo, limesurvey, some_families, xlsx

from liaison.diagnostic.papers.exporting import answers_csv, corrections_csv, free_name
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.corrected import corrected
from liaison.diagnostic.reading.reading import read_answers, read_chunks
from liaison.diagnostic.reading.reports import ReadReport, merged

QUESTIONNAIRE = family_questionnaire()
HEADER = ["connexion", "imprimante"]
# Nothing of a bad line can be read: it is refused whole; a line in part is kept without one cell.
GOOD, BAD, OTHER_BAD = ["fixe", "non"], ["fibre", ""], ["satellite", ""]
IN_PART, STILL_IN_PART = ["fibre", "non"], ["satellite", "non"]
FIXED = ["aucune", "non"]


def table(*rows: list[str]) -> bytes:
    return csv_text([HEADER, *rows]).encode()


def corrections(*rows: tuple[list[str], str, int | str]) -> bytes:
    lines = [[*cells, file, str(line), "peu importe"] for cells, file, line in rows]
    return csv_text([[*HEADER, "fichier", "ligne", "raison"], *lines]).encode()


@pytest.fixture
def read(tmp_path: Path) -> Any:
    """Read files given by name, in that order: `read(u=table(GOOD), c=corrections(…))` are u.csv and c.csv."""

    def together(**files: bytes) -> ReadReport:
        for name, content in files.items():
            (tmp_path / f"{name}.csv").write_bytes(content)
        report = read_files([tmp_path / f"{name}.csv" for name in files], QUESTIONNAIRE)
        assert report.lines_in == len(report.answers) + report.lines_refused + report.lines_aside
        assert {(each.file, each.line) for each in report.unread} == {
            (line.file, line.line) for line in report.lines_in_part
        }
        assert {(line.file, line.line) for line in report.refused_lines} <= {(r.file, r.line) for r in report.refused}
        return report

    return together


def said(report: ReadReport) -> str:
    return report.summary().replace("\u00a0", " ")


def places(report: ReadReport) -> list[tuple[str, int | None]]:
    return [(each.file, each.line) for each in report.refused]


def test_a_refused_line_of_which_the_correction_is_read_is_no_longer_counted(read: Any) -> None:
    report = read(u=table(GOOD, BAD, BAD), c=corrections((FIXED, "u.csv", 3)))
    assert places(report) == [("u.csv", 4)]
    assert report.answers.table["connexion"].tolist() == ["fixe", "aucune"]
    assert said(report) == (
        "Lignes lues : 3. Réponses gardées : 2. Refusées : 1. 1 ligne de « u.csv » est remplacée par sa correction."
    )
    both = read(u=table(GOOD, BAD, BAD), c=corrections((FIXED, "u.csv", 3), (FIXED, "u.csv", 4)))
    assert said(both).endswith("2 lignes de « u.csv » sont remplacées par leur correction.")
    assert (both.lines_in, len(both.answers)) == (3, 3)


def test_corrections_may_be_given_before_the_file_that_they_correct(read: Any) -> None:
    report = read(a=corrections((FIXED, "u.csv", 3)), u=table(GOOD, BAD))
    assert (report.lines_in, len(report.answers), report.replaced) == (2, 2, {"u.csv": 1})


def test_corrections_of_a_file_that_is_not_there_are_answers_like_others(read: Any) -> None:
    report = read(u=table(GOOD, BAD), c=corrections((FIXED, "autre.csv", 3)))
    assert (len(report.answers), places(report), report.replaced) == (2, [("u.csv", 3)], {})
    alone = read(c=corrections((FIXED, "u.csv", 3)))
    assert (alone.lines_in, len(alone.answers)) == (1, 1)


@pytest.mark.parametrize("line", ["", "douze", "3 ou 4", "-3", "9" * 12])
def test_a_row_that_does_not_say_which_line_it_corrects_is_one_more_answer(read: Any, line: Any) -> None:
    report = read(u=table(GOOD, BAD), c=corrections((FIXED, "u.csv", line)))
    assert (report.lines_in, len(report.answers), places(report)) == (3, 2, [("u.csv", 3)])


def test_a_correction_that_is_wrong_again_is_refused_at_its_own_place_and_given_back_with_the_first_one(
    read: Any,
) -> None:
    wrong = {"u": table(GOOD, BAD, BAD), "c": corrections((OTHER_BAD, "u.csv", 3), (FIXED, "u.csv", 4))}
    report = read(**wrong)
    assert places(report) == [("c.csv", 2)]
    assert (report.lines_in, len(report.answers)) == (3, 2)
    ((name, again),) = corrections_csv(report).items()
    assert name == "u.csv"
    (row,) = csv.DictReader(io.StringIO(again.decode("utf-8-sig")), delimiter=";")
    assert (row["connexion"], row["fichier"], row["ligne"]) == ("satellite", "u.csv", "3")
    last = read(**wrong, d=again.replace(b"satellite", b"fixe"))
    assert (last.lines_in, len(last.answers), last.refused) == (3, 3, ())
    assert last.replaced == {"u.csv": 2, "c.csv": 1}


def test_of_lines_wrong_every_time_only_the_last_is_left_to_correct(read: Any) -> None:
    report = read(u=table(BAD), c=corrections((OTHER_BAD, "u.csv", 2)), d=corrections((["mystère", ""], "u.csv", 2)))
    assert places(report) == [("d.csv", 2)]
    assert report.lines_in == 1


def test_the_correction_of_a_line_that_is_kept_as_it_is_would_count_a_family_twice_and_is_refused(read: Any) -> None:
    for names in (("u", "c"), ("c", "u")):
        files = {"u": table(GOOD, GOOD), "c": corrections((FIXED, "u.csv", 3))}
        report = read(**{name: files[name] for name in names})
        assert places(report) == [("c.csv", 2)]
        assert "la ligne 3 de « u.csv » est déjà gardée, telle qu'elle est" in report.refused[0].reason
        assert report.answers.table["connexion"].tolist() == ["fixe", "fixe"]
        assert report.answers.table.index.tolist() == ["r0001", "r0002"]


def test_a_wrong_correction_of_a_line_that_is_kept_as_it_is_does_not_vanish(read: Any) -> None:
    report = read(u=table(GOOD, GOOD), c=corrections((OTHER_BAD, "u.csv", 3)))
    assert places(report) == [("c.csv", 2)]
    assert (report.lines_in, report.replaced) == (3, {})


def test_a_line_corrected_twice_counts_once(read: Any) -> None:
    report = read(u=table(BAD), c=corrections((FIXED, "u.csv", 2), (GOOD, "u.csv", 2)))
    assert places(report) == [("c.csv", 3)]
    assert "corrigée (c.csv, ligne 2)" in report.refused[0].reason
    assert report.answers.table["connexion"].tolist() == ["aucune"]
    alone = read(c=corrections((FIXED, "u.csv", 2), (GOOD, "u.csv", 2)))
    assert len(alone.answers) == 1


def in_part(report: ReadReport) -> list[tuple[str, int]]:
    return [(line.file, line.line) for line in report.lines_in_part]


@pytest.mark.parametrize("names", [("u", "c"), ("c", "u")])
def test_the_correction_of_a_line_kept_in_part_counts_in_its_place(read: Any, names: Any) -> None:
    files = {"u": table(GOOD, IN_PART, IN_PART), "c": corrections((FIXED, "u.csv", 3))}
    report = read(**{name: files[name] for name in names})
    assert (report.lines_in, len(report.answers), report.refused, report.replaced) == (3, 3, (), {"u.csv": 1})
    assert sorted(report.answers.table["connexion"].dropna()) == ["aucune", "fixe"]
    assert in_part(report) == [("u.csv", 4)]


def test_a_correction_kept_in_part_takes_the_place_too_and_the_next_one_ends_it(read: Any) -> None:
    files = {"u": table(GOOD, IN_PART), "c": corrections((STILL_IN_PART, "u.csv", 3))}
    report = read(**files)
    assert (report.lines_in, len(report.answers), in_part(report)) == (2, 2, [("c.csv", 2)])
    ((name, again),) = corrections_csv(report).items()
    assert (name, again.count(b"satellite;non;u.csv;3;")) == ("u.csv", 1)
    last = read(**files, d=again.replace(b"satellite", b"aucune"))
    assert (last.lines_in, len(last.answers), last.unread, last.refused) == (2, 2, (), ())
    assert last.answers.table["connexion"].tolist() == ["fixe", "aucune"]
    assert last.replaced == {"u.csv": 1, "c.csv": 1}


def test_of_two_whole_corrections_of_a_line_kept_in_part_one_counts_and_the_other_is_refused(read: Any) -> None:
    report = read(u=table(IN_PART), c=corrections((FIXED, "u.csv", 2), (GOOD, "u.csv", 2)))
    assert (places(report), report.answers.table["connexion"].tolist()) == ([("c.csv", 3)], ["aucune"])


def test_a_correction_in_part_of_a_line_that_is_whole_is_refused_and_says_no_cell(read: Any) -> None:
    report = read(u=table(GOOD), c=corrections((IN_PART, "u.csv", 2)))
    assert (places(report), report.unread, report.lines_in) == ([("c.csv", 2)], (), 2)
    assert report.answers.table["connexion"].tolist() == ["fixe"]


def test_a_correction_of_a_file_that_is_not_read_is_refused_beside_a_line_in_part_that_may_be_the_same(
    read: Any,
) -> None:
    report = read(u=table(GOOD, IN_PART), c=corrections((FIXED, "autre_nom.csv", 3)))
    assert (places(report), len(report.answers)) == ([("c.csv", 2)], 2)
    assert "« autre_nom.csv », qui n'est pas lu : donner aussi ce fichier" in report.refused[0].reason


def test_corrections_are_found_whatever_the_block_of_lines_they_are_read_in() -> None:
    rows = [BAD if rank % 3 else GOOD for rank in range(50)]
    wrong = [rank + 2 for rank, row in enumerate(rows) if row == BAD]
    given = corrections(*((FIXED, "u.csv", line) for line in wrong))
    for size in (1, 7, 100):
        parts = [
            part
            for name, content in (("u.csv", table(*rows)), ("c.csv", given))
            for part in read_chunks(content, QUESTIONNAIRE, name=name, rows=size)
        ]
        report = merged(corrected(parts), QUESTIONNAIRE)
        assert (report.lines_in, len(report.answers), report.refused) == (50, 50, ())
        assert report.replaced == {"u.csv": len(wrong)}


def test_a_copy_of_a_response_is_not_a_line_to_correct() -> None:
    header = ["version", "questionnaire", "reponse", "jeton", "connexion", "imprimante"]
    rows = [["1", QUESTIONNAIRE.id, "", "a1b2", *GOOD]] * 2 + [["1", QUESTIONNAIRE.id, "", "c3d4", *BAD]]
    report = read_answers(csv_text([header, *rows]).encode(), QUESTIONNAIRE, name="u.csv")
    assert ([line.line for line in report.refused_lines], report.lines_repeated) == ([4], 1)
    assert corrections_csv(report)["u.csv"].decode("utf-8-sig").count("u.csv") == 1


def test_the_columns_that_say_what_is_corrected_are_not_said_to_be_unread(read: Any) -> None:
    report = read(u=table(GOOD, BAD), c=corrections((FIXED, "u.csv", 3)))
    assert not [each for each in report.flagged if "pas lues" in each.reason]
    other = read(u=csv_text([[*HEADER, "ligne"], [*GOOD, "3"]]).encode())
    assert [each.reason for each in other.flagged] == ["colonnes de l'outil, qui ne sont pas lues : ligne"]


SPOILT = "réponse illisible"
FAMILIES = some_families(QUESTIONNAIRE, 30, seed=31)
TOOLS = {
    "framaforms": (lambda: framaforms(FAMILIES), 3, "Comment préférez-vous"),
    "limesurvey": (lambda: limesurvey(FAMILIES), 1, "partage"),
    "google_forms": (lambda: google_forms(FAMILIES), 1, "Quels appareils"),
    "kobo": (lambda: kobo(FAMILIES), 1, "accueil/partage"),
    "suite": (
        lambda: list(csv.reader(io.StringIO(answers_csv(FAMILIES).decode("utf-8-sig")), delimiter=";")),
        1,
        "partage",
    ),
}


@pytest.mark.usefixtures("sentences_of_the_tests")
@pytest.mark.parametrize("tool", sorted(TOOLS))
def test_corrections_are_read_as_the_export_of_the_tool_that_they_correct(tmp_path: Path, tool: Any) -> None:
    make, header_lines, question = TOOLS[tool]
    rows = make()
    place = next(p for p, name in enumerate(rows[header_lines - 1]) if name.startswith(question))
    truth = {line: rows[line - 1][place] for line in range(header_lines + 1, len(rows) + 1) if line % 7 == 0}
    for line in truth:
        rows[line - 1][place] = SPOILT
    export = tmp_path / "export.xlsx"
    export.write_bytes(xlsx({"r": rows}))
    (made,) = corrections_csv(read_answers(export, QUESTIONNAIRE)).values()
    head, *lines = csv.reader(io.StringIO(made.decode("utf-8-sig")), delimiter=";")
    column = lines[0].index(SPOILT)
    for cells in lines:
        cells[column] = truth[int(cells[head.index("ligne")])]
    back = tmp_path / "corrections.csv"
    back.write_text(csv_text([head, *lines]), encoding="utf-8")
    for files in ([export, back], [back, export]):
        report = read_files(files, QUESTIONNAIRE)
        assert (report.lines_in, len(report.answers), report.refused) == (len(FAMILIES), len(FAMILIES), ())
        assert (report.unread, report.replaced) == ((), {"export.xlsx": len(truth)})


def test_a_name_that_is_taken_gives_the_next_one() -> None:
    assert free_name("a.csv", set().__contains__) == "a.csv"
    assert free_name("a.csv", {"a.csv"}.__contains__) == "a_2.csv"
    assert free_name("a.csv", {"a.csv", "a_2.csv"}.__contains__) == "a_3.csv"
