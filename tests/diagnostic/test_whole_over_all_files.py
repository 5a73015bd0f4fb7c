"""Une question n'est entière que si chaque fichier qui la pose en a chaque case : rien n'est compté « non coché » d'un
fichier qui ne l'a pas demandé, et ce qui manque est nommé."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

import pandas as pd
import pytest
from diagnostic import survey_exports
from diagnostic.survey_exports import Rows, csv_text, google_forms, limesurvey, some_families, survey_monkey
from diagnostic.tools_by_hand import TOOLS

from liaison.base.tables.opened import HEAD_LINES
from liaison.diagnostic.answers import Answers, joined
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.counting.tabulation import EQUIPMENT_AXIS, SKILLS_AXIS, coded
from liaison.diagnostic.papers.cautions import asked_in_part
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.item import question_and_part, question_of
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading import wording
from liaison.diagnostic.reading.formats import layout_of
from liaison.diagnostic.reading.questions_read import questions_read, reading_words
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport, merged
from liaison.diagnostic.reading.wording import lexicon

QUESTIONNAIRE = family_questionnaire()
HERE, THERE = (some_families(QUESTIONNAIRE, 40, seed=seed) for seed in (5, 6))
PARTS = [column.name for column in QUESTIONNAIRE.columns() if column.part]
IN_ONE_CELL = {"Google Forms", "Microsoft Forms", "un ENT"}  # of the boxes that a family ticked
BOXED: dict[str, Callable[[Answers], Rows]] = {
    **{tool: export for tool, export in TOOLS.items() if tool not in IN_ONE_CELL},
    "LimeSurvey, titres entiers": partial(limesurvey, heading="full", long=True),
    "SurveyMonkey": survey_monkey,
}
BOXES = [column.name for column in QUESTIONNAIRE.columns() if not column.values]
ROW = next(name for name in PARTS if name not in BOXES)


@pytest.fixture(autouse=True)
def sentences_of_the_suite(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey_exports, "TEXTS", wording.TEXTS)


def read(rows: Rows, name: str = "export.csv") -> ReadReport:
    return read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name=name)


@cache
def places(tool: str) -> tuple[dict[str, int], int]:
    """Return the column of each box and row in the export of a tool, and the line of their titles."""
    rows = {**TOOLS, **BOXED}[tool](THERE)
    (mapping,) = read(rows).mappings.values()
    layout = layout_of(rows[:HEAD_LINES], lexicon(QUESTIONNAIRE))
    position = {column.name: column.position for column in layout.columns}
    return {column.cible: position[column.source] for column in mapping.colonnes}, layout.header_lines - 1


def without(tool: str, part: str) -> Rows:
    """Return an export without the column of one box or row; the title that stood above it goes to the next one."""
    rows, (columns, titles) = {**TOOLS, **BOXED}[tool](THERE), places(tool)
    place = columns[part]
    for row in rows[:titles]:
        if not row[place + 1]:
            row[place + 1] = row[place]
    return [[cell for rank, cell in enumerate(row) if rank != place] for row in rows]


def plain(lines: list[str]) -> str:
    return "\n".join(lines).replace("\u00a0", " ").replace("\u202f", " ")


def on_screen(report: ReadReport) -> str:
    return plain(reading_words(report, question_words, value_words))


def on_paper(answers: Answers) -> str:
    return plain(asked_in_part(answers))


def words_of(name: str) -> tuple[str, str]:
    question, part = question_and_part(name)
    return plain([question_words(question)]), plain([value_words(question, part)])


@pytest.mark.parametrize("tool", sorted(BOXED))
@pytest.mark.parametrize("box", BOXES)
def test_a_box_that_one_file_of_two_lacks_is_not_published_and_no_other_number_is_false(tool: str, box: str) -> None:
    question, words = words_of(box)
    rows = without(tool, box)
    report = merged([read(google_forms(HERE), "ici.csv"), read(rows, "ailleurs.csv")], QUESTIONNAIRE)
    both, truth = report.answers, joined([HERE, THERE], QUESTIONNAIRE).table
    assert box in both.unasked
    for name in set(BOXES) - both.unasked:
        assert both.table[name].fillna(value=False).tolist() == truth[name].fillna(value=False).tolist(), name
    assert (EQUIPMENT_AXIS in coded(both).variables) is not box.startswith("appareils")
    if box in both.left_out:
        assert f"« {question} » n'est pas dans ces chiffres" in on_paper(both)
    else:
        assert f"« {question} » : ces chiffres ne disent rien de « {words} »" in on_paper(both)
        assert f"« {question} » : « {words} », dans aucune colonne de « ailleurs.csv »" in on_screen(report)
    assert f"« {question} » : demandée par une partie" not in on_paper(both)


@pytest.mark.parametrize("title", ["", "Unnamed: 6", "half", "a few letters"])
@pytest.mark.parametrize("tool", sorted(BOXED))
def test_a_box_that_lost_its_title_where_it_stands_makes_no_number_false(tool: str, title: str) -> None:
    ticked = {box for box in BOXES if THERE.table[box].fillna(value=False).any()}
    for box in BOXES:
        rows, (columns, titles) = BOXED[tool](THERE), places(tool)
        place = columns[box]
        whole = rows[titles][place]
        rows[titles][place] = {"half": whole[: len(whole) // 2], "a few letters": whole[:6]}.get(title, title)
        answers = read(rows).answers
        own = [name for name in BOXES if question_of(name) == question_of(box)]
        if answers.left_out.isdisjoint(own):
            pd.testing.assert_frame_equal(answers.table[own], THERE.table[own])
            assert answers.unasked & set(own) <= {box} - ticked


@pytest.mark.parametrize(
    ("column", "axis"), [("connexion", EQUIPMENT_AXIS), ("partage", EQUIPMENT_AXIS), (ROW, SKILLS_AXIS), ("canal", "")]
)
def test_an_axis_is_published_where_every_family_was_asked_all_that_it_is_deduced_from(column: str, axis: str) -> None:
    """Of those who were not asked, only some could be placed: the shares of the others would be false."""
    lacking = replace(THERE, unasked=frozenset({column}))
    both = joined([HERE, lacking], QUESTIONNAIRE)
    assert column in both.not_asked_of_all
    assert {EQUIPMENT_AXIS, SKILLS_AXIS} - coded(both).variables.keys() == ({axis} if axis else set())
    whole = joined([HERE, THERE], QUESTIONNAIRE)
    assert {EQUIPMENT_AXIS, SKILLS_AXIS} <= coded(whole).variables.keys()


@pytest.mark.parametrize("tool", sorted(TOOLS))
def test_a_row_that_one_file_of_two_lacks_is_named_and_not_published_and_the_others_are(tool: str) -> None:
    question, words = words_of(ROW)
    rows = without(tool, ROW)
    report = merged([read(google_forms(HERE), "ici.csv"), read(rows, "ailleurs.csv")], QUESTIONNAIRE)
    grid = [name for name in PARTS if name not in BOXES]
    assert report.answers.unasked & set(grid) == report.answers.asked_by_some & set(grid) == {ROW}
    only = "que seule une partie des fichiers demande"
    assert f"« {question} » : ces chiffres ne disent rien de « {words} », {only}." in on_paper(report.answers)
    assert f"« {question} » : « {words} », dans aucune colonne de « ailleurs.csv », et donc pas" in on_screen(report)
    (read_there,) = (each for each in questions_read(report) if each.name == question_of(grid[0]))
    assert read_there.why == "« ailleurs.csv » : une partie n'y est dans aucune colonne"


def test_a_row_that_lost_its_title_is_not_said_to_be_in_no_column() -> None:
    question, words = words_of(ROW)
    rows, (columns, titles) = google_forms(THERE), places("Google Forms")
    rows[titles][columns[ROW]] = ""
    report = read(rows)
    assert report.answers.unasked & set(PARTS) == {ROW}
    assert f"Lue en partie : « {question} ». Non lues, car la colonne « colonne " in on_screen(report)
    assert f"à côté des siennes, n'a pas de titre : « {words} »." in on_screen(report)


def lacking(*names: str) -> Answers:
    """Return answers of a form that lacks some columns."""
    return Answers(HERE.table, QUESTIONNAIRE, frozenset(names))


@pytest.mark.parametrize("box", BOXES)
def test_files_said_together_at_once_or_one_after_the_other_are_said_alike(box: str) -> None:
    parts = [lacking(), lacking(box), lacking(*BOXES), lacking(ROW), HERE]
    at_once = joined(parts, QUESTIONNAIRE)
    after = parts[0]
    for part in parts[1:]:
        after = joined([after, part], QUESTIONNAIRE)
    assert (at_once.unasked, at_once.asked_by_some) == (after.unasked, after.asked_by_some)
    assert at_once.unasked == at_once.asked_by_some == {*BOXES, ROW}


def test_a_question_of_which_no_box_is_in_every_file_is_not_published_and_not_said_to_be_in_none() -> None:
    own = [name for name in BOXES if name.startswith("appareils")]
    lines = "\n".join(["fixe;1;0"] * 20)
    parts = [
        read_answers(f"connexion;{';'.join(boxes)}\n{lines}".encode(), QUESTIONNAIRE, name=name)
        for boxes, name in ((own[:2], "a.csv"), (own[2:], "b.csv"))
    ]
    report, (question, _) = merged(parts, QUESTIONNAIRE), words_of(own[0])
    assert set(own) <= report.answers.unasked
    told = f"« {question} » n'est pas dans ces chiffres : aucune de ses cases n'est dans tous les fichiers."
    assert told in on_paper(report.answers)
    said = [line for line in on_screen(report).splitlines() if question in line]
    assert len(said) == 1
    assert said[0].startswith("Non lues, car tous les fichiers ne l'ont pas (aucune de ses cases n'est dans tous les")


def test_a_box_that_was_not_asked_places_no_family_on_an_axis() -> None:
    whole, computer = axes(HERE)["equipement"], "appareils__ordinateur"
    placed = axes(lacking(computer))["equipement"]
    told = placed.notna()
    assert 0 < told.sum() < whole.notna().sum()
    assert (placed[told] == whole[told]).all()
