"""Des codes comme on les recopie : dans un texte, dans un tableau, deux fois, changés depuis, et corrigés à la main."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from diagnostic.files_read import read_files
from diagnostic.survey_exports import csv_text, google_forms, ods, some_families, xlsx

from liaison.diagnostic.answers import FamilyAnswer
from liaison.diagnostic.papers.exporting import corrections_csv
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.answer_code import code_of, in_groups
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport

QUESTIONNAIRE = family_questionnaire()


def family(token: int, version: int = 1, **given: Any) -> FamilyAnswer:
    answers = given or {"lecture": "jamais", "connexion": "fixe", "appareils": ("tablette",)}
    return FamilyAnswer(questionnaire=QUESTIONNAIRE.id, jeton=f"{token:08x}", remise=version, reponses=answers)


def code(token: int, version: int = 1, **given: Any) -> str:
    return in_groups(code_of(family(token, version, **given), QUESTIONNAIRE))


# Numbers drawn at random look like these; small ones would give codes of zeros.
TOKENS = [0x9E3779B9 * rank % 2**32 for rank in range(1, 7)]
CODES = [code(token) for token in TOKENS]
WRONG = CODES[5][:-1] + ("0" if CODES[5][-1] != "0" else "2")


def read(data: bytes, name: str = "codes.txt") -> ReadReport:
    report = read_answers(data, QUESTIONNAIRE, name=name)
    assert report.format == "suite"
    return report


def remarks(report: ReadReport) -> list[str]:
    return [each.reason for each in report.flagged]


AS_WRITTEN = [
    "Codes reçus lundi 12 novembre 2026",
    "",
    f"1. {CODES[0]}",
    f"  • {CODES[1].lower()}",
    f"- {CODES[2].replace('-', ' ')}",
    "6e B",
    f"Famille Fictif : {CODES[3].replace('-', chr(0x2011))} (rendu le 3)",
    WRONG,
    f"{CODES[4].replace('-', '')};",
    f"b) {WRONG[:14]}",
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_of_codes_is_read_as_people_write_it_and_each_line_keeps_its_number(encoding: str, end: str) -> None:
    report = read(end.join(AS_WRITTEN).encode(encoding))
    assert report.lines.tolist() == [3, 4, 5, 7, 9]
    assert [(refused.line, refused.column, refused.value) for refused in report.refused] == [
        (8, "", WRONG),
        (10, "", AS_WRITTEN[9]),
    ]
    assert remarks(report)[-1] == "lignes sans code, qui ne comptent pas : 1, 6"


def test_a_text_in_windows_1252_is_read_too() -> None:
    text = "\n".join(["Reçus à l'école", *CODES]).encode("cp1252")
    assert read(text).lines.tolist() == [2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("title", ["code", "Codes", "CODE FAMILLE", "Code de la famille", "Codes des familles"])
def test_the_header_of_a_lone_column_is_no_code_and_nothing_is_said_of_it(title: str) -> None:
    rows = [[title], *([each] for each in CODES)]
    for data in (xlsx({"Feuille 1": rows}), ods(rows), csv_text(rows).encode(), "\n".join([title, *CODES]).encode()):
        report = read(data)
        assert (report.lines.tolist(), remarks(report), report.refused) == ([2, 3, 4, 5, 6, 7], [], ())


TABLE = [
    ["Retours au 3 novembre", "", "", ""],
    ["Nom", "Niveau", "Code famille", "Rendu le"],
    ["Fictif", "6e", CODES[0], "2 nov."],
    ["Inventé", "5e", "", ""],
    ["Imaginé", "5e", "pas rendu", ""],
    ["Rêvé", "5e", WRONG, "3 nov."],
    ["Supposé", "5e", CODES[1].lower().replace("-", " "), "3 nov."],
]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods", "utf-16"])
def test_the_codes_of_a_table_are_read_with_the_level_beside_and_no_code_is_taken_for_a_column(kind: str) -> None:
    text = csv_text(TABLE)
    data = {"csv": text.encode(), "xlsx": xlsx({"Notes": [["rien"]], "Codes": TABLE}), "ods": ods(TABLE)}.get(kind)
    report = read(data or text.encode("utf-16"), f"codes.{kind}")
    assert report.lines.tolist() == [3, 7]
    assert report.answers.table["niveau"].tolist() == ["sixieme", "cinquieme"]
    assert report.answers.table["lecture"].tolist() == ["jamais", "jamais"]
    assert [(refused.line, refused.value) for refused in report.refused] == [(6, WRONG)]
    assert "lignes sans code, qui ne comptent pas : 4, 5" in remarks(report)
    assert "colonnes qui ne sont pas lues : Nom, Rendu le" in remarks(report)


def test_a_table_without_header_and_a_code_cut_into_five_cells_are_read() -> None:
    rows = [["Fictif", CODES[0]], [], CODES[1].split("-")]
    assert read(xlsx({"a": rows})).lines.tolist() == [1, 3]


def test_two_codes_on_one_line_are_refused_and_one_is_not() -> None:
    report = read(f"{CODES[0]}, {CODES[1]}\n{CODES[2]}\n".encode())
    assert report.lines.tolist() == [2]
    assert [(refused.line, "2 codes" in refused.reason) for refused in report.refused] == [(1, True)]


def test_a_list_in_which_every_code_is_wrong_is_still_a_list_of_codes() -> None:
    report = read(f"code\n{WRONG}\n{WRONG[1:]}\n".encode())
    assert [refused.line for refused in report.refused] == [2, 3]
    assert CODES[5][:4] not in " ".join(refused.reason for refused in report.refused)


def test_a_column_called_code_that_holds_those_of_the_school_is_not_one_of_families() -> None:
    report = read_answers(b"code;connexion\nAB12;fixe\nCD34;fixe\n", QUESTIONNAIRE, name="coupons.csv")
    assert (report.format, len(report.answers)) == ("tableau", 2)


def corrected_by(report: ReadReport, change: dict[str, str]) -> bytes:
    """The file of lines to correct, with these words written in its first line."""
    ((_, made),) = corrections_csv(report).items()
    rows = list(csv.DictReader(io.StringIO(made.decode("utf-8-sig")), delimiter=";"))
    rows[0] |= change
    return csv_text([list(rows[0]), *(list(row.values()) for row in rows)]).encode()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"code": CODES[5]}, "jamais"),
        ({"code": f"1) {CODES[5].lower()}"}, "jamais"),
        ({"code": "", "lecture": "chaque_semaine"}, "chaque_semaine"),
        ({"lecture": "chaque_semaine", "niveau": "6e"}, "chaque_semaine"),
    ],
)
@pytest.mark.parametrize("source", ["codes.txt", "codes.xlsx"])
def test_a_refused_code_is_corrected_by_its_code_or_by_its_answers_and_takes_the_place_of_the_refused_line(
    tmp_path: Path, source: str, change: dict[str, str], expected: str
) -> None:
    rows = [[each] for each in ["code", *CODES[:2], WRONG]]
    first = tmp_path / source
    first.write_bytes(xlsx({"a": rows}) if source.endswith("xlsx") else csv_text(rows).encode())
    again = tmp_path / "corrections.csv"
    again.write_bytes(corrected_by(read_files([first], QUESTIONNAIRE), change))
    for order in ([first, again], [again, first]):
        report = read_files(order, QUESTIONNAIRE)
        assert (report.lines_in, len(report.answers), report.refused) == (3, 3, ())
        assert report.answers.table["lecture"].tolist()[-1] == expected
        assert report.replaced == {source: 1}


def test_a_code_corrected_wrongly_stays_refused_and_comes_back_to_be_corrected(tmp_path: Path) -> None:
    first, again = tmp_path / "codes.txt", tmp_path / "corrections.csv"
    first.write_text(f"{CODES[0]}\n{WRONG}\n", encoding="utf-8")
    again.write_bytes(corrected_by(read_files([first], QUESTIONNAIRE), {"code": WRONG[1:]}))
    report = read_files([first, again], QUESTIONNAIRE)
    assert (len(report.answers), [refused.file for refused in report.refused]) == (1, ["corrections.csv"])
    again.write_bytes(corrected_by(report, {"code": CODES[5]}))
    assert len(read_files([first, again], QUESTIONNAIRE).answers) == 2


def test_the_same_code_twice_counts_once_and_blocks_nothing() -> None:
    report = read(f"{CODES[0]}\n{CODES[1]}\n{CODES[0].lower()}\n".encode())
    assert (report.lines.tolist(), report.refused, report.lines_repeated) == ([1, 2], (), 1)
    assert remarks(report) == ["cette réponse est déjà comptée (codes.txt, ligne 1) : elle compte une seule fois"]
    assert report.summary().replace("\u00a0", " ").endswith("Refusées : 0. Déjà comptées : 1.")
    assert corrections_csv(report) == {}


BEFORE, AFTER = {"lecture": "jamais"}, {"lecture": "chaque_semaine"}


@pytest.mark.parametrize("order", [(1, 2), (2, 1), (1, 2, 1), (2, 1, 2)])
def test_answers_changed_since_take_the_place_of_the_former_ones_whatever_the_order(order: tuple[int, ...]) -> None:
    given = {1: code(TOKENS[0], 1, **BEFORE), 2: code(TOKENS[0], 2, **AFTER)}
    report = read("\n".join([CODES[1], *(given[version] for version in order)]).encode())
    assert sorted(report.answers.table["lecture"]) == ["chaque_semaine", "jamais"]
    assert (report.refused, report.lines_repeated) == ((), len(order) - 1)
    assert any("la famille a changé" in remark for remark in remarks(report))


def test_a_later_version_in_another_file_or_as_a_file_of_the_family_counts_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "codes.txt").write_text(code(TOKENS[0], 1, **BEFORE), encoding="utf-8")
    (tmp_path / "reponses.json").write_text(family(TOKENS[0], 2, **AFTER).model_dump_json(), encoding="utf-8")
    names = ["codes.txt", "reponses.json"]
    for order in (names, names[::-1]):
        report = read_files([tmp_path / name for name in order], QUESTIONNAIRE)
        assert (report.answers.table["lecture"].tolist(), report.lines_in) == (["chaque_semaine"], 2)


def test_of_two_codes_that_do_not_say_which_is_later_the_last_read_counts_and_the_reader_is_told() -> None:
    report = read(f"{code(TOKENS[0], 1, **BEFORE)}\n{code(TOKENS[0], 1, **AFTER)}\n".encode())
    assert (report.answers.table["lecture"].tolist(), report.lines_repeated) == (["chaque_semaine"], 1)
    assert "les dernières lues comptent ; pour garder les autres, effacer cette ligne" in remarks(report)[0]


def test_nothing_that_leaves_the_reading_holds_the_number_drawn_at_random() -> None:
    report = read(f"{CODES[0]}\n{CODES[0]}\n{code(TOKENS[0], 2, **AFTER)}\n".encode())
    said = f"{report.table().to_csv()} {report.answers.table.to_csv()} {corrections_csv(report)}"
    assert f"{TOKENS[0]:08x}" not in said
    assert CODES[0] not in said


@pytest.mark.parametrize("context", [{"niveau": "sixieme", "mode": "telephone"}, {"mode": "en_ligne"}, {}])
def test_a_code_counts_in_the_class_and_the_way_that_its_address_said_and_in_no_other(context: dict[str, str]) -> None:
    answer = family(TOKENS[0]).model_copy(update={"contexte": context})
    report = read(in_groups(code_of(answer, QUESTIONNAIRE)).encode())
    row = report.answers.table.iloc[0]
    assert {name: row[name] for name in QUESTIONNAIRE.context if row.notna()[name]} == context


def test_a_number_drawn_by_a_tool_that_happens_to_be_a_code_leaves_an_export_what_it_is() -> None:
    drawn = code_of(family(TOKENS[0]), QUESTIONNAIRE)
    head, *lines = google_forms(some_families(QUESTIONNAIRE, 12, seed=5), joint=";")
    rows = [
        [*head, "Submission ID"],
        *([*line, drawn if rank == 3 else f"x{rank}y"] for rank, line in enumerate(lines)),
    ]
    report = read_answers(csv_text(rows, ",").encode(), QUESTIONNAIRE, name="export.csv")
    assert len(report.answers) == 12
    assert report.format != "suite"
