"""Le questionnaire d'une école et sa correspondance, faits de son propre export : rien à écrire pour le compter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from liaison.base.numbers import counted
from liaison.base.quoting import printable, shown
from liaison.base.sentences import french_beside
from liaison.base.yaml_text import write_yaml
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.cells import LONGEST_WORD
from liaison.diagnostic.file_columns import FileColumns, file_columns
from liaison.diagnostic.formats import open_file
from liaison.diagnostic.formats.source import SourceColumn
from liaison.diagnostic.formats.suite import HEAD
from liaison.diagnostic.formats.suite import NAME as SUITE
from liaison.diagnostic.formats.written import Written, written_by_the_suite
from liaison.diagnostic.mapping import (
    LEVEL,
    MISSING_CODES,
    SEPARATORS,
    MappedColumn,
    Mapping,
    Separator,
    is_missing,
    propose_mapping,
)
from liaison.diagnostic.own_columns import Part, are_ticks, groups
from liaison.diagnostic.own_held import asked_of, without_held
from liaison.diagnostic.own_twins import Said, derived, follows
from liaison.diagnostic.own_written import (
    FEW,
    OTHER,
    after_written,
    is_beside,
    is_other,
    is_written,
    without_written,
    written_in,
)
from liaison.diagnostic.questionnaire import (
    AXES,
    MOST_ASKED,
    QUESTIONNAIRE,
    SEPARATOR,
    Item,
    Questionnaire,
    QuestionnaireError,
    family_questionnaire,
)
from liaison.diagnostic.reading import read_answers
from liaison.diagnostic.unread import given, never_told, repeats_boxes
from liaison.diagnostic.wording import TRUE, key, lexicon, normal

phrase = french_beside(__file__)

Kind = Literal["single", "multiple", "grid"]
MOST_VALUES = 15  # réponses différentes d'une question ; au-delà, c'est un nombre, une date ou du texte
_LONGEST_ID = 40
_ASKED = HEAD.index("questionnaire")


class SuiteFileError(QuestionnaireError):
    """A file that the suite wrote: it says itself which questionnaire it answers, and no other is to be made.

    `questionnaire`: the name of that questionnaire.
    """

    def __init__(self, name: str, questionnaire: str):
        ours = questionnaire == family_questionnaire().id
        super().__init__(
            phrase("reponses-a-la-suite", file=name)
            if ours
            else phrase("reponses-a-un-questionnaire", file=name, questionnaire=shown(questionnaire))
        )
        self.questionnaire = questionnaire


class WrittenFileError(QuestionnaireError):
    """A table that the suite wrote: nobody answers it."""

    def __init__(self, name: str, table: Written):
        sentence_key = "ecrit-par-la-suite-pour-l-equipe" if table.of_team else "ecrit-par-la-suite"
        super().__init__(phrase(sentence_key, file=name, what=table.what))


@dataclass(frozen=True)
class Found:
    """One question as the export words it: its title, the columns that answer it, its rows (of a grid), its answers.

    `written`: how many different answers were typed in place of one to choose, and count as « Autre ».
    """

    item: Item
    title: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    answers: tuple[str, ...]
    written: int = 0


@dataclass(frozen=True)
class OwnQuestionnaire:
    """What an export asks: the questionnaire, how its columns answer it, and why the other columns are left out.

    `counted`: the questions that are counted; those that wait to be read again are in the questionnaire, as `held`.
    """

    questionnaire: Questionnaire
    mapping: Mapping
    counted: tuple[Found, ...]
    left: dict[str, str]

    def texts(self) -> dict[str, str]:
        """Return the two files that a team may correct: the questionnaire, then the mapping."""
        content = self.questionnaire.model_dump(mode="json", exclude_defaults=True)
        read = self.mapping.model_dump(mode="json", exclude_defaults=True)
        return {
            "questionnaire.yaml": write_yaml({"version": 1, "relu": self.questionnaire.relu} | content),
            "correspondance.yaml": write_yaml({"version": 1} | read),
        }

    def read_again(self) -> OwnQuestionnaire:
        """Return it once a person says that no title nor answer names somebody."""
        return replace(self, questionnaire=self.questionnaire.model_copy(update={"relu": "oui"}))


def own_questionnaire(name: str, content: bytes, identifier: str = "questionnaire") -> OwnQuestionnaire:
    """Return the questionnaire that an export seems to ask.

    A column is a question when it holds few different answers; columns of one title, its boxes or its rows. Level and
    way of answering are those of the suite, even where no column says them: results are by level. What designates
    somebody, a number or a text is left out, and so is what the tool writes itself.

    Raises:
        SuiteFileError: a file of the suite, which says which questionnaire it answers.
        WrittenFileError: another file of the suite, and which one.
        QuestionnaireError: a file in which no question is found, or too many.
    """
    every = _every_question(name, content, identifier)
    questionnaire = without_held(every.questionnaire)
    published = {item.id for item in questionnaire.items}
    return replace(
        every, questionnaire=questionnaire, counted=tuple(each for each in every.counted if each.item.id in published)
    )


def _every_question(name: str, content: bytes, identifier: str) -> OwnQuestionnaire:
    """Return the questionnaire of an export, before what may name somebody is set aside."""
    suite = family_questionnaire()
    opened = open_file(content, name, lexicon(suite), first_sheet=True)
    # Words of the questionnaire stand in some of them, under titles that are not its own.
    if table := written_by_the_suite(next((line.cells for line in opened.lines), ())):
        raise WrittenFileError(name, table)
    columns = file_columns(name, content, suite)
    if columns is None:
        reason = opened.fault or phrase("en-demander-un-csv")
        raise QuestionnaireError(phrase("ne-s-ouvre-pas", file=name, reason=reason))
    if columns.layout.format == SUITE:
        raise SuiteFileError(name, next((row[_ASKED] for row in columns.sample if len(row) > _ASKED), suite.id))
    context = _context(columns)
    by_tool = {each.name: phrase("ecrite-par-l-outil") for each in columns.layout.columns if each.kind != "answer"}
    making = _Making(columns, by_tool)
    making.add_all({each.source for each in context})
    nothing = QuestionnaireError(phrase("rien-a-compter", file=name))
    if not making.items:
        raise nothing
    if len(making.items) > MOST_ASKED:
        raise QuestionnaireError(phrase("trop-de-questions", file=name, count=len(making.items), most=MOST_ASKED))
    # A mapping for the questions of the suite must not be taken for one of these.
    own_id = _name(identifier, (suite.id,))
    questionnaire = Questionnaire(version=1, id=own_id, items=tuple(making.items), context=suite.context)
    sources = {column.name: _source(column) for column in columns.layout.columns}
    mapped = [each.model_copy(update={"source": sources[each.source]}) for each in (*making.mapped, *context)]
    mapping = Mapping(questionnaire=questionnaire.id, format=columns.layout.format, colonnes=tuple(mapped))
    made = OwnQuestionnaire(questionnaire, mapping, tuple(making.counted), making.left)
    answers = read_answers(content, questionnaire, mapping, name=name).answers
    once = _told_once(made, answers)
    if not once.counted:
        raise nothing
    return _with_alone(once, answers)


def _told_once(made: OwnQuestionnaire, answers: Answers) -> OwnQuestionnaire:
    """Return the questionnaire without the questions that follow from another, or from the level, or tell it."""
    level = Said(_cells_of(answers, LEVEL))
    answers_of = {
        item.id: Said(list(_answers_to(item, answers)), item.kind == "multiple") for item in made.questionnaire.items
    }
    why = {
        name: phrase("dit-le-niveau") for name, own in answers_of.items() if follows(own, level) or follows(level, own)
    }
    titles = {each.item.id: each.title for each in made.counted}
    others = derived({name: own for name, own in answers_of.items() if name not in why})
    why |= {name: phrase("dit-deja", title=shown(titles[other])) for name, other in others.items()}
    if not why:
        return made
    questions = tuple(each for each in made.counted if each.item.id not in why)
    left = {column: why[each.item.id] for each in made.counted if each.item.id in why for column in each.columns}
    read = tuple(each for each in made.mapping.colonnes if each.cible.partition(SEPARATOR)[0] not in why)
    return OwnQuestionnaire(
        made.questionnaire.model_copy(update={"items": tuple(each.item for each in questions)}),
        made.mapping.model_copy(update={"colonnes": read}),
        questions,
        made.left | left,
    )


def _with_alone(made: OwnQuestionnaire, answers: Answers) -> OwnQuestionnaire:
    """Return the questionnaire with the boxes that exclude the others: by their words, where no form says otherwise."""

    def with_boxes(item: Item) -> Item:
        if item.kind != "multiple":
            return item
        forms = [ticked for ticked in _answers_to(item, answers) if isinstance(ticked, frozenset)]
        apart = (
            value
            for value in item.apart
            if not any(item.words[value] in ticked and len(ticked) > 1 for ticked in forms)
        )
        return item.model_copy(update={"alone": tuple(apart)})

    questions = tuple(replace(each, item=with_boxes(each.item)) for each in made.counted)
    questionnaire = made.questionnaire.model_copy(update={"items": tuple(each.item for each in questions)})
    return replace(made, questionnaire=questionnaire, counted=questions)


def _answers_to(item: Item, answers: Answers) -> Iterator[Hashable]:
    """Yield what each family answers to a question, in the words of the export."""
    names = [f"{item.id}{SEPARATOR}{part}" for part in item.rows or (item.values if item.kind == "multiple" else ())]
    for cells in zip(*(_cells_of(answers, name) for name in names or [item.id]), strict=True):
        if item.kind == "multiple":
            yield frozenset(item.words[value] for value, cell in zip(item.values, cells, strict=True) if cell)
        elif item.kind == "grid":
            yield cells if any(cells) else None
        else:
            yield item.words[cells[0]] if cells[0] else None


def _cells_of(answers: Answers, name: str) -> list[Any]:
    column = answers.table[name]
    return column.astype(object).where(column.notna(), None).tolist()


def kept_questionnaire(name: str, content: bytes) -> Questionnaire:
    """Return the questionnaire of a file that was taken away, perhaps corrected since.

    Raises:
        QuestionnaireError: not a questionnaire, and why.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuestionnaireError(phrase("pas-du-texte", file=name)) from error
    questionnaire = asked_of(QUESTIONNAIRE.parse(text, f"« {name} »"), f"« {name} »")
    return questionnaire.model_copy(update={"context": family_questionnaire().context | questionnaire.context})


