"""Avant de publier : les questions qu'un fichier pose, dans quelles colonnes, et pourquoi les autres n'y sont pas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from collections.abc import Mapping as Named
from dataclasses import dataclass

from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined
from liaison.diagnostic.answers import Answers, column_types
from liaison.diagnostic.answers import joined as joined_answers
from liaison.diagnostic.counting.axes import columns_of_axes
from liaison.diagnostic.questionnaire.questionnaire import AXES, LEVEL, SEPARATOR, Questionnaire
from liaison.diagnostic.reading.asked_twice import WhyLeftOut
from liaison.diagnostic.reading.formats.source import Layout, SourceColumn
from liaison.diagnostic.reading.left_out import bears_title_of
from liaison.diagnostic.reading.mapping import Mapping
from liaison.diagnostic.reading.reports import ReadReport, WhyUnasked
from liaison.diagnostic.reading.untitled import UNTOLD
from liaison.diagnostic.reading.wording import Lexicon, RecognisedName

phrase = french_beside(__file__)

# Of a question, of one of its parts; the last argument holds the words of a school's own form.
Words = Callable[[str, dict[str, str]], str]
ValueWords = Callable[[str, str, dict[str, str]], str]


@dataclass(frozen=True)
class QuestionRead:
    """One question, or what the school adds: the columns that answer it, and what is not asked of it, and why.

    `columns`: headers, by file. `in_forms`, `parts`: how many of its columns (rows, boxes) some form has, of how many.
    `why`: empty when everything is asked by every file that was kept; then `in_forms` is `parts`. `in_a_column`: some
    column that is not read seems to be about it.
    """

    name: str
    columns: tuple[tuple[str, str], ...]
    in_forms: int
    parts: int
    why: str
    in_a_column: bool = False

    @property
    def absent(self) -> bool:
        """Whether no form asks it: nothing of it is published."""
        return not self.in_forms


def unasked(questionnaire: Questionnaire, targets: Collection[str]) -> frozenset[str]:
    """Return the columns of a table of answers that none of these targets of a mapping fills."""
    lists = {item.id for item in questionnaire.items if item.kind == "multiple"} & set(targets)
    whole = {
        f"{item.id}{SEPARATOR}{value}" for item in questionnaire.items if item.id in lists for value in item.values
    }
    return frozenset(column_types(questionnaire)) - whole - set(targets)


def reasons(
    mapping: Mapping,
    layout: Layout,
    absent: Collection[str],
    lexicon: Lexicon,
    aside: Named[str, WhyLeftOut] | None = None,
) -> dict[str, WhyUnasked]:
    """Return, for each question that a file does not ask, why it was not found there; `absent`: columns it lacks.

    `aside`: the questions left out, each with the column for which it is.
    """
    questionnaire = lexicon.questionnaire
    read = {column.source for column in mapping.colonnes}
    why: dict[str, WhyUnasked] = {
        name: WhyUnasked(aside_words(left), in_a_column=True) for name, left in (aside or {}).items()
    }
    for column in mapping.colonnes:
        name = column.cible.partition(SEPARATOR)[0]
        if column.source in absent and name not in why:
            why[name] = WhyUnasked(phrase("colonne-attendue", column=shown(column.source)))
    for source in layout.columns:
        if source.kind != "answer" or source.name in read:
            continue
        like = lexicon.question(source.question) or lexicon.question_before(source.question)
        if like is None:
            like = _row_in(source, lexicon)
        if like is None or like.name in why:
            continue
        item = lexicon.items.get(like.name)
        if source.part == UNTOLD:
            key = "suivie-sans-titre"
        else:
            key = "ressemble-sans-ligne" if item is not None and item.kind == "grid" else "ressemble-sans-reponse"
        why[like.name] = WhyUnasked(phrase(key, column=shown(source.name)), in_a_column=True)
    names = (*(item.id for item in questionnaire.items), *questionnaire.context)
    return {name: why.get(name) or WhyUnasked(phrase("rien-de-ressemblant")) for name in names}


def aside_words(left: WhyLeftOut) -> str:
    """Return why a question is left out, for a column that is not understood, or that other families filled."""
    if left.read is not None:
        return phrase("posee-deux-fois", column=shown(left.column.name), read=shown(left.read.name))
    if left.beside:
        return phrase("a-cote", column=shown(left.column.name))
    return phrase("mise-de-cote", column=shown(left.column.name))


def _row_in(source: SourceColumn, lexicon: Lexicon) -> RecognisedName | None:
    """Return the question of which a title holds a row, or a box, in words that are of it alone."""
    questions = {
        column.item.id
        for column in lexicon.questionnaire.columns()
        if column.part and bears_title_of(source, column.item.id, column.part, lexicon)
    }
    return RecognisedName(next(iter(questions)), sure=False) if len(questions) == 1 else None


def questions_read(report: ReadReport, typed: Answers | None = None) -> tuple[QuestionRead, ...]:
    """Return every question of the questionnaire, then what the school adds, as files answer them.

    `typed`: answers typed from paper forms beside, which ask every question.
    """
    left_out = _unasked(report, typed)
    questionnaire = report.answers.questionnaire
    parts = {
        item.id: tuple(column.name for column in questionnaire.columns() if column.item.id == item.id)
        for item in questionnaire.items
    }
    parts |= {name: (name,) for name in questionnaire.context}
    read = []
    for name, own in parts.items():
        columns = tuple(
            (file, column.source)
            for file, mapping in report.mappings.items()
            for column in mapping.colonnes
            if column.cible.partition(SEPARATOR)[0] == name
        )
        left = [column for column in own if column in left_out]
        columns = columns if len(left) < len(own) else ()
        seen = any(why[name].in_a_column for why in report.unasked.values() if name in why)
        read.append(QuestionRead(name, columns, len(own) - len(left), len(own), _why(report, name, own), seen))
    return tuple(read)


def _why(report: ReadReport, name: str, own: Sequence[str]) -> str:
    """Return why a question, or a part of it, is not asked: once when all files say the same, else by file."""
    reasons_by_file = {file: why[name].reason for file, why in report.unasked.items() if name in why}
    if not reasons_by_file:
        return ""
    if len(set(reasons_by_file.values())) == 1 and len(reasons_by_file) == len(report.mappings):
        return next(iter(reasons_by_file.values()))
    return " ; ".join(f"« {file} » : {why}" for file, why in reasons_by_file.items())


def _unasked(report: ReadReport, typed: Answers | None) -> frozenset[str]:
    return joined_answers([report.answers, typed], typed.questionnaire).unasked if typed else report.answers.unasked


def reading_words(report: ReadReport, words: Words, value_words: ValueWords, typed: Answers | None = None) -> list[str]:
    """Return in French, a sentence each: how many questions are recognised, and each that is not, with the reason."""
    return [typeset(line) for line in _lines(report, words, value_words, typed)]


def unread_words(report: ReadReport, words: Words) -> list[str]:
    """Return in French how many cells of the lines kept are no answer, and to which questions; nothing when none is.

    For the team alone: published, this count would bound those that are hidden.
    """
    if not report.unread:
        return []
    counted = Counter(each.target.partition(SEPARATOR)[0] for each in report.unread)
    own = report.answers.questionnaire.own_words
    places = " ; ".join(f"« {words(name, own)} » : {count}" for name, count in counted.most_common())
    lines = len(report.lines_in_part)
    return [typeset(phrase("cellules-non-lues", count=len(report.unread), lines=lines, places=places))]


def _lines(report: ReadReport, words: Words, value_words: ValueWords, typed: Answers | None) -> Iterator[str]:
    every, left_out = questions_read(report, typed), _unasked(report, typed)
    own = report.answers.questionnaire.own_words
    context = set(report.answers.questionnaire.context)
    questions = [question for question in every if question.name not in context]
    absent = [question for question in questions if question.absent]
    if not absent:
        yield phrase("toutes-reconnues", count=len(questions))
    else:
        yield (
            phrase(
                "questions-reconnues",
                count=len(questions),
                recognised=len(questions) - len(absent),
                absent=sum(not question.in_a_column for question in absent),
                unread=sum(question.in_a_column for question in absent),
            )
        )
    unfound = [*absent, *(each for each in every if each.name in context and each.absent and each.in_a_column)]
    for why in dict.fromkeys(question.why for question in unfound):
        names = " ; ".join(f"« {words(question.name, own)} »" for question in unfound if question.why == why)
        seen = any(question.in_a_column for question in unfound if question.why == why)
        yield phrase("non-lues" if seen else "dans-aucune-colonne", reason=why, questions=names)
    for question in every:
        if not question.absent and question.why:
            missing = [
                column
                for column in report.answers.questionnaire.columns()
                if column.item.id == question.name and column.name in left_out
            ]
            if missing:
                parts = joined([f"« {value_words(question.name, column.part, own)} »" for column in missing])
                # The rows of a grid are each a question; of boxes, who ticked no other than these says nothing.
                key = "demandee-en-partie" if missing[0].item.rows else "cases-en-partie"
                if question.in_a_column:
                    yield phrase("lue-en-partie", question=words(question.name, own), parts=parts, reason=question.why)
                else:
                    yield phrase(key, question=words(question.name, own), parts=parts)
            else:
                quoted = f"« {words(question.name, own)} » ({question.why})"
                yield phrase("demandee-par-une-partie", questions=quoted)
    for question in every:
        # A school's own form need not ask how families answered; a question of it may well bear that name.
        if (
            question.absent
            and question.name in context
            and not question.in_a_column
            and (question.name == LEVEL or not own)
        ):
            key = "niveau-dans-aucune-colonne" if question.name == LEVEL else "contexte-dans-aucune-colonne"
            yield phrase(key, question=words(question.name, own))
    for axis, needed in zip(AXES, columns_of_axes(report.answers.questionnaire).values(), strict=True):
        if needed & left_out and not needed <= left_out:
            quoted = words(axis, own)
            yield phrase("axe-non-publie", axis=quoted)


__all__ = ["QuestionRead", "aside_words", "questions_read", "reading_words", "reasons", "unasked", "unread_words"]
