"""Un formulaire d'une seule question, à cases : qui n'en coche aucune et donne sa classe l'a envoyé, et compte."""

from __future__ import annotations

import random

import pytest
from diagnostic.survey_exports import Rows, csv_text
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.reading.corrected import settled
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport, merged

BOXES = ("Je souhaite [un ordinateur]", "Je souhaite [une tablette]", "Je souhaite [un accès]")
ONE_CELL = "Que souhaitez-vous ?"
WANTED = ("un ordinateur", "une tablette", "un accès")
COUNT, SILENT = 120, 31
OTHER = "Mangez-vous à la cantine ?"


def line(rank: int, *cells: str) -> list[str]:
    return [f"{2 + rank // 40:02}/11/2026 {8 + rank % 12:02}:{rank % 60:02}:{rank % 53:02}", *cells]


def form(ticked: list[list[bool]], *, in_one_cell: bool = False, other: bool = False) -> Rows:
    """The export of a form with a class and boxes; `in_one_cell`: as Google and Microsoft write them."""
    chance = random.Random(2)
    head = ["Horodateur", "Classe", *([ONE_CELL] if in_one_cell else BOXES), *([OTHER] if other else [])]
    rows: Rows = [head]
    for rank, boxes in enumerate(ticked):
        named = [words for words, here in zip(WANTED, boxes, strict=True) if here]
        cells = [", ".join(named)] if in_one_cell else ["Oui" if here else "" for here in boxes]
        more = [chance.choice(("Oui", "Non")) if any(boxes) else ""] if other else []
        rows.append(line(rank, chance.choice(("6e A", "5e B")), *cells, *more))
    return rows


def of_which_some_tick_none(silent: int, seed: int = 3) -> list[list[bool]]:
    chance = random.Random(seed)
    some = [[chance.random() < 0.5 for _ in WANTED] for _ in range(COUNT - silent)]
    every = [boxes if any(boxes) else [True, False, False] for boxes in some] + [[False] * 3] * silent
    chance.shuffle(every)
    return every


def read(rows: Rows) -> tuple[ReadReport, dict[str, str]]:
    own = own_questionnaire("formulaire.csv", csv_text(rows).encode(), "formulaire").read_again()
    report = read_answers(csv_text(rows).encode(), own.questionnaire, own.mapping, name="formulaire.csv")
    return merged(settled([report]), own.questionnaire), {item.title: item.id for item in own.questionnaire.items}


@pytest.mark.parametrize("in_one_cell", [False, True], ids=["a column a box", "one cell"])
@given(silent=st.integers(1, 60), seed=st.integers(0, 2**32))
@settings(max_examples=10, deadline=None)
def test_who_ticks_none_and_gives_a_class_is_counted_without_an_answer(
    silent: int, seed: int, *, in_one_cell: bool
) -> None:
    report, names = read(form(of_which_some_tick_none(silent, seed), in_one_cell=in_one_cell))
    assert (len(report.answers), report.lines_aside) == (COUNT, 0)
    (name,) = names.values()
    assert int((~report.answers.answered(name)).sum()) == silent
    assert report.answers.table["niveau"].notna().all()


def test_a_form_where_the_class_is_empty_too_was_not_filled() -> None:
    rows = form(of_which_some_tick_none(SILENT))
    for row in rows[1:]:
        row[1] = "" if not any(row[2:]) else row[1]
    report, _ = read(rows)
    assert (len(report.answers), report.lines_aside) == (COUNT - SILENT, SILENT)


def test_where_another_question_is_passed_too_nothing_was_answered() -> None:
    report, _ = read(form(of_which_some_tick_none(SILENT), other=True))
    assert (len(report.answers), report.lines_aside) == (COUNT - SILENT, SILENT)
