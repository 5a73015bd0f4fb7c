"""Une réponse ajoutée, ou récrite, en cours de collecte n'est pas une réponse que les premières familles taisent."""

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

OUTINGS, CANTEEN = "Souhaitez-vous participer aux sorties ?", "Mangez-vous à la cantine ?"
OFFERED = ("Oui", "Non", "Peut-être", "Plus tard")
FORMER, COUNT = 85, 140
HEAD = ["Horodateur", "Classe", OUTINGS, CANTEEN]
Told = list[tuple[str, str, str]]  # de chaque famille : sa classe, et ses deux réponses


def families(seed: int, *, former: int = FORMER, often: float = 0.4) -> Told:
    """Of the first ones, nobody was offered « Plus tard », that the others give so `often`."""
    chance = random.Random(seed)
    return [
        (
            chance.choice(("6e", "5e", "4e")),
            OFFERED[-1] if rank >= former and chance.random() < often else chance.choice(OFFERED[:-1]),
            chance.choice(("Oui", "Non")),
        )
        for rank in range(COUNT)
    ]


def export(told: Told, first: int = 0, *, timed: bool = True) -> Rows:
    """The rows of Google Forms, of which the first was sent the `first`."""
    return [
        HEAD,
        *(
            [f"{2 + rank // 40:02}/11/2026 {8 + rank % 40 // 4:02}:{rank % 4 * 15:02}:00" if timed else "", *each]
            for rank, each in enumerate(told, start=first)
        ),
    ]


def read(**files: Rows) -> ReadReport:
    """The files, read by the questionnaire that the longest one gives."""
    longest = csv_text(max(files.values(), key=lambda rows: len({row[2] for row in rows}))).encode()
    own = own_questionnaire("formulaire.csv", longest, "formulaire").read_again()
    parts = [
        part
        for name, rows in files.items()
        for part in read_chunks(csv_text(rows).encode(), own.questionnaire, own.mapping, name=f"{name}.csv")
    ]
    return merged(settled(parts), own.questionnaire)


def withheld(report: ReadReport) -> set[str]:
    titles = {item.id: item.title for item in report.answers.questionnaire.items}
    return {titles[name] for name in report.answers.unasked if name in titles}


def told(report: ReadReport) -> str:
    return " ".join(reading_words(report, question_words, value_words)).replace("\u00a0", " ")


def files_of(every: Told, given_as: str) -> dict[str, Rows]:
    cumulative = {"lundi": export(every[:FORMER]), "mardi": export(every)}
    return {
        "one": {"mardi": export(every)},
        "cumulative": cumulative,
        "the later first": dict(reversed(cumulative.items())),
        "apart": {"lundi": export(every[:FORMER]), "mardi": export(every[FORMER:], FORMER)},
    }[given_as]


@pytest.mark.parametrize("given_as", ["one", "cumulative", "the later first", "apart"])
def test_an_answer_that_none_of_the_first_families_gives_was_not_offered_to_them(given_as: str) -> None:
    report = read(**files_of(families(5), given_as))
    assert len(report.answers) == COUNT
    assert withheld(report) == {OUTINGS}
    assert "n'y répond « Plus tard »" in told(report)
    assert "cette réponse ne leur a peut-être pas été proposée" in told(report)
    assert ("lundi.csv" in told(report)) == (given_as != "one")


@pytest.mark.parametrize("given_as", ["one", "cumulative"])  # apart, no file has the words of both
def test_an_answer_written_in_other_words_is_two(given_as: str) -> None:
    """« Peut-être » of the first families is « Plus tard » of the others."""
    every = [
        (level, "Plus tard" if rank >= FORMER and answer == "Peut-être" else answer, canteen)
        for rank, (level, answer, canteen) in enumerate(families(5, often=0))
    ]
    report = read(**files_of(every, given_as))
    assert (len(report.answers), withheld(report)) == (COUNT, {OUTINGS})


def test_it_is_the_order_of_the_answers_and_not_that_of_a_sorted_sheet() -> None:
    rows = export(families(5))
    report = read(tableau=[rows[0], *sorted(rows[1:], key=lambda row: row[3] + row[0][::-1])])
    assert withheld(report) == {OUTINGS}
    assert "dans l'ordre des envois, de la ligne" in told(report)


@given(st.integers(0, 2**32), st.floats(0.02, 0.9))
@settings(max_examples=40, deadline=None)
def test_an_answer_that_chance_spares_the_first_families_is_published(seed: int, often: float) -> None:
    every = families(seed, former=0, often=often)
    assert withheld(read(**files_of(every, "cumulative"))) == set()


@pytest.mark.parametrize("given_as", ["one", "cumulative", "apart"])
def test_a_rare_answer_that_chance_puts_at_the_end_is_published(given_as: str) -> None:
    """Four of the last thirty: one order in five hundred has them so."""
    every = [
        (level, OFFERED[-1] if rank in (110, 118, 127, 133) else answer, canteen)
        for rank, (level, answer, canteen) in enumerate(families(5, often=0))
    ]
    assert withheld(read(**files_of(every, given_as))) == set()


def test_the_answer_of_one_class_that_answers_on_one_day_is_published() -> None:
    every = [(("5e", "4e")[rank % 2] if rank < FORMER else "6e", *each[1:]) for rank, each in enumerate(families(5))]
    assert withheld(read(semaine=export(every))) == set()


def test_the_answer_of_families_on_paper_typed_under_the_export_is_published() -> None:
    """They have no time, and say nothing of what a form online offered."""
    every = families(5)
    rows = [*export(every[:FORMER]), *export(every[FORMER:], timed=False)[1:]]
    assert withheld(read(semaine=rows)) == set()


def test_the_answer_of_families_on_paper_typed_in_the_form_is_published_once_a_column_says_so_as_it_is_told() -> None:
    """Typed last, they give no answer that those online give."""
    every = families(5, former=COUNT, often=0)
    every = [(level, OFFERED[rank > 100], canteen) for rank, (level, _, canteen) in enumerate(every)]
    every = [
        (level, OFFERED[-1] if rank % 3 == 0 and rank < 100 else answer, canteen)
        for rank, (level, answer, canteen) in enumerate(every)
    ]
    rows = export(every)
    report = read(semaine=rows)
    assert withheld(report) == {OUTINGS}
    assert "si elles ont répondu d'une autre façon que les autres, le dire dans une colonne « Comment la" in told(
        report
    )
    ways = ["Comment la famille a répondu", *("Sur papier" if rank > 100 else "En ligne" for rank in range(COUNT))]
    assert withheld(read(semaine=[[*row, way] for row, way in zip(rows, ways, strict=True)])) == set()
