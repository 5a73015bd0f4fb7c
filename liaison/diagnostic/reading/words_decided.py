"""Un mot que personne n'avait prévu, et ce qu'il veut dire : une ligne, et toutes les cellules qui l'ont comptent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from liaison.base.letters import one_spelling
from liaison.base.quoting import printable, shown
from liaison.base.sentences import french_beside
from liaison.base.terminal import typed
from liaison.base.typography import typeset
from liaison.diagnostic.questionnaire.item import column_name
from liaison.diagnostic.questionnaire.questionnaire import NO_ANSWER, Questionnaire
from liaison.diagnostic.reading.mapping import TOGETHER, MappingError, several_known, values_of
from liaison.diagnostic.reading.mapping import Mapping as FileMapping
from liaison.diagnostic.reading.reports import ReadReport, Refused
from liaison.diagnostic.reading.wording import Lexicon, lexicon

phrase = french_beside(__file__)

MANY = 2  # lignes qui ont un même mot à partir desquelles le dire une fois vaut mieux que les corriger
# By question (or box, or row), what a word written there means: a value, or NO_ANSWER.
Decided = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Remedy:
    """A word that is no answer to `target`, how many lines have it, its column, and the answers it could mean.

    `of_several`: a cell of that column may hold several answers, and so may the word.
    """

    target: str
    word: str
    lines: int
    column: str
    accepted: tuple[str, ...]
    of_several: bool = False

    @property
    def option(self) -> str:
        """How the command takes what it means, the answer left to be written; no terminal obeys what a family wrote."""
        return typed("--word", f"{self.target}: {self.word}=RÉPONSE")


@dataclass(frozen=True)
class Several:
    """Cells of a school's own form that give several answers to a question of one: how many lines, one of them."""

    target: str
    word: str
    lines: int
    column: str


def several_at_once(report: ReadReport) -> tuple[Several, ...]:
    """Return the questions of a school's own form that families answer several times, though it seemed to take one."""
    words = lexicon(report.answers.questionnaire)
    cells: dict[str, list[Refused]] = {}
    for each in (*report.refused, *report.unread):
        if each.word and gives_several(each, words):
            cells.setdefault(each.target, []).append(each)
    return tuple(Several(target, own[0].word, len(own), own[0].column) for target, own in cells.items())


def several_words(report: ReadReport) -> Iterator[str]:
    """Yield one sentence for each of these questions: how to count all that was ticked."""
    for each in several_at_once(report):
        facts = {"word": shown(each.word), "column": printable(each.column), "lines": each.lines}
        yield typeset(phrase("plusieurs-reponses", question=each.target, **facts))


def gives_several(refused: Refused, words: Lexicon) -> bool:
    """Return whether a cell of a school's own form gives several answers to a question of one."""
    item = words.items.get(refused.target)
    if not words.own_words or item is None or item.kind != "single":
        return False
    return bool(several_known(refused.word, lambda text: words.value(refused.target, text)))


def remedies(report: ReadReport) -> tuple[Remedy, ...]:
    """Return the unknown words of several lines, those of most lines first; not several answers at once."""
    words = lexicon(report.answers.questionnaire)
    refused = (each for each in (*report.refused, *report.unread) if each.word)
    unknown = [each for each in refused if not gives_several(each, words)]
    alike: dict[tuple[str, str], list[Refused]] = {}
    for each in unknown:
        alike.setdefault((each.target, one_spelling(each.word)), []).append(each)
    return tuple(
        Remedy(target, word, len(own), own[0].column, words.accepted(target), _is_of_several(target, words))
        for (target, _), own in sorted(alike.items(), key=lambda pair: -len(pair[1]))
        for word, _ in Counter(each.word for each in own).most_common(1)
        if len(own) >= MANY
    )


def may_have_more(target: str, words: Lexicon) -> bool:
    """Return whether a school may add an answer to a question of its own form: not to a box, nor to the level."""
    column = words.columns.get(target)
    return bool(words.own_words) and (target in words.items or bool(column and column.values))


def _is_of_several(target: str, words: Lexicon) -> bool:
    return target in words.items and words.items[target].kind == "multiple"


def remedy_words(report: ReadReport, most: int) -> Iterator[str]:
    """Yield, for the words of most lines, one sentence: what to add to the command, and the answers."""
    every_remedy = remedies(report)
    for each in every_remedy[:most]:
        yield (
            phrase(
                "mot-non-lu",
                word=shown(each.word),
                lines=each.lines,
                column=printable(each.column),
                option=each.option,
                accepted=", ".join(each.accepted),
                no_answer=NO_ANSWER,
                several=int(each.of_several),
                own=int(may_have_more(each.target, lexicon(report.answers.questionnaire))),
                example=TOGETHER.join(each.accepted[:2]),
            )
        )
    if len(every_remedy) > most:
        yield phrase("autres-mots", count=len(every_remedy) - most)


def decided_words(written: Iterable[str], questionnaire: Questionnaire) -> Decided:
    """Return what words mean, from texts like `appareils: PC portable=ordinateur`.

    Raises:
        MappingError: a text of another shape, an unknown question, or a value that it does not accept.
    """
    words = lexicon(questionnaire)
    decided: dict[tuple[str, str], str] = {}
    for text in written:
        target, colon, rest = (part.strip() for part in text.partition(":"))
        word, sign, value = (part.strip() for part in rest.rpartition("="))
        if not (colon and sign and word and value):
            raise MappingError(phrase("mot-illisible", text=shown(text)))
        known = {*words.columns, *words.items, *questionnaire.context}
        grid = target in words.items and words.items[target].kind == "grid"
        if target not in known or grid:
            if not grid:
                raise MappingError(phrase("pas-une-question", question=shown(target)))
            raise MappingError(phrase("une-grille", question=shown(target), rows=column_name(target, "…")))
        accepted = (*words.accepted(target), NO_ANSWER)
        several = TOGETHER in value and _is_of_several(target, words)
        meant = values_of(value) if several else (value,)
        if not set(meant) <= set(words.accepted(target) if several else accepted):
            raise MappingError(
                phrase("pas-une-reponse", answer=shown(value), question=target, accepted=", ".join(accepted))
            )
        decided[target, word] = value
    return decided


def with_words(mapping: FileMapping, decided: Decided, words: Lexicon) -> FileMapping:
    """Return a mapping in which these words mean what was decided, wherever a column answers their question."""
    columns = []
    for column in mapping.colonnes:
        own = {word: value for (target, word), value in decided.items() if target == column.cible}
        same = {one_spelling(word) for word in own}
        values = {word: value for word, value in column.valeurs.items() if one_spelling(word) not in same}
        values |= {word: value for word, value in own.items() if value != NO_ANSWER}
        guessed = tuple(word for word in column.mots_a_verifier if one_spelling(word) not in same)
        changed = {"valeurs": values, "mots_a_verifier": guessed}
        columns.append(column.model_copy(update=changed) if own else column)
    silent = [word for (_, word), value in decided.items() if value == NO_ANSWER]
    missing = tuple(dict.fromkeys((*mapping.manquantes, *silent)))
    return mapping.model_copy(update={"colonnes": tuple(columns), "manquantes": missing})


__all__ = [
    "Decided",
    "Remedy",
    "Several",
    "decided_words",
    "gives_several",
    "may_have_more",
    "remedies",
    "remedy_words",
    "several_at_once",
    "several_words",
    "with_words",
]
