"""Les réponses des familles : une table vérifiée, et le fichier qu'une famille remet à l'école."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat
from liaison.base.quoting import LONGEST_QUOTE
from liaison.base.sentences import french_beside
from liaison.diagnostic.questionnaire.questionnaire import MODE, Item, Questionnaire

phrase = french_beside(__file__)

INDEX = "reponse"
_ID = r"r\d{4,}"
MOST_VERSIONS = 8  # d'un même questionnaire : les suivantes ont le numéro de la dernière

LONGEST_NAME = 300  # lettres d'un nom de question, de réponse ou de colonne : un export en a de plus longs que soixante
Word = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=LONGEST_NAME)]
GivenAnswer = Word | tuple[Word, ...] | dict[Word, Word]
Codes = NDArray[np.intp]


class AnswersError(FrenchError):
    """Answers that do not follow their questionnaire: where, what was found, what is accepted."""


@dataclass(frozen=True)
class Answers:
    """What families answered: one row per family that answered, and the questionnaire that was asked.

    `table` has the index `reponse` (r0001, r0002…, without meaning) and exactly these columns, in this order:

    - for each `questionnaire.columns()`, the column of that name. A single choice (`connexion`) or a row of a grid
      (`seul__se_connecter`) is Categorical, its categories the values of the question in their order, missing for no
      answer. A value of a multiple choice (`appareils__ordinateur`) is nullable boolean: true or false where the
      family answered the question, missing in all its columns where it did not;
    - for each `questionnaire.context` (`niveau`, `mode`), a Categorical column of its values, missing when unknown.

    Contradictory answers (« aucun » with something else) are kept as given: whoever reads files flags them.
    `unasked`: those of these columns that no form had; nobody was silent there, and nothing is to be said of them.
    `left_out`: those of a question that some form had and of which not all could be read: among the unasked, whatever
    another form says of them.
    `asked_by_some`: those that some forms had and others not. What the families of the others would have answered is
    not known, and they are not silent: it is among the unasked too, but for the way of answering, that nobody is asked.
    `otherwise`: the questions to which some gave another answer than those they have: they count as silent.
    `maybe_twice`: whether some family, that changed its answers between two exports, may be counted twice.
    `uncounted`: whether many lines of a file hold answers of which no question is recognised: they are not here.
    `level_unread`: whether some family wrote a class that is not read: its level is missing here, though it said one.

    Raises:
        AnswersError: a column, a type or an identifier that is not of this shape.
    """

    table: pd.DataFrame
    questionnaire: Questionnaire
    unasked: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    asked_by_some: frozenset[str] = frozenset()
    otherwise: frozenset[str] = frozenset()
    maybe_twice: bool = False
    uncounted: bool = False
    level_unread: bool = False

    def __post_init__(self) -> None:
        expected = column_types(self.questionnaire)
        if odd := sorted(self.unasked - expected.keys()):
            raise AnswersError(phrase("colonne-non-demandee-inconnue", columns=_some(odd)))
        columns = list(map(str, self.table.columns))
        if columns != list(expected):
            odd = sorted(set(columns) ^ set(expected)) or columns
            raise AnswersError(phrase("colonnes-attendues", columns=_some(odd)))
        for (name, dtype), actual in zip(expected.items(), self.table.dtypes, strict=True):
            if actual != dtype:
                raise AnswersError(phrase("autre-type", column=name, actual=actual, expected=dtype))
        index = self.table.index
        if index.name != INDEX or not index.is_unique or not index.astype("str").str.fullmatch(_ID).all():
            raise AnswersError(phrase("index-attendu", index=INDEX))
        given = self.table.notna().to_numpy()
        rank = {name: rank for rank, name in enumerate(expected)}
        for item in self.questionnaire.items:
            if item.kind == "multiple":
                boxes = given[:, [rank[name] for name in item.columns]]
                if (boxes.any(axis=1) & ~boxes.all(axis=1)).any():
                    raise AnswersError(phrase("en-partie-remplie", question=item.id))

    def __len__(self) -> int:
        return len(self.table)

    def present(self, column: str) -> frozenset[str]:
        """Return the values of a column that some answer has."""
        return frozenset(self.table[column].dropna())

    @property
    def not_asked_of_all(self) -> frozenset[str]:
        """The columns that some family was not asked: what is deduced from them would place the others alone."""
        return self.unasked | self.asked_by_some

    def answered(self, item: str) -> pd.Series:
        """Return whether each family answered that question, in at least one row when it is a grid."""
        question = self.questionnaire.item(item)
        if question is None or question.id != item:
            raise AnswersError(phrase("question-inconnue", question=item))
        return self.table[[*question.columns]].notna().any(axis=1)


def _some(names: Sequence[str]) -> str:
    return ", ".join(name[:LONGEST_QUOTE] for name in names[:8]) + ("…" if len(names) > 8 else ".")


def column_types(questionnaire: Questionnaire) -> dict[str, pd.CategoricalDtype | pd.BooleanDtype]:
    """Return the type of every column of a table of answers, questions first, then context, in order."""
    columns = [(column.name, column.values) for column in questionnaire.columns()]
    return {name: _type(values) for name, values in (*columns, *questionnaire.context.items())}


@lru_cache(maxsize=256)
def _type(values: tuple[str, ...]) -> pd.CategoricalDtype | pd.BooleanDtype:
    return pd.CategoricalDtype(list(values)) if values else pd.BooleanDtype()


def identifiers(count: int) -> pd.Index:
    """Return that many identifiers without meaning: r0001, r0002…"""
    return pd.Index([f"r{number:04d}" for number in range(1, count + 1)], name=INDEX, dtype="str")


def empty_answers(questionnaire: Questionnaire) -> Answers:
    """Return a table of answers that no family has filled in yet."""
    return answers_from_codes({}, 0, questionnaire)


def answers_from_rows(rows: Iterable[Mapping[str, object]], questionnaire: Questionnaire) -> Answers:
    """Return the answers held in one mapping per family: column name to value; absent, None or NaN: no answer.

    A value of a choice is its name; a value of a multiple choice is True or False, and values left out of a question
    that is answered are False.

    Raises:
        AnswersError: an unknown column, or a value that the column does not accept; the family is named by its rank.
    """
    table = list(rows)
    expected = column_types(questionnaire)
    for rank, row in enumerate(table, start=1):
        unknown = [str(name) for name in row if name not in expected]
        if unknown:
            raise AnswersError(phrase("colonne-inconnue-d-une-famille", family=rank, columns=_some(unknown)))
    return answers_from_columns({name: [row.get(name) for row in table] for name in expected}, questionnaire)


def answers_from_columns(columns: Mapping[str, Sequence[object]], questionnaire: Questionnaire) -> Answers:
    """Return the answers held in whole columns, all of one length; a column left out is not answered.

    Same values as `answers_from_rows`, which is the slow way in.

    Raises:
        AnswersError: as `answers_from_rows`.
    """
    expected = column_types(questionnaire)
    unknown = [str(name) for name in columns if name not in expected]
    if unknown:
        raise AnswersError(phrase("colonne-inconnue", columns=_some(unknown)))
    lengths = {len(values) for values in columns.values()}
    if len(lengths) > 1:
        raise AnswersError(phrase("longueurs-inegales"))
    count = lengths.pop() if lengths else 0
    codes = {name: _codes(name, values, expected[name]) for name, values in columns.items()}
    return answers_from_codes(codes, count, questionnaire)


def answers_from_codes(
    codes: Mapping[str, Codes],
    count: int,
    questionnaire: Questionnaire,
    unasked: frozenset[str] = frozenset(),
    left_out: frozenset[str] = frozenset(),
) -> Answers:
    """Return the answers of `count` families held in whole columns of ranks, for whoever reads many files fast.

    A code is the rank of a value in its column (for a multiple choice: 1 true, 0 false), or -1 for no answer.
    """
    expected = column_types(questionnaire)
    blank = np.full(count, -1)
    complete = {name: codes.get(name, blank) for name in expected}
    for item in questionnaire.items:
        if item.kind == "multiple":
            names = item.columns
            answered = np.any([complete[name] >= 0 for name in names], axis=0)
            complete |= {name: np.where(answered & (complete[name] < 0), 0, complete[name]) for name in names}
    arrays = {name: _array(complete[name], dtype) for name, dtype in expected.items()}
    table = pd.DataFrame(arrays, index=identifiers(count), columns=list(expected))
    return Answers(table, questionnaire, unasked, left_out)


def _array(codes: Codes, dtype: pd.CategoricalDtype | pd.BooleanDtype) -> pd.api.extensions.ExtensionArray:
    if isinstance(dtype, pd.CategoricalDtype):
        return pd.Categorical.from_codes(codes, dtype=dtype)
    return pd.arrays.BooleanArray(codes == 1, codes < 0)


def _codes(name: str, values: Sequence[object], dtype: pd.CategoricalDtype | pd.BooleanDtype) -> Codes:
    categorical = isinstance(dtype, pd.CategoricalDtype)
    accepted: list[object] = list(dtype.categories) if isinstance(dtype, pd.CategoricalDtype) else [False, True]
    codes, different = pd.factorize(np.asarray(values, dtype=object))
    known = np.full(len(different) + 1, -1)  # the last one answers for the code -1, a missing value
    for code, value in enumerate(different):
        fits = isinstance(value, str) if categorical else isinstance(value, bool | np.bool_)
        if not fits or value not in accepted:
            rank = int(np.argmax(codes == code)) + 1
            listed = ", ".join(map(str, accepted)) if categorical else "vrai, faux"
            shown = str(value)[:LONGEST_QUOTE]
            raise AnswersError(
                phrase("valeur-refusee-d-une-famille", family=rank, question=name, value=shown, accepted=listed)
            )
        known[code] = accepted.index(value)
    return known[codes]


def joined(parts: Sequence[Answers], questionnaire: Questionnaire) -> Answers:
    """Return the answers of several tables of the same questionnaire as one, families numbered anew."""
    if any(part.questionnaire != questionnaire for part in parts):
        raise AnswersError(phrase("deux-questionnaires"))
    if not parts:
        return empty_answers(questionnaire)
    table = pd.concat([part.table for part in parts], ignore_index=True)
    # A file where nobody answered asked nobody.
    asking = [part for part in parts if len(part)] or parts
    left_out = frozenset[str]().union(*(part.left_out for part in asking))
    nowhere = frozenset.intersection(*(part.unasked - part.asked_by_some for part in asking))
    some = frozenset[str]().union(*(part.not_asked_of_all for part in asking)) - nowhere - left_out
    unasked = nowhere | left_out | (some - {MODE})
    otherwise = frozenset[str]().union(*(part.otherwise for part in parts))
    renamed = table.set_axis(identifiers(len(table)), axis="index")
    twice, uncounted, level_unread = (
        any(getattr(part, name) for part in parts) for name in ("maybe_twice", "uncounted", "level_unread")
    )
    return Answers(renamed, questionnaire, unasked, left_out, some, otherwise, twice, uncounted, level_unread)


class FamilyAnswer(BaseModel):
    """The file that one family hands over: what it answered, no name, no free text.

    `reponses`: by question, a value (single choice), a list of values (multiple choice), or a value by row (grid); a
    question that is not answered is left out. `contexte`: `niveau` and `mode` when known. `jeton`: letters and digits
    drawn at random by the screen, so that a file handed over twice counts once; it is never kept with the answers.
    `remise`: one more each time that an answer was changed after the screen had given them; the highest counts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[2] = 2
    questionnaire: Word
    jeton: Annotated[str, Field(pattern=r"^[0-9a-z]{8,32}$")] | None = None
    remise: Annotated[int, Field(ge=1, le=MOST_VERSIONS)] = 1
    contexte: dict[Word, Word] = {}
    reponses: dict[Word, GivenAnswer] = {}


