"""Des lignes remplies dont rien n'est lu font attendre : ces familles ont répondu, et ne compteraient pas."""

from __future__ import annotations

import pytest
from diagnostic.own_exports import SATISFIED, families
from diagnostic.survey_exports import Rows, csv_text

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.corrected import settled
from liaison.diagnostic.reading.questions_read import reading_words
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport, merged

TITLES = ["Horodateur", "Classe de votre enfant", "Que pensez-vous de l'accueil ?", "Et des horaires ?", "Votre note ?"]
IN_ARABIC = ["ما رأيك في الاستقبال؟", "والمواعيد؟", "علامتك؟"]
ARABIC = dict(zip(SATISFIED, ("راض جدا", "راض", "غير راض"), strict=True))
COUNT = 64


def line(rank: int) -> list[str]:
    each = families(COUNT, seed=9)[rank]
    return [f"02/11/2026 18:{rank % 60:02}:{rank // 60:02}", each.level, *each.satisfied, each.mark]


LINES = [line(rank) for rank in range(COUNT)]
MADE = own_questionnaire("formulaire.csv", csv_text([TITLES, *LINES]).encode(), "formulaire").read_again()


def read(rows: Rows, name: str = "semaine.csv") -> ReadReport:
    return read_answers(csv_text(rows).encode(), MADE.questionnaire, MADE.mapping, name=name)


def with_a_section(count: int) -> Rows:
    """Return the export of a form that asks the same things again, in Arabic: the last lines are answered there."""
    in_arabic = [[*each[:2], "", "", "", ARABIC[each[2]], ARABIC[each[3]], each[4]] for each in LINES]
    in_french = [[*each, "", "", ""] for each in LINES]
    return [[*TITLES, *IN_ARABIC], *in_french[: COUNT - count], *in_arabic[COUNT - count :]]


def reworded(lines: Rows) -> Rows:
    return [[*TITLES[:2], "L'accueil vous convient-il ?", "Et l'emploi du temps ?", "Combien sur cinq ?"], *lines]


def said(report: ReadReport) -> str:
    flagged = [str(each) for each in report.flagged]
    return "\n".join([*flagged, *reading_words(report, question_words, value_words)]).replace("\u00a0", " ")


def test_families_who_answered_in_a_section_of_another_language_make_it_wait_and_their_columns_are_named() -> None:
    report = read(with_a_section(16))
    assert (len(report.answers), report.lines_aside, report.waits) == (COUNT - 16, 16, True)
    assert [(file, each.lines, each.filled) for file, each in report.uncounted.items()] == [("semaine.csv", 16, 64)]
    columns = ", ".join(IN_ARABIC)
    assert f"répondent dans des colonnes que les autres laissent vides : {columns}. Si" in said(report)


@pytest.mark.parametrize(("count", "waits"), [(0, False), (1, False), (3, False), (4, True)])
def test_a_handful_of_such_lines_makes_nothing_wait(count: int, waits: bool) -> None:
    report = read(with_a_section(count))
    assert (len(report.answers), report.lines_aside, report.waits) == (COUNT - count, count, waits)


def test_two_lines_of_a_small_file_make_it_wait_and_one_does_not() -> None:
    head, *rows = with_a_section(COUNT)
    assert not read([head, *with_a_section(0)[1:6], *rows[10:11]]).waits
    assert read([head, *with_a_section(0)[1:6], *rows[10:12]]).waits


def test_a_file_of_which_every_title_was_written_again_makes_it_wait_and_is_not_said_to_ask_less() -> None:
    former, later = read([TITLES, *LINES[:40]], "lundi.csv"), read(reworded(LINES[40:]), "mardi.csv")
    report = merged(settled([former, later]), MADE.questionnaire)
    assert (len(report.answers), report.waits, [*report.uncounted]) == (40, True, ["mardi.csv"])
    assert report.answers.uncounted
    # Its families do not count at all: not « sans réponse » either.
    assert "comptent sans réponse" not in said(report)
    assert read([TITLES, *LINES]).waits is False


def test_where_no_line_counts_at_all_there_is_nothing_to_publish_and_nothing_waits() -> None:
    report = read(reworded(LINES))
    assert (len(report.answers), report.waits) == (0, False)


def test_what_is_published_of_the_reading_does_not_say_how_many_are_missing() -> None:
    for count in (16, 2):
        report = read(with_a_section(count))
        assert f" Mises à part : {count}." in report.summary().replace("\u00a0", " ")
        published = report.published_summary().replace("\u00a0", " ")
        assert published == f"Réponses gardées : {COUNT - count}."
    whole = read([TITLES, *LINES])
    assert whole.published_summary() == whole.summary()


def test_followed_what_is_said_to_do_counts_every_family() -> None:
    rows = with_a_section(16)
    words = {word: french for french, word in ARABIC.items()}
    joined = [[*row[:2], *(words.get(b, b) or a for a, b in zip(row[2:5], row[5:], strict=True))] for row in rows[1:]]
    report = read([TITLES, *joined])
    assert (len(report.answers), report.waits) == (COUNT, False)


def test_families_who_only_began_as_the_others_did_make_nothing_wait() -> None:
    head = [*TITLES, "Acceptez-vous de répondre ?"]
    rows = [[*each, "Oui"] for each in LINES]
    refusing = [[each[0], "", "", "", "", "Non"] for each in LINES[:12]]
    report = read([head, *rows, *refusing])
    assert (len(report.answers), report.lines_aside, report.waits) == (COUNT, 12, False)


def test_drafts_empty_forms_and_totals_are_no_such_lines() -> None:
    rows = [[*each] for each in LINES]
    empty = [[each[0], "", "", "", ""] for each in LINES[:20]]
    report = read([TITLES, *rows, *empty, ["Total", "64", "64", "64", "64"]])
    assert (report.lines_aside, report.waits, report.unrecognised["semaine.csv"].lines) == (21, False, 0)


def test_lines_read_in_several_blocks_are_counted_together() -> None:
    from liaison.diagnostic.reading.reading import read_chunks

    content = csv_text(with_a_section(4)).encode()
    parts = list(read_chunks(content, MADE.questionnaire, MADE.mapping, name="semaine.csv", rows=20))
    report = merged(settled(parts), MADE.questionnaire)
    assert [(each.lines, each.filled) for each in report.uncounted.values()] == [(4, COUNT)]
    assert (report.waits, report.answers.uncounted) == (True, True)


def test_the_questionnaire_of_the_suite_waits_for_a_section_in_a_language_that_it_does_not_know() -> None:
    head = ["Horodateur", "connexion", "imprimante", "lecture", "问题1", "问题2", "问题3"]
    french = [[f"02/11/2026 18:{rank:02}:00", "fixe", "oui", "facile", "", "", ""] for rank in range(30)]
    chinese = [[f"03/11/2026 18:{rank:02}:00", "", "", "", "是", "不", "有时"] for rank in range(10)]
    content = csv_text([head, *french, *chinese]).encode()
    report = read_answers(content, family_questionnaire(), name="reponses.csv")
    assert (len(report.answers), report.lines_aside, report.waits, [*report.uncounted]) == (
        30,
        10,
        True,
        ["reponses.csv"],
    )
