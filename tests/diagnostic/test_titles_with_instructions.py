"""« (une seule réponse) », « (obligatoire) », « * » : le titre qui dit comment répondre est celui de sa question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from diagnostic.survey_exports import Rows, framaforms, google_forms, kobo, limesurvey, words
from diagnostic.test_repeats import FAMILIES, QUESTIONNAIRE, WHOLE, as_csv, ms_forms, read, stamped, typed

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.reading.formats.instructions import without_instructions
from liaison.diagnostic.reading.questions_read import questions_read
from liaison.diagnostic.reading.wording import sentences_of

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

TOOLS: dict[str, tuple[Callable[[Answers], Rows], int]] = {
    "google": (lambda answers: stamped(google_forms(answers, joint=";"), 0), 1),
    "ms_forms": (ms_forms, 1),
    "table": (typed, 1),
    "framaforms": (framaforms, 3),
    "limesurvey": (lambda answers: limesurvey(answers, heading="full", long=True), 1),
    "kobo": (lambda answers: kobo(answers, labels=True), 1),
}
INSTRUCTIONS = (
    *(" *", " (*)", " (obligatoire)", " [obligatoire]", " (facultatif)", " (une seule réponse)"),
    *(" (plusieurs réponses possibles)", " - plusieurs réponses possibles", " Plusieurs réponses possibles."),
    *(" (cochez toutes les réponses qui conviennent)", " (3 réponses maximum)", " (une réponse par ligne) *"),
)


def with_instruction(rows: Rows, head: int, instruction: str) -> Rows:
    """The same export, each question of its header followed by how to answer it."""
    titles = sorted((words()(item.id) for item in QUESTIONNAIRE.items), key=len, reverse=True)

    def titled(cell: str) -> str:
        own = next((title for title in titles if title in cell), None)
        return cell.replace(own, own + instruction) if own else cell

    return [[titled(cell) for cell in row] if rank < head else row for rank, row in enumerate(rows)]


@pytest.mark.parametrize("instruction", INSTRUCTIONS)
@pytest.mark.parametrize("tool", TOOLS)
def test_a_title_that_says_how_to_answer_is_the_one_of_its_question(
    tool: str, instruction: str, tmp_path: Path
) -> None:
    make, head = TOOLS[tool]
    bare = read(tmp_path, a_csv=as_csv(make(FAMILIES), ";"))
    report = read(tmp_path, b_csv=as_csv(with_instruction(make(FAMILIES), head, instruction), ";"))
    assert len(report.answers) == WHOLE
    assert [each.name for each in questions_read(report) if each.in_forms < each.parts] == []
    assert report.answers.table.equals(bare.answers.table)


@pytest.mark.parametrize(
    "said",
    [
        " Cochez tout ce qui convient.",
        " (ordinateur, tablette, téléphone…)",
        " (même prêtés par l'école)",
        " Si vous n'avez rien, cochez la dernière case.",
        " (choisissez la plus utile)",
    ],
)
@pytest.mark.parametrize("tool", ["google", "table"])
def test_a_title_that_begins_with_the_sentence_of_a_question_is_its_own_whatever_it_says_after(
    tool: str, said: str, tmp_path: Path
) -> None:
    make, _ = TOOLS[tool]
    rows, questions = make(FAMILIES), [item for item in QUESTIONNAIRE.items if item.kind != "grid"]
    titles = [words()(item.id) for item in questions]
    longer = [[title + said if title in titles else title for title in rows[0]], *rows[1:]]
    bare, report = read(tmp_path, a_csv=as_csv(rows, ";")), read(tmp_path, b_csv=as_csv(longer, ";"))
    assert report.answers.table.equals(bare.answers.table)
    (to_check,) = (each.reason for each in report.flagged if "à vérifier" in each.reason)
    assert to_check


def test_columns_of_which_several_begin_with_the_sentence_of_a_question_are_boxes_that_nobody_knows(
    tmp_path: Path,
) -> None:
    rows = TOOLS["table"][0](FAMILIES)
    title = words()("appareils")
    place = rows[0].index(title)
    boxes = [f"{title} (un ordi)", f"{title} (une console)"]
    marked = [[*row[:place], *(boxes if rank == 0 else ("x", "")), *row[place + 1 :]] for rank, row in enumerate(rows)]
    unasked = read(tmp_path, a_csv=as_csv(marked, ";")).answers.unasked
    assert {f"appareils__{value}" for value in ("ordinateur", "tablette", "smartphone", "aucun")} <= unasked


@pytest.mark.parametrize(
    "title",
    [
        "Combien d'enfants ? (plusieurs)",
        "Qui peut vous aider ? (Un parent)",
        "Que savez-vous faire dans l'ENT ? [Répondre ou signer]",
        "Question - Une seule",
        "Choix de l'école",
        "Réponses",
        "*",
    ],
)
def test_words_that_are_a_box_or_the_whole_title_are_no_instruction(title: str) -> None:
    assert without_instructions(title) == title


def test_no_sentence_of_the_questionnaire_is_read_as_an_instruction() -> None:
    every = [sentence for own in sentences_of(QUESTIONNAIRE.id).values() for sentence in own]
    assert len(every) > 50
    assert [each for each in every if without_instructions(each) != each] == []