def _source(column: SourceColumn) -> str:
    """Return how the mapping names a column: as it is written, where its name comes from questions of the suite."""
    return column.name if key(column.header) in ("", key(column.name)) else column.header


def _context(columns: FileColumns) -> list[MappedColumn]:
    """Return the columns that say a level or a way of answering, as the suite reads them: by their words, not a title.

    « Mode » may be that of transport: a column of which no word is understood is a question like any other.
    """
    suite = family_questionnaire()
    proposed = propose_mapping(columns.layout, columns.sample, lexicon(suite)).colonnes
    own = [each for each in proposed if each.cible in suite.context]
    return [each for each in own if not each.valeurs or any(each.valeurs.values())]


class _Making:
    """A questionnaire on its way: items, how columns answer them, and what is left out."""

    def __init__(self, columns: FileColumns, left: dict[str, str]):
        self.columns, self.left = columns, left
        self.items: list[Item] = []
        self.counted: list[Found] = []
        self.mapped: list[MappedColumn] = []

    def add_all(self, besides: Iterable[str]) -> None:
        """Add every column but these, columns of one title together."""
        answers = [each for each in self.columns.layout.columns if each.kind == "answer"]
        own = [each for each in answers if each.name not in set(besides)]
        every_group = groups(own, self.columns.layout.format, self._words)
        headers = {each.header for each in own}
        boxed = {normal(each.title) for each in every_group if len(each.parts) > 1 and self._are_boxes(each.parts)}
        for title, parts in ((each.title, each.parts) for each in every_group):
            (column, part), *others = parts
            if repeats_boxes(title, part, boxed):
                self.left[_source(column)] = phrase("repete-ses-cases")
            elif others:
                self._add_parts(title, parts)
            elif is_beside(column.header, column.part or part, headers) and not are_ticks(self._words(column)):
                self.left[_source(column)] = phrase("a-cote", other=OTHER)
            else:
                self._add_one(column)

    def _cells(self, column: SourceColumn) -> list[str]:
        return [row[column.position].strip() for row in self.columns.sample if column.position < len(row)]

    def _words(self, column: SourceColumn) -> list[str]:
        cells = dict.fromkeys(self._cells(column))
        numbers = {int(cell) for cell in cells if cell.isdecimal()}
        # « 9 » means no answer, and is a mark beside « 8 » or « 10 ».
        marks = {cell for cell in cells if cell.isdecimal() and {int(cell) - 1, int(cell) + 1} & numbers}
        return [cell for cell in cells if cell and (cell in marks or not is_missing(cell, MISSING_CODES))]

    def _are_boxes(self, parts: Sequence[Part]) -> bool:
        """Return whether columns are boxes; families may write in the one that says « Autre »."""
        return are_ticks({word for column, part in parts if not is_other(part) for word in self._words(column)})

    def _id(self, title: str) -> str:
        # A question of the suite of the same name means something else, in other words.
        suite = family_questionnaire()
        taken = [*AXES, *suite.context, *(item.id for item in (*suite.items, *self.items))]
        return _name(title, taken)

    def _add_one(self, column: SourceColumn) -> None:
        title = (column.part and f"{column.question} {column.part}") or column.question or column.name
        typed_words = self._words(column)
        cells = [without_written(cell) for cell in self._cells(column)]
        beside = set(typed_words) - set(cells)
        words = list(dict.fromkeys(without_written(word) for word in typed_words))
        separator, answers = _cut_apart(words)
        counts = given(cells, separator, answers)
        known = {each: count for each, count in counts.items() if not is_missing(each, MISSING_CODES)}
        typed = set(written_in(known))
        if separator:
            typed |= after_written(([each.strip() for each in cell.split(separator)] for cell in cells), typed) & set(
                known
            )
        if why := never_told(
            title, self._cells(column), Counter({each: counts[each] for each in counts if each not in typed})
        ):
            self.left[_source(column)] = why
            return
        if is_written({each: counts[each] for each in answers}, typed):
            self.left[_source(column)] = phrase("pas-deux-reponses-partagees", few=FEW)
            return
        answers = [each for each in answers if each not in typed]
        if typed or beside:
            # « Autre » and « Otro », written before what was typed, are one answer.
            other = next(filter(is_other, answers), OTHER)
            answers = [*(each for each in answers if not is_other(each)), other]
        else:
            other = None
        if 2 <= len(answers) <= MOST_VALUES and _are_answers(answers):
            values = _named(answers)
            item = _item(self._id(title), title, "multiple" if separator else "single", values)
            sinon = values[other] if other else None
            source = MappedColumn(source=column.name, cible=item.id, separateur=separator, valeurs=values, sinon=sinon)
            self._keep(item, title, [source], answers=answers, written=len(typed | beside))
            return
        many = phrase("trop-de-reponses", count=len(words))
        self.left[_source(column)] = many if len(words) > 1 else phrase("pas-deux-reponses")

    def _add_parts(self, title: str, every: Sequence[Part]) -> None:
        boxes = self._are_boxes(every)
        why = {} if boxes else {_source(column): never_told(part, self._cells(column)) for column, part in every}
        self.left |= {name: reason for name, reason in why.items() if reason}
        parts = [(column, part) for column, part in every if not why.get(_source(column))]
        names = _named([part for _, part in parts])
        name = self._id(title)
        cells = [(column.name, f"{name}{SEPARATOR}{names[part]}") for column, part in parts]
        words = list(dict.fromkeys(word for column, _ in parts for word in self._words(column)))
        if boxes:
            item = _item(name, title, "multiple", names)
            typed = [column for column, part in parts if is_other(part) and not are_ticks(self._words(column))]
            ticked = [
                MappedColumn(source=source, cible=target, sinon=TRUE if column in typed else None)
                for (column, _), (source, target) in zip(parts, cells, strict=True)
            ]
            written = sum(len(self._words(column)) for column in typed)
            self._keep(item, title, ticked, answers=list(names), written=written)
        elif 2 <= len(words) <= MOST_VALUES and _are_answers(words):
            values = _named(words)
            item = _item(name, title, "grid", values, names)
            read = [MappedColumn(source=source, cible=target, valeurs=values) for source, target in cells]
            self._keep(item, title, read, answers=words, rows=list(names))
        else:
            reason = phrase("trop-de-reponses", count=len(words))
            self.left |= {_source(column): reason for column, _ in parts}

    def _keep(
        self,
        item: Item,
        title: str,
        mapped: Sequence[MappedColumn],
        *,
        answers: Sequence[str],
        rows: Sequence[str] = (),
        written: int = 0,
    ) -> None:
        self.items.append(item)
        columns = tuple(each.source for each in mapped)
        self.counted.append(Found(item, title, columns, tuple(rows), tuple(answers), written))
        self.mapped += mapped


