"""Une famille pour qui le formulaire s'arrête, ou dont il saute une question, n'y est pas « sans réponse »."""

from __future__ import annotations

import random

import pytest
from diagnostic.survey_exports import Rows, csv_text
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, own_questionnaire
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.reading.corrected import settled
from liaison.diagnostic.reading.questions_read import reading_words
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport, merged

CONSENT = "Acceptez-vous de participer à cette enquête ?"
LEVEL, COMPUTER = "Classe de votre enfant", "Avez-vous un ordinateur à la maison ?"
ASKED = {
    "Comment préférez-vous être contacté ?": ("Par SMS", "Par courriel", "Par courrier"),
    "Lisez-vous nos messages ?": ("Souvent", "Parfois", "Jamais"),
}
WHERE = "Où est cet ordinateur ?"
ROOMS = ("Dans le salon", "Dans la chambre")
COUNT = 120


def line(rank: int, *cells: str) -> list[str]:
    return [f"{2 + rank // 40:02}/11/2026 {8 + rank % 12:02}:{rank % 60:02}:{rank % 53:02}", *cells]


def form(chance: random.Random, *, consent: bool = True, level: bool = True, branch: bool = False) -> Rows:
    """The export of a form of which every family answers nearly all; `branch`: a question is asked of some alone."""
    head = ["Horodateur", *([CONSENT] if consent else []), *([LEVEL] if level else []), COMPUTER, *ASKED]
    lines: Rows = [[*head, *([WHERE] if branch else [])]]
    for rank in range(COUNT):
        computer = "" if chance.random() < 0.05 else chance.choice(("Oui", "Non"))
        answers = ["" if chance.random() < 0.05 else chance.choice(each) for each in ASKED.values()]
        where = chance.choice(ROOMS) if computer == "Oui" and chance.random() > 0.05 else ""
        own = [*(["Oui"] if consent else []), *([chance.choice(("6e", "5e"))] if level else []), computer, *answers]
        lines.append(line(rank, *own, *([where] if branch else [])))
    return lines


def refused(rows: Rows, count: int, answer: str = "Non") -> Rows:
    place = rows[0].index(CONSENT)
    return [
        *rows,
        *(
            line(COUNT + rank, *(answer if at == place else "" for at in range(1, len(rows[0]))))
            for rank in range(count)
        ),
    ]


def made_of(rows: Rows) -> OwnQuestionnaire:
    return own_questionnaire("formulaire.csv", csv_text(rows).encode(), "formulaire").read_again()


def read(rows: Rows) -> tuple[ReadReport, OwnQuestionnaire]:
    own = made_of(rows)
    report = read_answers(csv_text(rows).encode(), own.questionnaire, own.mapping, name="formulaire.csv")
    return merged(settled([report]), own.questionnaire), own


def silent(report: ReadReport, own: OwnQuestionnaire) -> dict[str, int]:
    """How many families count « sans réponse », by the title of what is published; the level too."""
    names = {item.id: item.title for item in own.questionnaire.items} | {"niveau": "niveau"}
    table = report.answers.table
    return {
        title: int(table[name].isna().sum())
        for name, title in names.items()
        if name in table and name not in report.answers.unasked
    }


def told(report: ReadReport) -> str:
    sentences = [*reading_words(report, question_words, value_words), *map(str, report.flagged)]
    return " ".join(sentences).replace("\u00a0", " ")


@pytest.mark.parametrize("count", [1, 12])
@pytest.mark.parametrize("level", [True, False], ids=["class", "no class"])
def test_families_who_refuse_to_take_part_answered_nothing_and_do_not_count(count: int, *, level: bool) -> None:
    rows = form(random.Random(4), level=level)
    report, own = read(refused(rows, count))
    assert (len(report.answers), report.lines_aside) == (COUNT, count)
    whole, former = read(rows)
    published = silent(report, own)
    assert published == {title: each for title, each in silent(whole, former).items() if title != CONSENT}
    assert "le formulaire s'arrête" in told(report)
    assert str(COUNT + 2) in told(report)


def test_how_many_refused_is_not_published() -> None:
    report, _ = read(refused(form(random.Random(4)), 3))
    assert "Mises à part : 3" in report.summary().replace("\u00a0", " ")
    assert "3" not in report.published_summary()


def test_a_question_after_which_the_form_stops_is_known_by_the_class_that_it_does_not_ask() -> None:
    rows = refused(form(random.Random(4)), 12)
    rows[0][rows[0].index(CONSENT)] = "Votre enfant est-il chez nous cette année ?"
    report, own = read(rows)
    assert (len(report.answers), report.lines_aside) == (COUNT, 12)
    assert silent(report, own)["niveau"] == 0


