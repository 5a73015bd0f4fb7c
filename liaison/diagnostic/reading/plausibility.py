"""Des réponses qui se contredisent ou se répètent : signalées, gardées, jamais corrigées en silence."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.papers.report_words import question_words, short_words, value_words
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.reading.reports import Flagged

phrase = french_beside(__file__)

ENOUGH_ANSWERS = 8  # cellules remplies à partir desquelles deux réponses identiques étonnent
COMMON_SHARE = 0.05  # au-delà, des réponses identiques sont le cas courant : une seule remarque suffit


def doubts(answers: Answers, lines: np.ndarray, torn: np.ndarray, file: str) -> list[Flagged]:
    """Return what is worth checking of the answers of these lines of a file; `torn`: those of which several answers to
    one question are in part « ne sait pas »."""
    reasons = list(contradictions(answers))
    reasons += [(rank, sent_twice(int(lines[former]))) for rank, former in repeated(answers)]
    reasons += [(rank, phrase("en-partie-ne-sait-pas")) for rank in np.flatnonzero(torn).tolist()]
    flagged = [Flagged(int(lines[rank]), reason, file) for rank, reason in reasons]
    return sorted(flagged, key=lambda each: each.line or 0)


def sent_twice(line: int) -> str:
    """Return what is said of a response that answers as the one of this line does."""
    return phrase("reponse-envoyee-deux-fois", line=line)


def contradictions(answers: Answers) -> Iterator[tuple[int, str]]:
    """Yield (rank of the answer, reason) for answers that cannot all be true.

    « aucun » with something else, in any question where a value stands alone; and, in the suite's questionnaire,
    devices that are shared although there are none, or none to share although there is a computer or a tablet.
    """
    table, own = answers.table, answers.questionnaire.own_words

    def question(name: str) -> str:
        return short_words(question_words(name, own))

    for item in answers.questionnaire.items:
        for alone in item.alone:
            others = [item.column(value) for value in item.values if value not in item.alone]
            both = _true(table, item.column(alone)) & np.any([_true(table, each) for each in others], axis=0)
            for rank in np.flatnonzero(both).tolist():
                words = short_words(value_words(item.id, alone, own))
                yield rank, phrase("seule-et-une-autre", alone=words, question=question(item.id))
    if {"partage", "appareils__aucun", "appareils__ordinateur", "appareils__tablette"} <= set(table.columns):
        shared = table["partage"].notna().to_numpy() & (table["partage"] != "pas_d_appareil").to_numpy()
        none = (table["partage"] == "pas_d_appareil").to_numpy()
        owned = _true(table, "appareils__ordinateur") | _true(table, "appareils__tablette")
        for rank in np.flatnonzero(_true(table, "appareils__aucun") & ~owned & shared).tolist():
            yield (
                rank,
                phrase("aucun-et-partage", devices=question("appareils"), sharing=question("partage")),
            )
        for rank in np.flatnonzero(owned & none).tolist():
            yield rank, phrase("un-et-aucun", devices=question("appareils"), sharing=question("partage"))


def repeated(answers: Answers) -> Iterator[tuple[int, int]]:
    """Yield (rank, rank of the first one like it) for answers that are the same in every cell, when that is rare.

    Nothing is said below ENOUGH_ANSWERS filled cells, nor when more than COMMON_SHARE of the answers repeat another
    (many families live alike), save for neighbours: the same answer twice in a row is often one press too many.
    """
    if len(answers) < 2:
        return
    rows, filled = _rows(answers)
    _, first, inverse = np.unique(rows, return_index=True, return_inverse=True)
    like = first[inverse]
    same = filled & (like != np.arange(len(rows)))
    neighbours = np.concatenate([[False], rows[1:] == rows[:-1]]) & filled
    rare = same.mean() <= COMMON_SHARE
    for rank in np.flatnonzero(same if rare else neighbours).tolist():
        yield rank, (rank - 1 if neighbours[rank] else int(like[rank]))


def fingerprints(answers: Answers) -> list[bytes]:
    """Return each answer as one value: two are equal when every cell is."""
    rows, _filled = _rows(answers)
    return [row.tobytes() for row in rows]


def questions_apart(first: bytes, other: bytes, answers: Answers) -> set[str]:
    """Return the questions to which two answers, each as one value, do not answer alike."""
    apart = np.frombuffer(first, dtype=np.int16) != np.frombuffer(other, dtype=np.int16)
    names = (str(name) for name in answers.table.columns[apart])
    return {question_of(name) for name in names}


def _rows(answers: Answers) -> tuple[np.ndarray, np.ndarray]:
    """Return each answer as one value that can be compared, and whether enough of it is filled."""
    columns = [_codes(column.array) for _, column in answers.table.items()]
    codes = np.column_stack(columns).astype(np.int16)
    rows = np.ascontiguousarray(codes).view(np.dtype((np.void, codes.dtype.itemsize * codes.shape[1]))).ravel()
    return rows, (codes >= 0).sum(axis=1) >= ENOUGH_ANSWERS


def _true(table: pd.DataFrame, name: str) -> np.ndarray:
    return table[name].array.to_numpy(dtype=bool, na_value=False)


def _codes(column: pd.api.extensions.ExtensionArray) -> np.ndarray:
    if isinstance(column, pd.Categorical):
        return column.codes
    return column.to_numpy(dtype=np.int16, na_value=-1)