def _cut_apart(words: Sequence[str]) -> tuple[Separator | None, list[str]]:
    """Return what separates the answers of one cell, and the answers; nothing separates those of a single choice."""
    cuts = ((separator, _several(words, separator)) for separator in SEPARATORS if separator != " ")
    return next(((separator, answers) for separator, answers in cuts if answers), (None, list(words)))


def _several(words: Sequence[str], separator: str) -> list[str]:
    """Return the answers that cells hold several at a time; none when each cell seems to be one answer.

    Cells that are others joined are several answers, and then « Non, merci », which joins none, is one. Else cut apart,
    answers are fewer than the cells that combine them.
    """
    whole = list(dict.fromkeys(word.strip(f"{separator} ") for word in words))
    cuts = {word: [each.strip() for each in word.split(separator)] for word in whole}
    several = any(len(cut) > 1 and set(cut) <= set(whole) for cut in cuts.values())
    answers: dict[str, None] = {}
    for word, cut in cuts.items():
        joined = len(cut) > 1 and not set(cut).isdisjoint(whole)
        answers |= dict.fromkeys([each for each in cut if each and each not in cuts] if joined else [word])
    pieces = _pieces(words, separator)
    if several and len(answers) <= len(pieces):
        # In the order in which they are first read, alone or joined.
        return sorted(answers, key=lambda each: pieces.index(each.split(separator)[0].strip()))
    return pieces if 2 <= len(pieces) < len(words) else []


