"""Une case ajoutée en cours de collecte n'est pas une case que les familles d'avant n'ont pas cochée."""

from __future__ import annotations

import random

import pytest
from diagnostic.survey_exports import Rows, csv_text
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.reading.corrected import settled
from liaison.diagnostic.reading.questions_read import reading_words
from liaison.diagnostic.reading.reading import read_chunks
from liaison.diagnostic.reading.reports import ReadReport, merged

TOOLS = "Quels outils utilisez-vous ?"
BOXES = ("Le carnet", "La messagerie", "Les réunions", "Les SMS")
CANTEEN = "Mangez-vous à la cantine ?"
FORMER, COUNT = 60, 120
# How a tool heads a box, and what it writes where it is ticked, and where it is not.
TOOL = {
    "google": ("", ", ", ""),
    "limesurvey": (f"{TOOLS} [{{}}]", "Oui", ""),
    "tally": (f"{TOOLS} ({{}})", "TRUE", "FALSE"),
    "kobotoolbox": (f"{TOOLS}/{{}}", "1", "0"),
}


def families(seed: int, *, added: bool = True, often: float = 0.35) -> list[tuple[str, str, set[str]]]:
    """The class, an answer and the boxes of each; `added`: the first ones were not offered the last box."""
    chance = random.Random(seed)

    def ticked(offered: tuple[str, ...]) -> set[str]:
        own = {box for box in offered if chance.random() < (often if box == BOXES[-1] else 0.45)}
        return own or {chance.choice(offered)}

    return [
        (
            chance.choice(("6e", "5e", "4e")),
            chance.choice(("Oui", "Non")),
            ticked(BOXES[:-1] if added and rank < FORMER else BOXES),
        )
        for rank in range(COUNT)
    ]


def export(told: list[tuple[str, str, set[str]]], tool: str, boxes: tuple[str, ...] = BOXES) -> Rows:
    head, yes, no = TOOL[tool]
    titles = [head.format(box) for box in boxes] if head else [TOOLS]
    whole = tool == "kobotoolbox"  # it also writes all that is ticked in one cell
    rows: Rows = [
        ["Horodateur", "Classe", *([TOOLS] if whole else []), *titles, CANTEEN, *(["_uuid"] if whole else [])]
    ]
    for rank, (level, canteen, own) in enumerate(told):
        named = [box for box in boxes if box in own]
        cells = [yes if box in own else no for box in boxes] if head else [yes.join(named)]
        sent = f"{2 + rank // 40:02}/11/2026 {8 + rank % 40 // 4:02}:{15 * (rank % 4):02}:{rank % 53:02}"
        cells = [" ".join(named), *cells] if whole else cells
        rows.append([sent, level, *cells, canteen, *([f"uuid-{rank:06}"] if whole else [])])
    return rows


def read(**files: Rows) -> tuple[ReadReport, dict[str, str]]:
    """The files, read by the questionnaire of the one with the last box; the columns of the boxes, by their words."""
    last = csv_text(max(files.values(), key=lambda rows: str(rows).count(BOXES[-1]))).encode()
    own = own_questionnaire("formulaire.csv", last, "formulaire").read_again()
    parts = [
        part
        for name, rows in files.items()
        for part in read_chunks(csv_text(rows).encode(), own.questionnaire, own.mapping, name=f"{name}.csv")
    ]
    item = next(each for each in own.questionnaire.items if each.title.startswith("Quels outils"))
    return merged(settled(parts), own.questionnaire), {words: f"{item.id}__{box}" for box, words in item.words.items()}


def published(report: ReadReport, columns: dict[str, str]) -> dict[str, int]:
    return {
        words: int(report.answers.table[name].sum())
        for words, name in columns.items()
        if name not in report.answers.unasked
    }


def told(report: ReadReport) -> str:
    return " ".join(reading_words(report, question_words, value_words)).replace("\u00a0", " ")


@pytest.mark.parametrize("tool", TOOL)
def test_a_box_that_none_of_the_first_families_ticks_was_not_offered_to_them(tool: str) -> None:
    every = families(5)
    report, columns = read(semaine=export(every, tool))
    assert published(report, columns) == {box: sum(box in own for *_, own in every) for box in BOXES[:-1]}
    assert "qui se suivent des lignes 2 à" in told(report)
    assert "cette case ne leur a peut-être pas été proposée" in told(report)


@pytest.mark.parametrize("tool", ["limesurvey", "tally"])  # the others write all that is ticked in one cell
def test_a_box_of_which_the_first_file_has_no_column_was_not_offered_to_its_families(tool: str) -> None:
    """Though few tick it, so that chance alone would not tell."""
    every = families(5, often=0.08)
    report, columns = read(
        lundi=export(every[:FORMER], tool, BOXES[:-1]),
        mardi=export(every, tool),
    )
    assert len(report.answers) == COUNT
    assert published(report, columns) == {box: sum(box in own for *_, own in every) for box in BOXES[:-1]}
    assert "lundi.csv" in told(report)


@pytest.mark.parametrize("later_first", [False, True])
@pytest.mark.parametrize("disjoint", [False, True])
@pytest.mark.parametrize("tool", TOOL)
def test_a_box_of_the_second_week_is_not_published_of_both_weeks(
    tool: str, *, disjoint: bool, later_first: bool
) -> None:
    """Where all boxes are in one cell, no column says it, and what both exports have counts in the first one."""
    every = families(5)
    rows = export(every, tool)
    files = {
        "lundi": export(every[:FORMER], tool, BOXES[:-1]),
        "mardi": [rows[0], *rows[1 + FORMER :]] if disjoint else rows,
    }
    report, columns = read(**(dict(reversed(files.items())) if later_first else files))
    assert len(report.answers) == COUNT
    assert BOXES[-1] not in published(report, columns)
    if tool != "kobotoolbox" or not disjoint:  # all that is ticked, in one cell, is then of an unknown question
        assert published(report, columns) == {box: sum(box in own for *_, own in every) for box in BOXES[:-1]}


def test_a_box_that_they_tick_in_the_second_file_was_offered_whatever_the_first_one_has_lost() -> None:
    every = families(5, added=False)
    report, columns = read(lundi=export(every[:FORMER], "tally", BOXES[:-1]), mardi=export(every, "tally"))
    assert published(report, columns) == {box: sum(box in own for *_, own in every) for box in BOXES}


@given(st.integers(0, 2**32), st.floats(0.02, 0.9))
@settings(max_examples=25, deadline=None)
def test_a_box_that_chance_leaves_unticked_is_published(seed: int, often: float) -> None:
    every = families(seed, added=False, often=often)
    if sum(BOXES[-1] in own for *_, own in every) > 3:
        report, columns = read(semaine=export(every, "tally"))
        assert {*published(report, columns)} == {*BOXES}


def test_a_box_that_one_class_alone_has_is_published_of_a_file_in_order_of_classes() -> None:
    every = sorted(families(5, added=False), key=lambda each: each[0])
    every = [
        (level, canteen, own if level == "6e" else own - {BOXES[-1]} or {BOXES[0]}) for level, canteen, own in every
    ]
    report, columns = read(semaine=export(every, "tally"))
    assert {*published(report, columns)} == {*BOXES}