FAMILY_ANSWER = FileFormat(
    FamilyAnswer,
    2,
    partial(phrase, "les-reponses-d-une-famille"),
    "version, questionnaire, contexte, reponses",
    AnswersError,
    Path(__file__).parent / "presets" / "reponses",
    upgrades={1: dict},  # a page of before gave the same mark to every version: all are the first
)


def row_of(answer: FamilyAnswer, questionnaire: Questionnaire) -> dict[str, object]:
    """Return the row, by column name, of the file of one family, as `answers_from_rows` takes it.

    Raises:
        AnswersError: another questionnaire, an unknown question, or a value that the question does not accept.
    """
    if answer.questionnaire != questionnaire.id:
        raise AnswersError(phrase("autre-questionnaire", actual=answer.questionnaire, expected=questionnaire.id))
    items = {item.id: item for item in questionnaire.items}
    row: dict[str, object] = {}
    for name, value in answer.contexte.items():
        _accept(name, value, questionnaire.context.get(name, ()))
        row[name] = value
    for name, given in answer.reponses.items():
        if name not in items:
            raise AnswersError(phrase("question-inconnue", question=name))
        row |= _cells(items[name], given)
    return row


def _cells(item: Item, given: GivenAnswer) -> dict[str, object]:
    if item.kind == "single" and isinstance(given, str):
        _accept(item.id, given, item.values)
        return {item.id: given}
    if item.kind == "multiple" and isinstance(given, tuple):
        for value in given:
            _accept(item.id, value, item.values)
        return {item.column(value): value in given for value in item.values} if given else {}
    if item.kind == "grid" and isinstance(given, dict):
        for row, value in given.items():
            _accept(item.id, row, item.rows)
            _accept(item.id, value, item.values)
        return {item.column(row): value for row, value in given.items()}
    raise AnswersError(phrase("forme-attendue", question=item.id, kind=item.kind))


def _accept(place: str, value: str, accepted: Sequence[str]) -> None:
    if value not in accepted:
        if not accepted:
            raise AnswersError(phrase("valeur-refusee", place=place, value=value))
        raise AnswersError(phrase("valeur-parmi", place=place, value=value, accepted=", ".join(accepted)))


__all__ = [
    "FAMILY_ANSWER",
    "INDEX",
    "MOST_VERSIONS",
    "Answers",
    "AnswersError",
    "FamilyAnswer",
    "answers_from_codes",
    "answers_from_columns",
    "answers_from_rows",
    "column_types",
    "empty_answers",
    "identifiers",
    "joined",
    "row_of",
]
