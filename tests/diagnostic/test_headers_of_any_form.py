"""De quelque façon qu'un formulaire écrive ses titres, un nombre publié est le vrai, ou la question n'est pas publiée
comme si tout en avait été lu."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pytest
from diagnostic.survey_exports import Rows, csv_text, some_families
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from liaison.base.sentences import sentences
from liaison.base.tables.opened import HEAD_LINES
from liaison.diagnostic.answers import joined
from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.papers.cautions import asked_in_part
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.questionnaire import TEXTS, Item, family_questionnaire
from liaison.diagnostic.reading.formats import layout_of
from liaison.diagnostic.reading.questions_read import questions_read, reading_words
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport
from liaison.diagnostic.reading.wording import lexicon

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 40, seed=11)
SAID = sentences(TEXTS / "fr" / "questionnaire.ftl", "fr")
BOXES = [item for item in QUESTIONNAIRE.items if item.kind == "multiple"]
# Those that are read, and one that no reader would guess.
SEPARATORS = (" ", "\n", " → ", " -> ", "/", " / ", "_", " : ", " - ", " – ", ". ", ";", " | ", " • ", "...", "\t")
UNGUESSED = " (case cochée) "
# How a title is written again in the middle of a survey.
EDITS: dict[str, Callable[[str], str]] = {
    "same": str,
    "mark": "{} *".format,
    "counted": "{} (2)".format,
    "hint": "{} (une réponse)".format,
    "before": "[nouvelle version] {}".format,
    "shorter": lambda title: " ".join(title.split()[:-2]) + " ?",
    "words": lambda title: title.replace("l'école", "l'établissement").replace("-vous", "-vous bien"),
    "other": lambda title: "Ce que l'école demande",
}
MARKS = {"x": ("x", ""), "01": ("1", "0"), "oui-non": ("Oui", "Non"), "vrai": ("TRUE", "FALSE")}


@dataclass(frozen=True)
class Form:
    """How a form writes what it asks: its titles, its cells, what stands above, the columns that were taken away."""

    separator: str = " "
    part_first: bool = False
    case: str = "same"
    cells: str = "words"
    lines: int = 1  # of header: with two, the boxes stand under their question
    above: tuple[str, ...] = ()
    dropped: frozenset[str] = frozenset()
    untitled: frozenset[str] = frozenset()  # boxes that bear `option` for a title
    option: str = ""
    stray: bool = False  # a number before and remarks after, of which the title stands on the second line
    lists: bool = False  # the boxes that a family ticked stand together in one cell
    edited: str = ""  # the question, or the context, of which the title was changed: half the families are under each
    edit: str = "same"
    apart: bool = False  # the new column stands after all the others


FORMS = st.builds(
    Form,
    separator=st.sampled_from([*SEPARATORS, UNGUESSED]),
    part_first=st.booleans(),
    case=st.sampled_from(["same", "lower", "upper"]),
    cells=st.sampled_from(["words", *MARKS]),
    lines=st.integers(1, 2),
    above=st.lists(st.sampled_from(["", "Enquête 2026", "Collège X", "section"]), max_size=4).map(tuple),
    dropped=st.frozensets(
        st.sampled_from([f"{item.id}__{value}" for item in BOXES for value in item.values]), max_size=3
    ),
)
UNTITLED = st.builds(
    Form,
    separator=st.sampled_from([*SEPARATORS, UNGUESSED]),
    cells=st.sampled_from(["words", *MARKS]),
    lines=st.integers(1, 2),
    dropped=st.frozensets(
        st.sampled_from([f"{item.id}__{value}" for item in BOXES for value in item.values]), max_size=1
    ),
    untitled=st.frozensets(
        st.sampled_from([f"{item.id}__{value}" for item in BOXES for value in item.values]), max_size=3
    ),
    option=st.sampled_from(["", "Option 3", "Autre"]),
    stray=st.booleans(),
)
EDITED = st.builds(
    Form,
    separator=st.sampled_from([*SEPARATORS, UNGUESSED]),
    cells=st.sampled_from(["words", *MARKS]),
    lines=st.integers(1, 2),
    lists=st.booleans(),
    edited=st.sampled_from([item.id for item in QUESTIONNAIRE.items]),
    edit=st.sampled_from(sorted(EDITS)),
    apart=st.booleans(),
)


def columns_of(item: Item, form: Form) -> list[tuple[str, str, list[str]]]:
    """Return the columns of a question: question, part, cells."""
    if item.kind == "multiple" and form.lists:
        told = zip(*(cells_of(f"{item.id}__{value}") for value in item.values), strict=True)
        lists = [
            ", ".join(SAID(f"{item.id}-{value}") for value, cell in zip(item.values, each, strict=True) if cell)
            for each in told
        ]
        return [(SAID(item.id), "", lists)]
    if item.kind == "multiple":
        columns = []
        for value in item.values:
            name, words = f"{item.id}__{value}", SAID(f"{item.id}-{value}")
            part = form.option if name in form.untitled else words
            yes, no = MARKS.get(form.cells, (words, ""))
            ticked = ["" if cell is None else yes if cell else no for cell in cells_of(name)]
            if name not in form.dropped:
                columns.append((SAID(item.id), part, ticked))
        return columns
    names = [(f"{item.id}__{row}", SAID(f"{item.id}-{row}")) for row in item.rows] or [(item.id, "")]
    return [
        (SAID(item.id), part, ["" if cell is None else SAID(f"{item.id}-{cell}") for cell in cells_of(name)])
        for name, part in names
    ]


def cells_of(name: str) -> list[object]:
    column = FAMILIES.table[name].astype(object)
    return column.where(column.notna(), None).tolist()


def asked_again(columns: list[tuple[str, str, list[str]]], form: Form) -> list[tuple[str, str, list[str]]]:
    """Return columns under a title that was changed, as the families that came after it answered them."""
    edit = EDITS[form.edit]
    return [
        (edit(title), part, [cell if rank % 2 else "" for rank, cell in enumerate(cells)])
        for title, part, cells in columns
    ]


def written(form: Form) -> Rows:
    ranks = [str(rank) for rank in range(len(FAMILIES))]
    columns = [("", "N°", ranks) if form.stray else ("N°", "", ranks)]
    added: list[tuple[str, str, list[str]]] = []
    for item in QUESTIONNAIRE.items:
        own = columns_of(item, form)
        again = asked_again(own, form) if item.id == form.edited else []
        if again:
            own = [
                (title, part, ["" if rank % 2 else cell for rank, cell in enumerate(cells)])
                for title, part, cells in own
            ]
        columns += [*own, *([] if form.apart else again)]
        added += again if form.apart else []
    columns += added
    if form.stray:
        columns.append(("", "Remarques", ["rappeler" if rank == 7 else "" for rank in range(len(FAMILIES))]))

    def cased(text: str) -> str:
        return {"lower": text.lower(), "upper": text.upper()}.get(form.case, text)

    if form.lines == 1:
        both = [(part, title) if form.part_first else (title, part) for title, part, _ in columns]
        header = [[cased(form.separator.join(filter(None, pair))) for pair in both]]
    else:
        titles = [title for title, _, _ in columns]
        merged = [title if title != before else "" for before, title in zip(["", *titles], titles, strict=False)]
        header = [[cased(title) for title in merged], [cased(part) for _, part, _ in columns]]
    width = len(columns)
    sections = ["", "Équipement", *[""] * 6, "Aisance"]
    above = [[*(sections if title == "section" else [title]), *[""] * width][:width] for title in form.above]
    return [*above, *header, *map(list, zip(*(cells for _, _, cells in columns), strict=True))]


def read(form: Form) -> ReadReport:
    return read_answers(csv_text(written(form)).encode(), QUESTIONNAIRE, name="export.csv")


def is_read_whole(report: ReadReport, form: Form) -> bool:
    asked = {column.name for column in QUESTIONNAIRE.columns()} - form.dropped
    return not asked & report.answers.unasked


def check_true(report: ReadReport, form: Form) -> None:
    """Check that what is published of each question is the truth, and that what is lacking of it is said."""
    table, unasked = report.answers.table, report.answers.unasked
    if report.to_correct:
        return  # nothing is published before a yes
    assert len(report.answers) == len(FAMILIES)
    warnings = "\n".join(asked_in_part(report.answers)).replace("\u00a0", " ").replace("\u202f", " ")
    for item in QUESTIONNAIRE.items:
        names = [column.name for column in QUESTIONNAIRE.columns() if column.item.id == item.id]
        published = [name for name in names if name not in unasked]
        for name in published:
            given = table[name].astype(object)
            told = given.where(given.notna(), None).tolist()
            if item.kind == "multiple":
                assert [cell is True for cell in told] == [cell is True for cell in cells_of(name)], name
            else:
                assert told == cells_of(name), name
        if published and item.kind == "multiple":
            if len(published) == len(names):
                assert table[names[0]].isna().tolist() == [cell is None for cell in cells_of(names[0])]
            else:
                empty = {name for name in form.untitled if True not in cells_of(name)}
                assert set(names) - set(published) <= form.dropped | empty
                assert f"« {question_words(item.id)} » : demandée en partie".replace("\u00a0", " ") in warnings
    said = "\n".join(reading_words(report, question_words, value_words)).replace("\u00a0", " ")
    for question in questions_read(report):
        lacking = {name for name in form.dropped if name.startswith(f"{question.name}__")}
        if question.absent and question.name not in QUESTIONNAIRE.context:
            own = {column.name for column in QUESTIONNAIRE.columns() if column.item.id == question.name}
            assert question.in_a_column or lacking == own
            # A column that bears its title is not said to be missing.
            assert "Non lues, car" in said or lacking == own


@given(FORMS)
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@example(Form(" ", cells="words"))
@example(Form("/", cells="x"))
@example(Form(UNGUESSED, cells="words"))
@example(Form(UNGUESSED, cells="x", part_first=True))
@example(Form(lines=2, above=("Enquête 2026", ""), cells="x"))
def test_every_number_published_is_the_true_one_or_its_question_is_not_published_as_whole(form: Form) -> None:
    check_true(read(form), form)


@given(UNTITLED)
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@example(Form(cells="x", lines=2, untitled=frozenset({"appareils__smartphone"})))
@example(Form(cells="words", lines=2, stray=True))
@example(Form(cells="x", lines=2, stray=True, untitled=frozenset({"appareils__ordinateur"}), option="Option 3"))
@example(Form(" [", cells="words", untitled=frozenset({"pret__ordinateur"}), option="Autre"))
def test_a_box_without_its_title_or_a_title_on_the_other_line_makes_no_number_false(form: Form) -> None:
    check_true(read(form), form)


@given(EDITED)
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@example(Form(edited="langue", edit="words"))
@example(Form(edited="connexion", edit="counted", apart=True))
@example(Form(edited="pret", edit="words", lists=True))
@example(Form(" [", edited="pret", edit="shorter", cells="x", apart=True))
@example(Form(edited="seul", edit="hint"))
def test_a_question_of_which_a_title_is_changed_while_families_answer_is_left_out(form: Form) -> None:
    check_true(read(form), form)


@pytest.mark.parametrize("cells", ["words", *MARKS])
@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_title_that_holds_a_question_and_a_box_is_that_box_whatever_stands_between(
    separator: str, cells: str
) -> None:
    for part_first in (False, True):
        form = Form(separator, part_first=part_first, cells=cells)
        report = read(form)
        assert not report.to_correct
        assert is_read_whole(report, form)
        check_true(report, form)


@pytest.mark.parametrize(
    "above",
    [("Enquête 2026", ""), ("Enquête 2026", "Collège X"), ("section",), ("", "", "Enquête 2026", "", "section", "")],
)
def test_two_lines_of_header_are_sought_below_titles_sections_and_blank_lines(above: tuple[str, ...]) -> None:
    form = Form(lines=2, above=above, cells="x")
    report = read(form)
    assert report.format == "tableau"  # none of the columns that Framaforms writes itself
    assert is_read_whole(report, form)
    check_true(report, form)


@given(st.lists(st.sampled_from(QUESTIONNAIRE.items), min_size=1, max_size=8), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_what_families_answer_to_questions_of_a_school_is_not_taken_for_titles(items: list[Item], rng: Random) -> None:
    titles = [f"Ce que l'école demande, {rank}" for rank, _ in enumerate(items)]
    answers = [[value_words(item.id, value) for value in item.values] for item in items]
    rows = [titles, *([rng.choice(words) for words in answers] for _ in range(40))]
    assert [column.question for column in layout_of(rows[:HEAD_LINES], lexicon(QUESTIONNAIRE)).columns] == titles


def test_a_question_left_out_by_one_file_is_left_out_of_all() -> None:
    whole, lacking = read(Form()), read(Form(UNGUESSED, cells="x"))
    assert lacking.answers.left_out
    both = joined([whole.answers, lacking.answers], QUESTIONNAIRE)
    assert lacking.answers.left_out <= both.unasked


def test_a_question_that_only_one_of_two_files_asks_is_said_with_the_figures() -> None:
    whole, lacking = written(Form()), written(Form())
    place = lacking[0].index(SAID("langue"))
    rows = [[cell for rank, cell in enumerate(row) if rank != place] for row in lacking]
    files = [read_answers(csv_text(each).encode(), QUESTIONNAIRE, name="export.csv").answers for each in (whole, rows)]
    both, twice = joined(files, QUESTIONNAIRE), joined([files[0], files[0]], QUESTIONNAIRE)
    warnings = [warning for warning in indicators(both).warnings if "tous les fichiers ne l'ont pas" in warning]
    assert [question_words("langue") in warning for warning in warnings] == [True]
    assert not twice.asked_by_some


def test_what_is_left_out_is_said_with_the_figures() -> None:
    warnings = "\n".join(indicators(read(Form(UNGUESSED, cells="x")).answers).warnings)
    assert "n'est pas dans ces chiffres" in warnings


def test_a_file_of_which_all_is_left_out_says_which_column_is_not_understood() -> None:
    title = f"{SAID('atelier')}{UNGUESSED}{SAID('atelier-matin')}"
    report = read_answers("\n".join([title, *["x"] * 20]).encode(), QUESTIONNAIRE, name="export.csv")
    assert "n'a pas été comprise" in report.refused[0].reason
