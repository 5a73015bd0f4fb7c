"""Une ligne d'en-tête n'est jamais une famille, où qu'elle se trouve et quelque titre qui y manque."""

from collections.abc import Callable

import pandas as pd
import pytest
from diagnostic import survey_exports
from diagnostic.survey_exports import Rows, csv_text, framaforms, some_families, survey_monkey
from diagnostic.tools_by_hand import TOOLS

from liaison.base.tables.opened import HEAD_LINES
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading import wording
from liaison.diagnostic.reading.formats import layout_of
from liaison.diagnostic.reading.reading import read_answers, read_chunks
from liaison.diagnostic.reading.reports import ReadReport
from liaison.diagnostic.reading.wording import lexicon

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 40, seed=8)
EXPORTS: dict[str, Callable[[Answers], Rows]] = {**TOOLS, "SurveyMonkey": survey_monkey}


@pytest.fixture(autouse=True)
def sentences_of_the_suite(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey_exports, "TEXTS", wording.TEXTS)


def read(rows: Rows) -> ReadReport:
    return read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name="export.csv")


def header_of(rows: Rows) -> int:
    return layout_of(rows[:HEAD_LINES], lexicon(QUESTIONNAIRE)).header_lines


@pytest.mark.parametrize("after", [1, 2, 20])
@pytest.mark.parametrize("tool", sorted(EXPORTS))
def test_two_exports_pasted_one_under_the_other_count_their_families_and_no_header(tool: str, after: int) -> None:
    rows = EXPORTS[tool](FAMILIES)
    alone, lines = read(rows), header_of(rows)
    for again in range(lines):  # the whole header, or what is left of it
        pasted = read([*rows[: lines + after], *rows[again:lines], *rows[lines + after :]])
        if again and again == lines - 1 and tool != "SurveyMonkey":
            continue  # a family that ticked every box writes so
        assert (pasted.refused, pasted.unread, pasted.answers.unasked) == ((), (), alone.answers.unasked)
        pd.testing.assert_frame_equal(pasted.answers.table, alone.answers.table)
        assert pasted.lines_aside == alone.lines_aside + lines - again
        assert any("redisent l'en-tête" in each.reason for each in pasted.flagged)


def test_a_header_that_two_blocks_of_lines_share_is_no_family() -> None:
    rows = survey_monkey(FAMILIES)
    content = csv_text([*rows[:12], *rows[:2], *rows[12:]]).encode()
    parts = list(read_chunks(content, QUESTIONNAIRE, name="export.csv", rows=11))
    assert sum(len(part.answers) for part in parts) == len(FAMILIES)
    assert sum(part.lines_aside for part in parts) == 2


@pytest.mark.parametrize("says_response", [True, False])
@pytest.mark.parametrize("line", [0, 1])
def test_a_title_that_is_lacking_in_one_line_of_a_header_makes_no_family_of_the_other(
    line: int, says_response: bool
) -> None:
    titles, below, *lines = survey_monkey(FAMILIES)
    below = below if says_response else [title if title != "Response" else "" for title in below]
    for place in [rank for rank, title in enumerate((titles, below)[line]) if title]:
        rows = [[*titles], [*below], *lines]
        rows[line][place] = ""
        assert len(read(rows).answers) == len(FAMILIES), place


def test_a_family_that_ticked_every_box_is_no_header() -> None:
    boxes = [value_words("atelier", box) for box in ("matin", "soir", "samedi")]
    lines = [boxes, boxes, [boxes[0], "", ""], ["", boxes[1], ""]] * 5
    report = read([[question_words("atelier"), "", ""], boxes, *lines])
    assert (len(report.answers), report.lines_aside) == (20, 0)


def test_a_header_said_again_is_no_answer_of_a_school_s_own_form() -> None:
    titles = ["Quel jour ?", "Êtes-vous content ?"]
    lines = [["Lundi" if rank % 3 else "Jeudi", "Oui" if rank % 2 else "Non"] for rank in range(30)]
    content = csv_text([titles, *lines, titles, *lines]).encode()
    own = own_questionnaire("export.csv", content)
    assert {value for each in own.counted for value in each.item.values}.isdisjoint({"quel_jour", "etes_vous_content"})
    assert len(read_answers(content, own.questionnaire, own.mapping, name="export.csv").answers) == 60


@pytest.mark.parametrize("unknown", ["Heure complète", "Avancement"])
def test_a_draft_of_framaforms_is_set_aside_whatever_else_it_writes_of_its_own(unknown: str) -> None:
    first, groups, names, *lines = framaforms(FAMILIES)
    names = ["Numéro de série", "SID", "Date de soumission", "Adresse IP", "Nom d'utilisateur", *names[5:]]
    own = [["", ""], ["", ""], [unknown, "Brouillon"], *([f"{rank}", str(int(rank < 2))] for rank in range(len(lines)))]
    groups[0], first[0] = "", "Détails de la soumission"
    rows = [[*row[:3], *cells, *row[3:]] for row, cells in zip([first, groups, names, *lines], own, strict=True)]
    report = read_answers(csv_text(rows).encode(), QUESTIONNAIRE)
    assert (len(report.answers), report.lines_aside) == (len(lines) - 2, 2)
