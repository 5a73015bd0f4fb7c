"""Avant de publier : les questions qu'un fichier pose, dans quelles colonnes, et pourquoi les autres n'y sont pas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from collections.abc import Mapping as Named
from dataclasses import dataclass

from liaison.base.letters import key as letters_of
from liaison.base.quoting import printable, shown
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined
from liaison.diagnostic.answers import Answers, column_types
from liaison.diagnostic.answers import joined as joined_answers
from liaison.diagnostic.counting.axes import columns_of_axes
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import AXES, LEVEL, Questionnaire
from liaison.diagnostic.reading.asked_twice import WhyLeftOut
from liaison.diagnostic.reading.formats.source import Layout, SourceColumn
from liaison.diagnostic.reading.mapping import MappedColumn, Mapping
from liaison.diagnostic.reading.reports import ReadReport, WhyUnasked
from liaison.diagnostic.reading.untitled import UNTOLD, bears_no_title
from liaison.diagnostic.reading.wording import Lexicon, RecognisedName

phrase = french_beside(__file__)

_TOLD_BY_HEADERS = {"meme-ligne", "suivie-sans-titre", "ligne-sans-titre"}
NOTHING_ALIKE, IN_PART = phrase("rien-de-ressemblant"), phrase("une-partie-absente")

# Of a question, of one of its parts; the last argument holds the words of a school's own form.
Words = Callable[[str, dict[str, str]], str]
ValueWords = Callable[[str, str, dict[str, str]], str]


@dataclass(frozen=True)
class QuestionRead:
    """One question, or what the school adds: the columns that answer it, and what is not asked of it, and why.

    `columns`: headers, by file. `in_forms`, `parts`: how many of its columns (rows, boxes) may be told, of how many.
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
    whole = {item.column(value) for item in questionnaire.items if item.id in lists for value in item.values}
    return frozenset(column_types(questionnaire)) - whole - set(targets)


def reasons(
    mapping: Mapping,
    layout: Layout,
    absent: Collection[str],
    lexicon: Lexicon,
    unasked: Collection[str],
    aside: Named[str, WhyLeftOut] | None = None,
) -> dict[str, WhyUnasked]:
    """Return, for each question that a file does not ask, or not whole, why it was not found there.

    `absent`: columns that the file lacks; `unasked`: those of a table of answers. `aside`: the questions left out, each
    with the column for which it is.
    """
    why = {name: WhyUnasked(aside_words(left), in_a_column=True) for name, left in (aside or {}).items()}
    lacked: dict[str, MappedColumn] = {}
    for column in mapping.colonnes:
        if column.source in absent:
            lacked.setdefault(question_of(column.cible), column)
    # What the headers say comes before what their cells do, where no mapping expects a title.
    reworded = {name for name, left in (aside or {}).items() if left.reworded}
    by_cells = {} if lexicon.own_words else {name: why.pop(name) for name in reworded - lacked.keys()}
    for name, column in lacked.items():
        why.setdefault(name, WhyUnasked(absent_words(column, layout)))
    for name, key, column_name in _alike(mapping, layout, lexicon):
        if name not in by_cells or key in _TOLD_BY_HEADERS:
            why.setdefault(name, WhyUnasked(phrase(key, column=printable(column_name)), in_a_column=True))
    why = by_cells | why
    unread: dict[str, WhyUnasked] = {}
    for name, own in _columns_of(lexicon.questionnaire).items():
        if lacking := frozenset(own) & frozenset(unasked):
            like_none = WhyUnasked(NOTHING_ALIKE if len(lacking) == len(own) else IN_PART)
            unread[name] = why.get(name, like_none)._replace(columns=lacking)
    return unread


