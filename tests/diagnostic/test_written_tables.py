"""Aucun tableau que la suite écrit ne devient un questionnaire : ce qu'il porte n'est la réponse de personne."""

import ast
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from diagnostic.survey_exports import csv_text
from project.exceptions import exceptions
from training.a_course import COURSE
from training.a_session import SESSION

from liaison.base.tables import csv_bytes, declared_as, declared_tables
from liaison.diagnostic.own.questionnaire import WrittenFileError, own_questionnaire
from liaison.questions.common import Text
from liaison.training.marks.results import MOODLE_FIELDS, MoodleField, SessionMarks, Total, moodle_csv, results_csv
from liaison.training.marks.texts_file import texts_csv
from liaison.training.marks.texts_to_read import TextToRead
from liaison.training.marks.trainer_marks import TrainerMark
from liaison.training.papers.presences import empty_presences

ROOT = Path(__file__).parents[2]
WRITERS = ("csv_bytes", "table_csv")
# Where a table is written that is none of the suite's: said by the tests of what writes it, and why.
NOT_OURS = {
    f"{package}/{program}" for package, own in exceptions().items() for program in own.get("tables_of_others", {})
}
MARKS = SessionMarks((COURSE,), {code: {COURSE.id: Total(3.0, 1)} for code in SESSION.participants})


def kinds_in(text: str) -> Iterator[ast.expr | None]:
    """What each table of a program is said to be, where it is written; None where nothing says it."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WRITERS:
            yield next((each.value for each in node.keywords if each.arg == "kind"), None)


def is_declared(kind: ast.expr | None) -> bool:
    return kind is not None and not (isinstance(kind, ast.Constant) and kind.value not in declared_tables())


def programs() -> dict[str, str]:
    paths = [path for room in ("liaison", "widgets", "app") for path in (ROOT / room).rglob("*.py")]
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in paths
        if "base/tables" not in path.as_posix()
    }


def texts_to_fill() -> bytes:
    mark, question = TrainerMark(None, 0.0, ""), next(each for each in COURSE.questions if isinstance(each, Text))
    return texts_csv([TextToRead(COURSE, question, code, "Je le dirais.", mark) for code in SESSION.participants])


def for_moodle(field: MoodleField) -> bytes:
    return moodle_csv(MARKS, field)[0]


OF_A_SESSION: dict[str, Callable[[], bytes]] = {
    "textes_a_lire.csv": texts_to_fill,
    "resultats.csv": partial(results_csv, MARKS),
    "presences.csv": partial(empty_presences, SESSION),
    **{f"moodle_{field}.csv": partial(for_moodle, field) for field in MOODLE_FIELDS},
}


def test_every_table_that_the_suite_writes_is_declared_beside_its_writer() -> None:
    texts = programs()
    undeclared = {name for name, text in texts.items() if not all(map(is_declared, kinds_in(text)))}
    assert undeclared == NOT_OURS
    assert sum(len([*kinds_in(text)]) for text in texts.values()) > 25
    written = "\n".join(texts.values())
    assert [name for name in declared_tables() if f'"{name}"' not in written] == []


@pytest.mark.parametrize(
    ("line", "declared"),
    [
        ('csv_bytes(head, rows, kind="prets-d-un-plan")', True),
        ("table_csv(table, kind=table.kind, index=False)", True),
        ("csv_bytes(head, rows)", False),
        ("table_csv(table, kind=None)", False),
        ('csv_bytes(head, rows, kind="un-tableau-de-plus")', False),
    ],
)
def test_a_writer_that_declares_nothing_would_be_seen(line: str, declared: bool) -> None:
    (kind,) = kinds_in(f"made = {line}")
    assert is_declared(kind) is declared


@pytest.mark.parametrize("kind", ["prets-d-un-plan", "un-tableau-de-plus"])
def test_no_table_is_written_under_other_titles_than_it_declares(kind: str) -> None:
    with pytest.raises(LookupError, match=kind):
        csv_bytes(["cantine", "niveau"], [], kind=kind)


@pytest.mark.parametrize("kind", [name for name, table in declared_tables().items() if table.titles])
def test_no_table_that_the_suite_declares_makes_a_questionnaire(kind: str) -> None:
    table = declared_tables()[kind]
    head = [*table.titles, *(pattern.partition("|")[0].replace(r"\d\d_\w+", "01_un") for pattern in table.patterns)]
    rows = [head, *([f"{'ab'[rank % 2]}" for _ in head] for rank in range(20))]
    for titles in (head, [title.upper() for title in head]):  # as a spreadsheet's user may have them
        assert declared_as(titles) is table
    with pytest.raises(WrittenFileError, match="la suite a écrit") as refused:
        own_questionnaire("fichier.csv", csv_text(rows).encode())
    assert table.what in str(refused.value)


@pytest.mark.parametrize("name", OF_A_SESSION)
def test_what_a_session_writes_makes_no_questionnaire(name: str) -> None:
    with pytest.raises(WrittenFileError, match="la suite a écrit"):
        own_questionnaire(name, OF_A_SESSION[name]())


@pytest.mark.parametrize(
    "head",
    [
        ["code", "matin", "cantine"],
        ["code", "points", "cantine"],
        ["code", "cantine"],
        ["nom", "nom_de_famille", "courriel", "cantine"],
        ["email", "cantine"],
    ],
)
def test_a_form_of_which_some_titles_are_those_of_a_table_is_a_form(head: list[str]) -> None:
    assert declared_as(head) is None


def test_a_line_without_titles_is_no_table_of_the_suite() -> None:
    assert declared_as([]) is declared_as([""]) is None