def _pieces(words: Sequence[str], separator: str) -> list[str]:
    return list(dict.fromkeys(piece for word in words for piece in map(str.strip, word.split(separator)) if piece))


def _are_answers(words: Sequence[str]) -> bool:
    """Return whether words are answers to choose between, not dates or texts."""
    return all(len(word) <= LONGEST_WORD and not re.search(r"\d{2}[:/]\d{2}|\d{4}-\d{2}", word) for word in words)


def _item(name: str, title: str, kind: Kind, values: dict[str, str], rows: dict[str, str] | None = None) -> Item:
    """Return a question whose words are those of the export; `values` and `rows`: the name of each."""
    named = [*values.items(), *(rows or {}).items()]
    return Item(
        id=name,
        axis="preferences",
        kind=kind,
        values=tuple(values.values()),
        rows=tuple((rows or {}).values()),
        title=printable(title),
        words={known: printable(word) for word, known in named},
    )


def _named(words: Iterable[str]) -> dict[str, str]:
    """Return a name for each word, each its own.

    Of two words of one name, which has it does not depend on the order of the lines: exports are compared by names.
    """
    each = list(words)
    names: dict[str, str] = {}
    for word in sorted(each):
        names[word] = _name(word, names.values())
    return {word: names[word] for word in each}


