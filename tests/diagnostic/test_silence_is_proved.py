"""La règle elle-même, sur des formulaires tirés au hasard que l'on abîme entre deux fichiers : « sans réponse » ne
compte que des familles qui se sont tues, ou la question n'est pas publiée (décision 0093)."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from diagnostic.survey_exports import Rows, csv_text
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.reading.corrected import settled
from liaison.diagnostic.reading.often_unread import without_often_unread
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import merged

Damage = Literal["retitle", "translate", "move", "drop", "empty", "section"]
ASKED = (
    ("Avez-vous un ordinateur à la maison ?", ("Oui", "Non"), "Disposez-vous d'un poste ?", "Evde bilgisayar var mı?"),
    (
        "Mangez-vous à la cantine ?",
        ("Oui", "Non", "Parfois"),
        "Votre enfant déjeune-t-il ici ?",
        "Yemek yiyor musunuz?",
    ),
    ("Quelle note donnez-vous à l'accueil ?", ("1", "2", "3", "4"), "L'accueil, sur quatre ?", "Bize kaç verirsiniz?"),
    (
        "Comment préférez-vous être contacté ?",
        ("Par SMS", "Par courriel", "Par courrier"),
        "Par quel moyen ?",
        "Nasıl?",
    ),
    (
        "Lisez-vous nos messages ?",
        ("Souvent", "Parfois", "Jamais"),
        "Vos lectures de nos messages ?",
        "Okuyor musunuz?",
    ),
    ("Quel jour préférez-vous ?", ("Lundi", "Mardi", "Jeudi"), "Un jour qui vous convient ?", "Hangi gün?"),
)
FORMER, LATER = 60, 40


@dataclass
class TwoFiles:
    """Two exports of one form, and how many families are silent on each question."""

    former: Rows
    later: Rows
    silent: dict[str, int] = field(default_factory=dict)


@st.composite
def forms(draw: st.DrawFn) -> TwoFiles:
    asked = draw(st.permutations(ASKED).map(lambda each: each[: 3 + len(each[0][0]) % 4]))
    chance = random.Random(draw(st.integers(0, 2**32)))
    titles = [title for title, *_ in asked]
    lines = [
        [
            f"{2 + rank // 40:02}/11/2026 {8 + rank % 12:02}:{rank % 60:02}:{rank % 53:02}",
            *("" if chance.random() < 0.1 else chance.choice(answers) for _, answers, *_ in asked),
        ]
        for rank in range(FORMER + LATER)
    ]
    silent = {title: sum(not line[at + 1] for line in lines) for at, title in enumerate(titles)}
    head = ["Horodateur", *titles]
    later = [head, *(lines if draw(st.booleans()) else lines[FORMER:])]
    damaged = TwoFiles([head, *lines[:FORMER]], [list(row) for row in later], silent)
    for _ in range(draw(st.integers(1, 2))):
        (title, _, again, abroad), how = draw(st.sampled_from(asked)), draw(st.sampled_from(tuple(DAMAGES)))
        if title in damaged.later[0]:
            DAMAGES[how](
                damaged.later, damaged.later[0].index(title), abroad if how in ("translate", "section") else again
            )
            if how != "move" and draw(st.booleans()):
                _move(damaged.later, draw(st.integers(1, len(damaged.later[0]) - 1)), "")
    return damaged


def _retitle(rows: Rows, at: int, again: str) -> None:
    rows[0][at] = again


def _move(rows: Rows, at: int, _: str) -> None:
    for row in rows:
        row.insert(len(rows[0]) // 2, row.pop(at))


def _drop(rows: Rows, at: int, _: str) -> None:
    for row in rows:
        row.pop(at)


def _empty(rows: Rows, at: int, _: str) -> None:
    for row in rows[1:]:
        row[at] = ""


def _section(rows: Rows, at: int, again: str) -> None:
    """One family of three answers the same thing in a column in another language."""
    for rank, row in enumerate(rows):
        row.append(again if rank == 0 else row[at] if rank % 3 == 0 else "")
        row[at] = "" if rank and rank % 3 == 0 else row[at]


DAMAGES: dict[Damage, Callable[[Rows, int, str], None]] = {
    "retitle": _retitle,
    "translate": _retitle,
    "move": _move,
    "drop": _drop,
    "empty": _empty,
    "section": _section,
}


@given(forms())
# A form is drawn by its seed: there is nothing to make smaller.
@settings(max_examples=25, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
def test_no_family_counts_without_an_answer_where_it_answered_or_nothing_is_published(files: TwoFiles) -> None:
    own = own_questionnaire("lundi.csv", csv_text(files.former).encode()).read_again()
    named = {"lundi.csv": files.former, "mardi.csv": files.later}
    parts = [
        read_answers(csv_text(rows).encode(), own.questionnaire, own.mapping, name=name) for name, rows in named.items()
    ]
    report = without_often_unread(merged(settled(parts), own.questionnaire))
    if report.waits:
        return
    published = {item.id: item.title for item in own.questionnaire.items if item.id not in report.answers.unasked}
    silent = {title: int(report.answers.table[name].isna().sum()) for name, title in published.items()}
    assert {title: count for title, count in silent.items() if count > files.silent[title]} == {}
