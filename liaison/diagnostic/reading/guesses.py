"""Ce que la lecture ne fait que deviner : dit en clair, et en attente d'un oui avant que rien n'en soit publié.

What a header or a cell says word for word is known, and waits for nothing. What only looks like it, comes from its rank
or its place, is guessed. The mapping of a file bears the mark (`a_verifier`, `mots_a_verifier`): kept once the mark is
taken away, it reads the next export without asking.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from liaison.base.quoting import printable
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined
from liaison.diagnostic.questionnaire.questionnaire import SEPARATOR
from liaison.diagnostic.reading.cells import CellReader
from liaison.diagnostic.reading.mapping import MappedColumn, Mapping

phrase = french_beside(__file__)

Words = Callable[[str, dict[str, str]], str]
ValueWords = Callable[[str, str, dict[str, str]], str]


class Guess(NamedTuple):
    """What is guessed of one column: that it answers `target` (`by_title`), and what these words mean, each a value."""

    file: str
    column: str
    target: str
    by_title: bool
    words: tuple[tuple[str, str], ...]


def guesses_of(readers: Sequence[CellReader], file: str) -> tuple[Guess, ...]:
    """Return what is guessed of the columns of a file that are read."""
    every = []
    for reader in readers:
        column = reader.column
        values = ((word, column.valeurs.get(word)) for word in column.mots_a_verifier)
        words = tuple((word, value) for word, value in values if value is not None)
        if column.a_verifier or words:
            every.append(Guess(file, reader.source.in_file, column.cible, column.a_verifier, words))
    return tuple(every)


def confirmed(mapping: Mapping) -> Mapping:
    """Return a mapping of which a person says that what it guesses is right."""
    right = {"a_verifier": False, "mots_a_verifier": ()}
    return mapping.model_copy(update={"colonnes": tuple(each.model_copy(update=right) for each in mapping.colonnes)})


def without_guesses(mapping: Mapping) -> Mapping:
    """Return a mapping that reads nothing of what it guesses: neither these columns, nor these words."""
    columns = tuple(_known(each) for each in mapping.colonnes if not each.a_verifier)
    return mapping.model_copy(update={"colonnes": columns})


def _known(column: MappedColumn) -> MappedColumn:
    values = {word: None if word in column.mots_a_verifier else value for word, value in column.valeurs.items()}
    return column.model_copy(update={"valeurs": values, "mots_a_verifier": ()})


def guess_words(guesses: Sequence[Guess], words: Words, value_words: ValueWords, own: dict[str, str]) -> list[str]:
    """Return in French, a sentence each, what is guessed: the column and its question, each word and its answer.

    Said once of several files that are read alike.
    """
    files: dict[tuple[str, ...], list[str]] = {}
    for guess in guesses:
        files.setdefault(_sentences(guess, words, value_words, own), []).append(f"« {printable(guess.file)} »")
    every = list(dict.fromkeys(guess.file for guess in guesses))
    return [
        typeset(" ".join(sentences) if len(where) == len(every) else f"{joined(where)} : {' '.join(sentences)}")
        for sentences, where in files.items()
    ]


def _sentences(guess: Guess, words: Words, value_words: ValueWords, own: dict[str, str]) -> tuple[str, ...]:
    name, _, part = guess.target.partition(SEPARATOR)
    column, question = printable(guess.column), words(name, own)
    target = phrase("question-et-partie", question=question, part=value_words(name, part, own)) if part else question
    of_title = [phrase("colonne-devinee", column=column, question=target)] if guess.by_title else []
    meant: dict[str, list[str]] = {}
    for word, value in guess.words:
        meant.setdefault(value_words(name, value, own), []).append(f"« {printable(word)} »")
    pairs = [phrase("mot-et-reponse", words=joined(same), answer=answer) for answer, same in meant.items()]
    of_words = [phrase("mots-devines", column=column, pairs=" ; ".join(pairs))] if pairs else []
    return (*of_title, *of_words)


__all__ = ["Guess", "confirmed", "guess_words", "guesses_of", "without_guesses"]