def _name(text: str, taken: Iterable[str]) -> str:
    """Return a name of a question or of an answer made from its words: « Par une box » → par_une_box."""
    plain = re.sub(r"[^a-z0-9]+", "_", normal(text).lower())[:_LONGEST_ID].strip("_")
    name = plain if plain[:1].isalpha() else f"r_{plain}".strip("_")
    used = set(taken)
    return next(each for each in (name, *(f"{name}_{rank}" for rank in range(2, 1000))) if each not in used)


def to_read_words(own: OwnQuestionnaire, answers: Answers) -> list[str]:
    """Return all that would be published of the form, a line for each question, with how many gave each answer.

    For the terminal of the team, never for a file.
    """
    return [
        f"« {printable(each.title)} »{rows} : {', '.join(_counted_answers(each.item, answers))}."
        for each in own.counted
        for rows in [f" ({', '.join(each.item.words[row] for row in each.item.rows)})" if each.item.rows else ""]
    ]


def _counted_answers(item: Item, answers: Answers) -> list[str]:
    given_by: Counter[str] = Counter()
    for answer in _answers_to(item, answers):
        if isinstance(answer, tuple):
            given_by.update({item.words[cell] for cell in answer if cell})
        elif isinstance(answer, frozenset):
            given_by.update(answer)
        elif answer:
            given_by[str(answer)] += 1
    return [
        f"« {item.words[value]} » ({counted(given_by[item.words[value]], 'famille', 'familles')})"
        for value in item.values
    ]


def left_words(own: OwnQuestionnaire) -> list[str]:
    """Return one sentence for each column that is left out."""
    return [phrase("laissee-de-cote", title=shown(name), reason=why) for name, why in own.left.items()]


def alone_words(own: OwnQuestionnaire) -> list[str]:
    """Return one sentence for each box that is taken to exclude the others, to be corrected by who knows the form."""
    return [
        phrase("se-coche-seule", title=shown(each.title), answer=shown(each.item.words[value]))
        for each in own.counted
        for value in each.item.alone
    ]


def written_words(own: OwnQuestionnaire) -> list[str]:
    """Return one sentence for each question in which families typed an answer of their own."""
    return [
        phrase("reponses-ecrites", title=shown(each.title), count=each.written, other=OTHER, few=FEW)
        for each in own.counted
        if each.written
    ]


def coded_titles(own: OwnQuestionnaire) -> list[str]:
    """Return the questions that the export names by one word or a code: no table can say more of them."""
    return [shown(each.title) for each in own.counted if len(each.title.split()) == 1]


__all__ = [
    "Found",
    "OwnQuestionnaire",
    "SuiteFileError",
    "WrittenFileError",
    "alone_words",
    "coded_titles",
    "kept_questionnaire",
    "left_words",
    "own_questionnaire",
    "to_read_words",
    "written_words",
]
