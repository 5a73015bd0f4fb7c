"""Les questions d'un export, une colonne après l'autre : comptée, et comment, ou laissée de côté, et pourquoi."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from liaison.base.letters import key, normal
from liaison.base.numbers import read_number
from liaison.base.quoting import printable
from liaison.base.sentences import french_beside
from liaison.diagnostic.own.columns import SAID_NO, Part, are_ticks, groups
from liaison.diagnostic.own.spellings import cut_apart, one_of_each, spelled, spellings_of
from liaison.diagnostic.own.written import (
    FEW,
    OTHER,
    after_written,
    is_beside,
    is_other,
    is_written,
    without_written,
    written_in,
)
from liaison.diagnostic.questionnaire.item import column_name
from liaison.diagnostic.questionnaire.questionnaire import AXES, Item, family_questionnaire
from liaison.diagnostic.reading.cells import LONGEST_WORD
from liaison.diagnostic.reading.file_columns import FileColumns
from liaison.diagnostic.reading.formats.source import SourceColumn
from liaison.diagnostic.reading.mapping import (
    MISSING_CODES,
    SAYS_NOTHING,
    MappedColumn,
    Separator,
    is_missing,
)
from liaison.diagnostic.reading.unread import given, never_told, repeats_boxes
from liaison.diagnostic.reading.wording import TRUE

phrase = french_beside(__file__)

Kind = Literal["single", "multiple", "grid"]
Guessed = Literal["", "debut", "virgule", "voisines"]
MOST_VALUES = 15  # réponses différentes d'une question ; au-delà, c'est un nombre, une date ou du texte
_LONGEST_ID = 40
_HOUR = re.compile(r"([01]?\d|2[0-4])\s?(?:h|heures?|:)\s?([0-5]\d)?(?::00)?", re.IGNORECASE)
_TIME = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::00)?")
_DATE = re.compile(r"\d{2}[:/]\d{2}|\d{4}-\d{2}")
_YES_THEN_NO = ("oui", "non")
_NO_OPINION = re.compile(r"(?:\w+ )*(?:sans|pas d|aucune?) (?:avis|opinion)")


@dataclass(frozen=True)
class ExportedQuestion:
    """One question as the export words it: its title, the columns that answer it, its rows (of a grid), its answers.

    `written`: how many different answers were typed in place of one to choose, and count as « Autre ». `guess`: what of
    it is only guessed, that a person is to read: that its columns are one question, or where its answers are cut.
    `alike`: the spellings that count as one answer, the one that is published first.
    """

    item: Item
    title: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    answers: tuple[str, ...]
    written: int = 0
    guess: Guessed = ""
    alike: tuple[tuple[str, ...], ...] = ()


def source_named(column: SourceColumn) -> str:
    """Return how the mapping names a column: as it is written, for its name may come from questions of the suite."""
    return column.header or column.name


class Making:
    """A questionnaire on its way: items, how columns answer them, and what is left out."""

    def __init__(self, columns: FileColumns, left: dict[str, str]):
        self.columns, self.left = columns, left
        self.items: list[Item] = []
        self.counted: list[ExportedQuestion] = []
        self.mapped: list[MappedColumn] = []

    def add_all(self, besides: Iterable[str]) -> None:
        """Add every column but these, columns of one title together."""
        answers = [each for each in self.columns.layout.columns if each.kind == "answer"]
        # A box or a row of the suite that stands alone is of a question that only the school has asked.
        bare = [replace(each, question=each.header, part="", alone=False) if each.alone else each for each in answers]
        own = [each for each in bare if each.name not in set(besides)]
        every_group = groups(own, self.columns.layout.format, self._words)
        headers = {each.header for each in own}
        boxed = {normal(each.title) for each in every_group if len(each.parts) > 1 and self._are_boxes(each.parts)}
        for group in every_group:
            title, parts = group.title, group.parts
            (column, part), *others = parts
            if repeats_boxes(title, part, boxed):
                self.left[source_named(column)] = phrase("repete-ses-cases")
            elif others:
                self._add_parts(title, parts, "voisines" if group.side_by_side else "debut" if group.guessed else "")
            elif is_beside(column.header, column.part or part, headers) and not are_ticks(self._words(column)):
                self.left[source_named(column)] = phrase("a-cote", other=OTHER)
            else:
                self._add_one(column)

    def _cells(self, column: SourceColumn) -> list[str]:
        return [row[column.position].strip() for row in self.columns.sample if column.position < len(row)]

    def _words(self, column: SourceColumn) -> list[str]:
        if self._says_its_box(column):
            return [TRUE]
        cells = dict.fromkeys(self._cells(column))
        return [cell for cell in cells if cell and not is_missing(cell, SAYS_NOTHING)]

    def _says_its_box(self, column: SourceColumn) -> bool:
        """Return whether a column holds nothing but the words of its own box: some tools write one ticked so."""
        return bool(column.part) and {key(cell) for cell in self._cells(column) if cell} == {key(column.part)}

    def _between(self, parts: Sequence[Part]) -> Separator | None:
        """Return what separates the answers of one cell in the rows of a grid; nothing where each holds one."""
        return cut_apart(list(dict.fromkeys(word for column, _ in parts for word in self._words(column))))[0]

    def _are_boxes(self, parts: Sequence[Part]) -> bool:
        """Return whether columns are boxes; families may write in the one that says « Autre »."""
        boxes = [column for column, part in parts if not is_other(part)]
        return are_ticks({word for column in boxes for word in self._words(column)}) and not self._are_asked_each(boxes)

    def _are_asked_each(self, boxes: Sequence[SourceColumn]) -> bool:
        """Return whether several families said « non » in one of these columns and nothing in another: a tool writes
        all the boxes of a family, or none."""
        lines = zip(*([key(cell) for cell in self._cells(column)] for column in boxes), strict=False)
        return sum("" in line and not SAID_NO.isdisjoint(line) for line in lines) > FEW

    def _id(self, title: str) -> str:
        # A question of the suite of the same name means something else, in other words.
        suite = family_questionnaire()
        taken = [*AXES, *suite.context, *(item.id for item in (*suite.items, *self.items))]
        return name_of(title, taken)

    def _add_one(self, column: SourceColumn, between: Separator | None = None) -> None:
        title = (column.part and f"{column.question} {column.part}") or column.question or column.name
        typed_words = self._words(column)
        written = [without_written(cell) for cell in self._cells(column)]
        beside = set(typed_words) - set(written)
        words = list(dict.fromkeys(without_written(word) for word in typed_words))
        column_spelled = spelled(written, words, title, between)
        cells, separator, answers = column_spelled.cells, column_spelled.separator, column_spelled.answers
        if separator and _are_ranks(cells, separator):
            self.left[source_named(column)] = phrase("classement")
            return
        counts = given(cells, separator, answers)
        known = {each: count for each, count in counts.items() if not is_missing(each, SAYS_NOTHING)}
        typed = set(written_in(known))
        if separator:
            typed |= after_written(([each.strip() for each in cell.split(separator)] for cell in cells), typed) & set(
                known
            )
        # What is told of nobody is looked for in every spelling: of a sentence written twice, each is of one family.
        chosen = (counts, given(written, separator, answers))
        every = (Counter({each: n for each, n in own.items() if each not in typed}) for own in chosen)
        if why := next(filter(None, (never_told(title, self._cells(column), own) for own in every)), ""):
            self.left[source_named(column)] = why
            return
        if is_written({each: counts[each] for each in answers}, typed):
            self.left[source_named(column)] = phrase("pas-deux-reponses-partagees", few=FEW)
            return
        answers = [each for each in answers if each not in typed]
        if typed or beside:
            # « Autre » and « Otro », written before what was typed, are one answer.
            other = next(filter(is_other, answers), OTHER)
            answers = [*(each for each in answers if not is_other(each)), other]
        else:
            other = None
        answers = _in_order(answers)
        if 2 <= len(answers) <= MOST_VALUES and _are_answers(answers):
            values = _named(answers)
            item = _item(self._id(title), title, "multiple" if separator else "single", values)
            sinon = values[other] if other else None
            source = MappedColumn(source=column.name, cible=item.id, separateur=separator, valeurs=values, sinon=sinon)
            guess: Guessed = "virgule" if separator == "," else ""
            facts: dict[str, Any] = {"written": len(typed | beside), "alike": column_spelled.alike(answers)}
            self._keep(item, title, [source], answers=answers, guess=guess, **facts)
            return
        self.left[source_named(column)] = _why_left(words)

    def _add_parts(self, title: str, every: Sequence[Part], guess: Guessed) -> None:
        boxes = self._are_boxes(every)
        if not boxes and (between := self._between(every)):
            # A grid of check-boxes: each row is a question to which several answers are given.
            for column, part in every:
                self._add_one(replace(column, question=title, part=part), between)
            return
        why = {} if boxes else {source_named(column): never_told(part, self._cells(column)) for column, part in every}
        self.left |= {name: reason for name, reason in why.items() if reason}
        parts = [(column, part) for column, part in every if not why.get(source_named(column))]
        names = _named([part for _, part in parts])
        name = self._id(title)
        cells = [(column.name, column_name(name, names[part])) for column, part in parts]
        counts = Counter(cell for column, _ in parts for cell in self._cells(column) if cell)
        labels = one_of_each(counts, title) if not boxes else {}
        every_word = [word for column, _ in parts for word in self._words(column)]
        words = _in_order(dict.fromkeys(labels.get(word, word) for word in every_word))
        if boxes:
            item = _item(name, title, "multiple", names)
            typed = [column for column, part in parts if is_other(part) and not are_ticks(self._words(column))]
            ticked = [
                MappedColumn(
                    source=source,
                    cible=target,
                    valeurs={column.part: TRUE} if self._says_its_box(column) else {},
                    sinon=TRUE if column in typed else None,
                )
                for (column, _), (source, target) in zip(parts, cells, strict=True)
            ]
            written = sum(len(self._words(column)) for column in typed)
            self._keep(item, title, ticked, answers=list(names), written=written, guess=guess)
        elif 2 <= len(words) <= MOST_VALUES and _are_answers(words):
            values = _named(words)
            item = _item(name, title, "grid", values, names)
            read = [MappedColumn(source=source, cible=target, valeurs=values) for source, target in cells]
            alike = spellings_of(labels, words)
            self._keep(item, title, read, answers=words, rows=list(names), guess=guess, alike=alike)
        else:
            reason = _why_left(words)
            self.left |= {source_named(column): reason for column, _ in parts}

    def _keep(
        self,
        item: Item,
        title: str,
        mapped: Sequence[MappedColumn],
        *,
        answers: Sequence[str],
        rows: Sequence[str] = (),
        written: int = 0,
        guess: Guessed = "",
        alike: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        self.items.append(item)
        columns = tuple(each.source for each in mapped)
        self.counted.append(ExportedQuestion(item, title, columns, tuple(rows), tuple(answers), written, guess, alike))
        self.mapped += mapped


def _in_order(answers: Collection[str]) -> list[str]:
    """Return answers in the order in which they come; numbers and hours in theirs, beside which words stand last.

    Yes stands before no, and no opinion after all.
    """
    numbers = {each: number for each in answers if (number := _rank(each)) is not None}
    words = sorted(
        (each for each in answers if each not in numbers),
        key=lambda each: is_missing(each, MISSING_CODES) or bool(_NO_OPINION.fullmatch(normal(each))),
    )
    yes, no = (next((each for each in words if key(each) == word), None) for word in _YES_THEN_NO)
    if yes is not None and no is not None and words.index(no) < words.index(yes):
        words.insert(words.index(no), words.pop(words.index(yes)))
    return [*sorted(numbers, key=lambda each: numbers[each]), *words]


def _rank(answer: str) -> float | None:
    """Return the number, or the hour, that an answer is; None when it is words."""
    if hour := _HOUR.fullmatch(answer.strip()):
        return int(hour[1]) + int(hour[2] or 0) / 60
    number = read_number(answer)
    return None if number is None else float(number)


def _are_ranks(cells: Iterable[str], separator: Separator) -> bool:
    """Return whether every cell holds the same answers, in several orders: the order is what was answered."""
    orders = Counter(tuple(filter(None, map(str.strip, cell.split(separator)))) for cell in cells if cell)
    alike = len({frozenset(order) for order in orders}) == 1 and len(next(iter(orders))) > 1
    return alike and len(orders) > 1 and orders.total() > FEW


def _why_left(words: Sequence[str]) -> str:
    """Return why the different cells of a column are not answers to choose between."""
    if len(words) < 2:
        return phrase("pas-deux-reponses")
    if len(words) > MOST_VALUES:
        return phrase("trop-de-reponses", count=len(words))
    if any(map(_DATE.search, words)):
        return phrase("dates")
    return phrase("reponses-trop-longues", most=LONGEST_WORD)


def _are_answers(words: Sequence[str]) -> bool:
    """Return whether words are answers to choose between, not dates or texts; « 17:00 » is one."""
    return all(_TIME.fullmatch(word) or (len(word) <= LONGEST_WORD and not _DATE.search(word)) for word in words)


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
        names[word] = name_of(word, names.values())
    return {word: names[word] for word in each}


def name_of(text: str, taken: Iterable[str]) -> str:
    """Return a name of a question or of an answer made from its words: « Par une box » → par_une_box."""
    plain = re.sub(r"[^a-z0-9]+", "_", normal(text).lower())[:_LONGEST_ID].strip("_")
    name = plain if plain[:1].isalpha() else f"r_{plain}".strip("_")
    used = set(taken)
    return next(each for each in (name, *(f"{name}_{rank}" for rank in range(2, 1000))) if each not in used)


__all__ = ["MOST_VALUES", "ExportedQuestion", "Kind", "Making", "name_of", "source_named"]