def test_no_computer_is_an_answer_though_the_rest_is_then_not_asked() -> None:
    """Where nothing says that the family left the form, it counts, and what it was not asked is not published."""
    rows = form(random.Random(4), consent=False, level=False, branch=True)
    kept = [0, rows[0].index(COMPUTER), rows[0].index(WHERE)]
    report, own = read([[row[place] for place in kept] for row in rows])
    assert list(silent(report, own)) == [COMPUTER]


def test_a_question_that_is_asked_after_one_answer_alone_is_not_published_and_the_answer_is_told() -> None:
    report, own = read(form(random.Random(5), branch=True))
    assert WHERE not in silent(report, own)
    assert {COMPUTER, *ASKED} <= {*silent(report, own)}
    assert f"à qui répond « Non » à « {COMPUTER} »" in told(report)


def test_the_families_who_were_asked_are_published_when_they_are_read_alone() -> None:
    rows = form(random.Random(5), branch=True)
    place = rows[0].index(COMPUTER)
    report, own = read([rows[0], *(row for row in rows[1:] if row[place] == "Oui")])
    assert silent(report, own)[WHERE] < COUNT // 10


@pytest.mark.parametrize(("of_those", "told_of"), [(True, "n'a pas coché"), (False, "a coché")])
def test_a_question_that_depends_on_a_box_says_whether_it_was_ticked(told_of: str, *, of_those: bool) -> None:
    chance = random.Random(6)
    rows = form(chance, consent=False, level=False)
    ticked = [chance.choice(([True, False], [False, True], [True, True])) for _ in rows]
    boxes = [["Oui" if each else "" for each in own] for own in ticked]
    where = [ROOMS[rank % 2] if own[0] == of_those else "" for rank, own in enumerate(ticked)]
    boxes[0], where[0] = ["Vous utilisez [une tablette]", "Vous utilisez [un livre]"], WHERE
    report, own = read([[*row, *cells, room] for row, cells, room in zip(rows, boxes, where, strict=True)])
    assert WHERE not in silent(report, own)
    assert f"à qui {told_of} « une tablette » à « Vous utilisez »" in told(report)


def test_a_question_of_some_levels_alone_says_which_levels_were_not_asked() -> None:
    rows = form(random.Random(5), consent=False)
    rows = [[*row, WHERE if rank == 0 else ROOMS[rank % 2] if row[1] == "5e" else ""] for rank, row in enumerate(rows)]
    report, own = read(rows)
    assert WHERE not in silent(report, own)
    assert "aux familles de « 6e »" in told(report)


@given(st.integers(0, 2**32), st.integers(0, 60))
@settings(max_examples=20, deadline=None)
def test_silence_that_no_answer_explains_is_silence(seed: int, count: int) -> None:
    chance = random.Random(seed)
    rows = form(chance, consent=False)
    for row in chance.sample(rows[1:], count):
        row[-1] = ""
    report, own = read(rows)
    assert silent(report, own)[rows[0][-1]] >= count
    assert len(report.answers) >= COUNT - 3


@given(st.integers(0, 2**32), st.integers(1, 40))
@settings(max_examples=20, deadline=None)
def test_families_who_refuse_change_nothing_of_what_the_others_say(seed: int, count: int) -> None:
    rows = form(random.Random(seed))
    alone, _ = read(rows)
    report, _ = read(refused(rows, count))
    questions = [name for name in report.answers.table.columns if name not in report.answers.unasked]
    assert len(questions) == len(ASKED) + len((COMPUTER, LEVEL))
    assert report.answers.table[questions].equals(alone.answers.table[questions])


@pytest.mark.parametrize(
    ("title", "is_published"),
    [
        ("Si oui, dans quelle pièce ?", False),
        ("(si non) Pourquoi ?", False),
        ("Si vous en avez un, où est-il ?", False),
        ("Dans quelle pièce ?", True),
        ("Silence : où travaille votre enfant ?", True),
    ],
)
@pytest.mark.parametrize("silent", [0, 1])
def test_a_question_that_says_itself_to_be_asked_of_some_is_published_when_all_answer_alone(
    title: str, silent: int, *, is_published: bool
) -> None:
    """In a school of twenty-five families, no count shows that the two who pass it were not asked."""
    rows = [["Horodateur", COMPUTER, title]]
    for rank in range(25):
        rows.append(line(rank, ("Oui", "Non")[rank % 2], "" if rank < 2 * silent else ROOMS[rank % 3 == 0]))
    report, own = read(rows)
    (name,) = [item.id for item in own.questionnaire.items if item.title == title]
    assert (name not in report.answers.unasked) == (is_published or not silent)
    if name in report.answers.unasked:
        (reasons,) = report.unasked.values()
        assert "à une partie des familles" in reasons[name].reason
