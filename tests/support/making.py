"""Needs and coupons of invented families, by hand or drawn: `from support.making import needs, some_needs`."""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from liaison.diagnostic.answers import Answers, answers_from_rows
from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.support.needs.needs import CHOICES, COLUMNS, FLAGS, INDEX, Needs
from liaison.support.needs.needs_file import YES_NO
from liaison.support.vocabulary import LEVELS, MOMENTS

Beside = dict[str, str]


def coupons(answers: Answers, beside: list[Beside]) -> bytes:
    """The suite's own CSV of answers, with columns that the school adds."""
    rows = list(csv.reader(io.StringIO(answers_csv(answers).decode("utf-8-sig")), delimiter=";"))
    names = list(dict.fromkeys(name for one in beside for name in one))
    rows[0] += names
    for row, one in zip(rows[1:], beside, strict=True):
        row += [one.get(name, "") for name in names]
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def needs(*rows: dict[str, Any], codes: tuple[str, ...] = ()) -> Needs:
    """Return a table of needs from what each family has; codes F001, F002… unless given; the rest is unsaid."""
    index = pd.Index(list(codes) or [f"F{rank:03d}" for rank in range(1, len(rows) + 1)], name=INDEX, dtype="str")
    unknown = {name for row in rows for name in row} - set(COLUMNS)
    assert not unknown, unknown
    table = pd.DataFrame(index=index)
    for name in COLUMNS:
        given = [row.get(name) for row in rows]
        if name in CHOICES:
            table[name] = pd.Categorical(given, categories=list(CHOICES[name]))
        elif name == "enfants":
            table[name] = pd.Series(given, dtype="Int64").array
        elif name == "niveaux":
            table[name] = pd.Series([text or "" for text in given], index=index, dtype="object")
        else:
            table[name] = pd.Series([bool(said) for said in given], index=index, dtype="bool")
    return Needs(table)


def few_waiting(families: int = 90, asking: int = 24) -> Answers:
    """Families of which some ask for a computer, thirty for a workshop in the evening."""
    rest: dict[str, Any] = {"niveau": "sixieme", "connexion": "fixe", "langue": "francais", "mode": "papier"}
    rows = []
    for rank in range(families):
        loan, moment = ("ordinateur" if rank < asking else "aucun"), ("soir" if rank >= families - 30 else "aucun")
        loans = {f"pret__{each}": each == loan for each in ("ordinateur", "cle_internet", "aucun")}
        rows.append(rest | loans | {f"atelier__{each}": each == moment for each in (*MOMENTS, "aucun")})
    return answers_from_rows(rows, family_questionnaire())


_cells: dict[str, st.SearchStrategy[Any]] = {
    **{name: st.none() | st.sampled_from(values) for name, values in CHOICES.items()},
    "enfants": st.none() | st.integers(1, 5),
    "niveaux": st.lists(st.sampled_from(LEVELS), max_size=3, unique=True).map(" ".join),
    **dict.fromkeys(FLAGS, st.sampled_from(list(YES_NO.values()))),
}
family = st.fixed_dictionaries({name: _cells[name] for name in COLUMNS})


def some_needs(smallest: int = 0, most: int = 12) -> st.SearchStrategy[Needs]:
    """Draw a table of needs of a few families, any answers."""
    return st.lists(family, min_size=smallest, max_size=most).map(lambda rows: needs(*rows))
