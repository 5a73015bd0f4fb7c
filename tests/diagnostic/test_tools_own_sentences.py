"""Les mêmes exports, avec les phrases que la suite donne elle-même à copier dans l'outil : courtes cases, longues
questions."""

from collections.abc import Callable

import pytest
from diagnostic import survey_exports
from diagnostic.survey_exports import Rows, csv_text, framaforms, kobo, limesurvey, some_families
from diagnostic.tools_by_hand import microsoft_forms, portal, tally

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading import wording
from liaison.diagnostic.reading.questions_read import questions_read
from liaison.diagnostic.reading.reading import read_answers

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 12, seed=12)
TOOLS: dict[str, Callable[[Answers], Rows]] = {
    "Framaforms": framaforms,
    "LimeSurvey": lambda answers: limesurvey(answers, heading="full", long=True),
    "KoboToolbox": lambda answers: kobo(answers, labels=True),
    "Microsoft Forms": microsoft_forms,
    "un ENT": portal,
}


@pytest.fixture(autouse=True)
def sentences_of_the_suite(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey_exports, "TEXTS", wording.TEXTS)


def check_read_whole(rows: Rows) -> None:
    report = read_answers(csv_text(rows, ",").encode(), QUESTIONNAIRE, name="export.csv")
    left = {"mode"} & report.answers.unasked
    assert report.refused == ()
    assert report.answers.unasked == left
    for name in FAMILIES.table.columns.difference([*left]):
        assert report.answers.table[name].tolist() == FAMILIES.table[name].tolist(), name


@pytest.mark.parametrize("tool", TOOLS)
def test_an_export_with_the_sentences_of_the_suite_is_read_without_a_hand(tool: str) -> None:
    check_read_whole(TOOLS[tool](FAMILIES))


@pytest.mark.parametrize(
    ("box", "summary"),
    [
        ("{} ({})", True),
        ("{}->{}", False),
        ("{} : {}", False),
        ("{} [{}]", False),
        ("{} - {}", False),
        ("{} >> {}", False),
    ],
)
def test_a_short_box_behind_its_long_question_is_read_however_a_tool_joins_them(box: str, summary: bool) -> None:
    head, *lines = tally(FAMILIES)
    boxes = [title.endswith(")") and title.partition(" (")[0] for title in head]
    kept = [rank for rank, title in enumerate(head) if summary or title not in boxes]
    titles = [box.format(*title[:-1].split(" (", 1)) if boxes[rank] else title for rank, title in enumerate(head)]
    check_read_whole([[row[rank] for rank in kept] for row in [titles, *lines]])


def test_a_title_that_begins_with_a_question_word_for_word_is_not_said_to_look_like_none() -> None:
    grid = next(item for item in QUESTIONNAIRE.items if item.kind == "grid")
    t = survey_exports.words()
    head = ["connexion", *(f"{t(grid.id)} (colonne {rank})" for rank, _ in enumerate(grid.rows))]
    report = read_answers(csv_text([head, ["fixe", *["oui"] * len(grid.rows)]], ",").encode(), QUESTIONNAIRE)
    why = next(question.why for question in questions_read(report) if question.name == grid.id)
    assert "lui ressemble, mais ne dit pas de laquelle de ses lignes elle parle" in why
