"""Le même formulaire ou un autre : deux publications se comparent quand l'une pose toutes les questions de l'autre.

A questionnaire is known by its questions and by the answers that each may have, not by the name that its file bears: a
school edits the file, or makes it again from the next export. Where each of two publications asks something that the
other does not, the same question may stand in both under two names, and no count of one can be compared with the other:
a person has to say that they are two forms. Axes follow from questions, and ask nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from liaison.diagnostic.disclosure.merged_words import members
from liaison.diagnostic.papers.report_words import question_words, short_words
from liaison.diagnostic.publication.publication import Publication
from liaison.diagnostic.questionnaire.questionnaire import AXES

MOST_NAMED = 3
AskedParts = dict[str, frozenset[tuple[str, str]]]  # of each question, its rows or boxes and their possible answers


@dataclass(frozen=True)
class OtherForm:
    """A former publication that a new one cannot be compared with: its day, and what it asks that the other does not.

    `questions`: those that are no longer asked, or may be answered otherwise, in words.
    """

    date: dt.date
    questions: str


def compared_with(former: Sequence[Publication], new: Publication) -> tuple[Publication, ...]:
    """Return the former publications that ask all that the new one asks, or the other way round."""
    own = questions_of(new).items()
    return tuple(each for each in former if questions_of(each).items() <= own or own <= questions_of(each).items())


def other_form(former: Sequence[Publication], new: Publication) -> OtherForm | None:
    """Return the last publication of another form, that nobody said to be one; None when there is none."""
    own = questions_of(new)
    if any(own.items() <= questions_of(each).items() for each in former):
        return None  # this form is known already: those of the others stand beside because somebody said so
    same = compared_with(former, new)
    other = next((each for each in reversed(former) if each not in same), None)
    if other is None:
        return None
    words = {**new.mots, **other.mots}
    changed = [
        f"« {short_words(question_words(name, words))} »"
        for name, answers in questions_of(other).items()
        if own.get(name) != answers
    ]
    return OtherForm(other.date, ", ".join(changed[:MOST_NAMED]) + ("…" if len(changed) > MOST_NAMED else ""))


def questions_of(publication: Publication) -> AskedParts:
    """Return the questions of a publication: it has a line for each answer, told or hidden, alone or with others."""
    questions: dict[str, set[tuple[str, str]]] = {}
    for line in publication.lignes:
        if line.question not in AXES:
            questions.setdefault(line.question, set()).update((line.partie, value) for value in members(line.valeur))
    return {name: frozenset(answers) for name, answers in questions.items()}


__all__ = ["OtherForm", "compared_with", "other_form", "questions_of"]
