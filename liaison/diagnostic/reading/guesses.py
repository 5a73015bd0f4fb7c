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
from liaison.base.words import joined, named
from liaison.diagnostic.questionnaire.item import part_of, question_of
from liaison.diagnostic.questionnaire.questionnaire import OTHER
from liaison.diagnostic.reading.cells import CellReader
from liaison.diagnostic.reading.mapping import MappedColumn, Mapping, values_of

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
    """Return a mapping that reads nothing of what it guesses: neither these columns, nor these words.

    Nor a column of which no answer is known: every family would seem to have answered nothing, or « autre ».
    """
    columns = tuple(_known(each) for each in mapping.colonnes if not each.a_verifier and _has_answers(each))
    return mapping.model_copy(update={"colonnes": columns})


def _has_answers(column: MappedColumn) -> bool:
    """Whether a column has an answer that is not guessed, « autre » apart, or guesses none."""
    known = {value for word, value in column.valeurs.items() if word not in column.mots_a_verifier}
    return not column.mots_a_verifier or bool(known - {None, OTHER})


def _known(column: MappedColumn) -> MappedColumn:
    values = {word: None if word in column.mots_a_verifier else value for word, value in column.valeurs.items()}
    return column.model_copy(update={"valeurs": values, "mots_a_verifier": ()})


def guess_words(guesses: Sequence[Guess], words: Words, value_words: ValueWords, own: dict[str, str]) -> list[str]:
    """Return in French what is guessed: the columns and their question, each word and its answer.

    A sentence for all the columns of a question that are read alike; said once of several files that are.
    """
    files: dict[tuple[str, ...], list[str]] = {}
    for alike in _read_alike(guesses):
        files.setdefault(_sentences(alike, words, value_words, own), []).append(f"« {printable(alike[0].file)} »")
    every = list(dict.fromkeys(guess.file for guess in guesses))
    return [
        typeset(" ".join(sentences) if len(where) == len(every) else f"{joined(where)} : {' '.join(sentences)}")
        for sentences, where in files.items()
    ]


def _read_alike(guesses: Sequence[Guess]) -> list[list[Guess]]:
    """Return together the guesses of one file and one question that guess the title or not, and no word otherwise."""
    alike: list[tuple[tuple[object, ...], dict[str, str], list[Guess]]] = []
    for guess in guesses:
        of = (guess.file, question_of(guess.target), guess.by_title)
        for known, meant, columns in alike:
            if known == of and all(meant.get(word, value) == value for word, value in guess.words):
                meant.update(guess.words)
                columns.append(guess)
                break
        else:
            alike.append((of, dict(guess.words), [guess]))
    return [columns for _, _, columns in alike]


def _sentences(alike: Sequence[Guess], words: Words, value_words: ValueWords, own: dict[str, str]) -> tuple[str, ...]:
    first, columns = alike[0], named(printable(guess.column) for guess in alike)
    name = question_of(first.target)
    parts = [value_words(name, part, own) for guess in alike if (part := part_of(guess.target))]
    facts = {"n": len(alike), "columns": columns, "question": words(name, own), "parts": named(parts)}
    of_title = [phrase("parties-devinees" if parts else "colonnes-devinees", **facts)] if first.by_title else []
    meant: dict[str, list[str]] = {}
    for word, meaning in dict(pair for guess in alike for pair in guess.words).items():
        answers = joined(f"« {value_words(name, value, own)} »" for value in values_of(meaning))
        meant.setdefault(answers, []).append(f"« {printable(word)} »")
    pairs = [phrase("mot-et-reponse", words=joined(same), answers=answers) for answers, same in meant.items()]
    of_words = [phrase("mots-devines", columns=columns, pairs=" ; ".join(pairs))] if pairs else []
    return (*of_title, *of_words)


__all__ = ["Guess", "confirmed", "guess_words", "guesses_of", "without_guesses"]