def _alike(mapping: Mapping, layout: Layout, lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Yield the questions that a column which is not read seems to be about: which, how so, and the column."""
    read = {column.source for column in mapping.colonnes}
    targets = {column.source: lexicon.columns.get(column.cible) for column in mapping.colonnes}
    rows = {  # of grids, by place: which question they are of
        source.position: target.item.id
        for source in layout.columns
        if (target := targets.get(source.name)) and target.item.kind == "grid"
    }
    statements = Counter(map(_statement, layout.columns))
    for source in layout.columns:
        if source.kind != "answer" or source.name in read:
            continue
        like = lexicon.question(source.question) or lexicon.question_before(source.question)
        if like is None:
            like = _row_in(source, lexicon)
        beside = rows.get(source.position - 1) or rows.get(source.position + 1)
        if like is None and beside and bears_no_title(source):
            yield beside, "ligne-sans-titre", source.in_file
        if like is None:
            continue
        item = lexicon.items.get(like.name)
        if not source.part and statements[_statement(source)] > 1 and lexicon.bare_parts(_statement(source)):
            key = "meme-ligne"
        elif source.part == UNTOLD:
            key = "suivie-sans-titre"
        else:
            key = "ressemble-sans-ligne" if item is not None and item.kind == "grid" else "ressemble-sans-reponse"
        yield like.name, key, source.in_file


def absent_words(column: MappedColumn, layout: Layout) -> str:
    """Return that a file has not a column that a mapping expects, or has it elsewhere than between the same two."""
    source = next((each for each in layout.columns if each.name == column.source), None)
    if source and column.entre:
        before, after = (shown(each) or phrase("sans-titre") for each in column.entre)
        title = printable(source.header or source.twin_header or source.name)
        return phrase("colonne-deplacee", column=title, before=before, after=after)
    return phrase("colonne-attendue", column=printable(column.source))


def _columns_of(questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
    """Return the columns of a table of answers that each question fills, then each thing that the school adds."""
    columns = questionnaire.columns()
    own = {item.id: tuple(each.name for each in columns if each.item.id == item.id) for item in questionnaire.items}
    return own | {name: (name,) for name in questionnaire.context}


def aside_words(left: WhyLeftOut) -> str:
    """Return why a question is left out, for a column that is not understood, or that other families filled."""
    if left.read is not None:
        return phrase("posee-deux-fois", column=printable(left.column.in_file), read=printable(left.read.in_file))
    if left.reworded:
        key = "deux-fois-un-titre" if left.column.twin_header else "sous-un-autre-titre"
        return phrase(key, column=printable(left.column.twin_header or left.column.in_file))
    if left.once:
        return phrase("une-fois-par-groupe", column=printable(left.column.in_file))
    if left.otherwise:
        return phrase("peut-etre-d-une-autre-langue", column=printable(left.column.in_file))
    if left.beside:
        return phrase("a-cote", column=printable(left.column.in_file))
    return phrase("titre-non-lu" if left.titled else "mise-de-cote", column=printable(left.column.in_file))


def _statement(source: SourceColumn) -> str:
    """Return what a header says last, after the groups of KoboToolbox, as it is compared."""
    return letters_of((source.header or source.question).rpartition("/")[2])


def _row_in(source: SourceColumn, lexicon: Lexicon) -> RecognisedName | None:
    """Return the question of which a title holds a row, or a box, in words that are of it alone."""
    questions = {
        column.item.id
        for column in lexicon.questionnaire.columns()
        if column.part and lexicon.bears_part(column.item.id, column.part, source.title)
    }
    return RecognisedName(next(iter(questions)), sure=False) if len(questions) == 1 else None


def questions_read(report: ReadReport, typed: Answers | None = None) -> tuple[QuestionRead, ...]:
    """Return every question of the questionnaire, then what the school adds, as files answer them.

    `typed`: answers typed from paper forms beside, which ask every question.
    """
    answers = _joined(report, typed)
    read = []
    for name, own in _columns_of(answers.questionnaire).items():
        columns = tuple(
            (file, column.source)
            for file, mapping in report.mappings.items()
            for column in mapping.colonnes
            if question_of(column.cible) == name
        )
        published = [column for column in own if column not in answers.unasked]
        why = _by_file(report, name)
        seen = any(each.in_a_column for each in why.values())
        words = _why(report, why)
        if not published and not answers.asked_by_some.isdisjoint(own):
            seen, words = True, phrase("pas-dans-tous", why=_of_some(why, own))
        read.append(QuestionRead(name, columns if published else (), len(published), len(own), words, seen))
    return tuple(read)


def _of_some(why: Named[str, WhyUnasked], own: Collection[str]) -> str:
    """Return why a question is in some files alone, by file; of boxes of which each is in some, that none is in all."""
    if why and any(each.columns >= set(own) for each in why.values()):
        return " ; ".join(f"« {file} » : {each.reason}" for file, each in why.items())
    return phrase("aucune-case-dans-tous")


def _by_file(report: ReadReport, name: str) -> dict[str, WhyUnasked]:
    """Return, by file that does not ask a question, or not whole, why."""
    return {file: why[name] for file, why in report.unasked.items() if name in why}


def _why(report: ReadReport, why: Named[str, WhyUnasked]) -> str:
    """Return why a question, or a part of it, is not asked: once when all files say the same, else by file."""
    if not why:
        return ""
    if len({each.reason for each in why.values()}) == 1 and len(why) == len(report.mappings):
        return next(iter(why.values())).reason
    return " ; ".join(f"« {file} » : {each.reason}" for file, each in why.items())


def _joined(report: ReadReport, typed: Answers | None) -> Answers:
    return joined_answers([report.answers, typed], typed.questionnaire) if typed else report.answers


def reading_words(report: ReadReport, words: Words, value_words: ValueWords, typed: Answers | None = None) -> list[str]:
    """Return in French, a sentence each: how many questions are recognised, and each that is not, with the reason."""
    return [typeset(line) for line in _lines(report, words, value_words, typed)]


def unread_words(report: ReadReport, words: Words) -> list[str]:
    """Return in French how many cells of the lines kept are no answer, or another one than those of the questionnaire,
    and to which questions; nothing when none is.

    For the team alone: published, these counts would bound those that are hidden.
    """
    own = report.answers.questionnaire.own_words

    def places(questions: Iterable[str]) -> str:
        return " ; ".join(f"« {words(name, own)} » : {count}" for name, count in Counter(questions).most_common())

    sentences = []
    if report.unread:
        where = places(question_of(each.target) for each in report.unread)
        lines = len(report.lines_in_part)
        sentences.append(phrase("cellules-non-lues", count=len(report.unread), lines=lines, places=where))
    if report.otherwise:
        where = places(each.question for each in report.otherwise)
        sentences.append(phrase("autres-reponses", count=len(report.otherwise), places=where))
    return [typeset(sentence) for sentence in sentences]


def _lines(report: ReadReport, words: Words, value_words: ValueWords, typed: Answers | None) -> Iterator[str]:
    every, answers = questions_read(report, typed), _joined(report, typed)
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
            yield from _in_part(question, report, answers, words, value_words)
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
        if needed & answers.not_asked_of_all and not needed <= answers.unasked:
            quoted = words(axis, own)
            yield phrase("axe-non-publie", axis=quoted)


def _in_part(
    question: QuestionRead, report: ReadReport, answers: Answers, words: Words, value_words: ValueWords
) -> Iterator[str]:
    """Yield what is said of a question that some file does not ask, or not whole."""
    own, title = answers.questionnaire.own_words, words(question.name, answers.questionnaire.own_words)
    columns = {column.name: column for column in answers.questionnaire.columns() if column.item.id == question.name}
    # The rows of a grid are each a question; of boxes, who ticked no other than these says nothing.
    boxes = any(column.item.kind == "multiple" for column in columns.values())

    def parts(lacking: Collection[str]) -> str:
        lacked = [column for name, column in columns.items() if name in lacking]
        return joined([f"« {value_words(question.name, column.part, own)} »" for column in lacked])

    nowhere = (columns.keys() & answers.unasked) - answers.asked_by_some
    if nowhere and question.in_a_column:
        yield phrase("lue-en-partie", question=title, parts=parts(nowhere), reason=question.why)
    elif nowhere:
        key = "cases-en-partie" if boxes else "demandee-en-partie"
        yield phrase(key, question=title, parts=parts(nowhere))
    without: dict[frozenset[str], list[str]] = {}
    for file, why in _by_file(report, question.name).items():
        if lacking := why.columns - nowhere:
            reason = "" if why.reason == IN_PART else f" ({why.reason})"
            without.setdefault(lacking, []).append(f"« {file} »{reason}")
    for lacking, files in without.items():
        if not columns:  # what the school adds
            yield phrase("contexte-d-un-fichier", question=title, files=joined(files), count=len(files))
            continue
        key = "cases-d-un-fichier" if boxes else "lignes-d-un-fichier"
        yield phrase(key, question=title, parts=parts(lacking), files=joined(files), count=len(files))


__all__ = ["QuestionRead", "aside_words", "questions_read", "reading_words", "reasons", "unasked", "unread_words"]
