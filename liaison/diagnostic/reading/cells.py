"""Lire une cellule : une réponse, rien, « ne sait pas », ou la raison pour laquelle elle n'est pas acceptée."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from liaison.base.letters import key, normal
from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.tables import bare_cell
from liaison.diagnostic.own.written import is_other, may_be_written, without_written
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.reading.formats.source import SourceColumn
from liaison.diagnostic.reading.mapping import (
    MappedColumn,
    Mapping,
    known_pieces,
    several_known,
    split_list,
    values_of,
)
from liaison.diagnostic.reading.spellings import Spellings
from liaison.diagnostic.reading.wording import FALSE, TRUE, Lexicon

phrase = french_beside(__file__)

# By question, the words that several families wrote alike in place of an answer, as `key` gives them.
Listed = frozenset[tuple[str, str]]
BLANK, MISSING, REFUSED, OTHERWISE = -1, -2, -3, -4
_REMEMBERED = 10_000  # mots retenus par colonne : un texte libre ne doit pas remplir la mémoire
LONGEST_WORD = 60  # caractères d'un mot dont on peut dire, en une ligne, ce qu'il veut dire
LONGEST_CELL = 1_000  # caractères d'une cellule que l'on cherche à comprendre
# How a spreadsheet shows what it took for a date: 2026-02-01, 01/02/2026, 1-févr., févr-26.
_DATE = re.compile(
    r"\d{4}-\d{2}-\d{2}(?: .*)?|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}[- ](?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|"
    r"nov|déc|jan|feb|mar|apr|may|jun|jul|aug|sep|dec)\.?|(?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)"
    r"\.?[- ]\d{2}",
    re.IGNORECASE,
)


@dataclass
class CellReader:
    """What every word of one mapped column means, found once and kept.

    A code is the rank of a value among `accepted`; for a whole multiple choice, one bit per value; else BLANK, MISSING,
    OTHERWISE (« another answer », that the questionnaire has not: one of the words of the tool in `elsewhere`) or
    REFUSED, and then `reasons` says why; `unknown` holds, by such cell, the word that is no answer. Where families may
    write their own (`sinon`), `free` holds, by cell, the words that count so; those of `listed`, as `key` gives them,
    do not: several families wrote them alike.
    """

    column: MappedColumn
    source: SourceColumn
    accepted: tuple[str, ...]
    lexicon: Lexicon
    missing: frozenset[str]
    is_list: bool
    elsewhere: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    boxes: bool = False
    reasons: dict[str, str] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)
    free: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _codes: dict[str, int] = field(default_factory=dict)
    _spellings: Spellings = field(default_factory=lambda: Spellings({}))

    @classmethod
    def of(
        cls,
        column: MappedColumn,
        source: SourceColumn,
        mapping: Mapping,
        lexicon: Lexicon,
        elsewhere: Iterable[str] = (),
        listed: Listed = frozenset(),
    ) -> CellReader:
        """Return the reader of one column of a mapping."""
        item = lexicon.items.get(column.cible)
        boxes = column.cible in lexicon.columns and not lexicon.columns[column.cible].values
        accepted = (FALSE, TRUE) if boxes else lexicon.accepted(column.cible)
        missing = frozenset(normal(code) for code in mapping.manquantes)
        question = question_of(column.cible)
        labels = {own: value for value in accepted if (own := lexicon.own_words.get(f"{question}-{value}"))}
        is_list = item is not None and item.kind == "multiple"
        # A box of « another answer » is a column of its own, and what the school adds is no question.
        asks = not boxes and column.cible not in lexicon.questionnaire.context
        otherwise = frozenset(map(normal, elsewhere)) if asks else frozenset[str]()
        words = Spellings(column.valeurs if boxes else {**labels, **column.valeurs})
        alike = frozenset(word for target, word in listed if target == column.cible)
        return cls(column, source, accepted, lexicon, missing, is_list, otherwise, alike, boxes, _spellings=words)

    def codes(self, rows: Sequence[Sequence[str]]) -> NDArray[np.int64]:
        """Return the code of the cell of every row."""
        position, known = self.source.position, self._codes
        codes = []
        for row in rows:
            cell = row[position]
            code = known.get(cell)
            codes.append(self._code(cell) if code is None else code)
        return np.array(codes, dtype=np.int64)

    def reason(self, cell: str) -> str:
        """Return why a cell is refused."""
        self._code(cell)
        return self.reasons[cell]

    def unknown_word(self, cell: str) -> str:
        """Return the word for which a cell is refused; empty when it is for something else."""
        self._code(cell)
        return self.unknown.get(cell, "")

    def free_words(self, cell: str) -> tuple[str, ...]:
        """Return the words of a cell that are no answer of the questionnaire, and count as another, in their order."""
        if self.column.sinon is None or self.boxes:
            return ()
        if cell not in self.free:
            self._code(cell)
        return self.free.get(cell, ())

    def _code(self, cell: str) -> int:
        code = self._read(cell)
        if len(self._codes) < _REMEMBERED:
            self._codes[cell] = code
        return code

    def _read(self, cell: str) -> int:
        text = bare_cell(cell.strip().strip("\u00a0\u202f\ufeff"))
        if not text:
            return BLANK
        if len(text) > LONGEST_CELL:
            return self._refuse(cell, phrase("cellule-trop-longue", length=len(text)))
        if any(
            (unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn") and c not in "\t\n\r") or c == "\ufffd" for c in text
        ):
            return self._refuse(cell, phrase("caractere-illisible"))
        if self.column.sinon and not self.boxes:
            text = without_written(text)
        if self.is_list:
            return self._read_list(cell, text)
        value = self._value(text)
        if value is not None:
            return self.accepted.index(value)
        if normal(text) in self.elsewhere:
            return OTHERWISE
        if normal(text) in self.missing:
            return MISSING
        if self._wrong(cell, [text]):
            return self._refuse_unknown(cell, text)
        return self.accepted.index(self.column.sinon or "")

    def _read_list(self, cell: str, text: str) -> int:
        separator = self.column.separateur or ","
        pairs = split_list(
            text, separator, known_pieces(separator, self._value, {*self.accepted, *self._spellings.words})
        )
        unknown = [each for each, value in pairs if value is None and normal(each) not in self.missing]
        if wrong := self._wrong(cell, unknown):
            return self._refuse_unknown(cell, wrong)
        pairs = [(each, self.column.sinon if each in unknown else value) for each, value in pairs]
        ticked = {value for _, meaning in pairs if meaning is not None for value in values_of(meaning)}
        mask = sum(1 << self.accepted.index(value) for value in ticked)
        if not mask and any(normal(each) in self.elsewhere for each, _ in pairs):
            return OTHERWISE
        return mask or (MISSING if pairs else BLANK)

    def _wrong(self, cell: str, unknown: Sequence[str]) -> str:
        """Return the first of the unknown words of a cell for which it is not read; empty when all count as another
        answer, and are then among `free`."""
        if not unknown or self.column.sinon is None:
            return next(iter(unknown), "")
        free: list[str] = []
        for word in unknown if not self.boxes else ():
            if self._is_to_decide(word) or not (free or is_other(word) or may_be_written(word)):
                return word
            free += [] if is_other(word) else [word]
        if len(self.free) < _REMEMBERED:
            self.free[cell] = tuple(free)
        return ""

    def _is_to_decide(self, word: str) -> bool:
        """Return whether an unknown word is no free text: the mapping waits for what it means, several families have
        it, or it is several answers."""
        undecided = self._spellings.find(word)
        return bool(undecided) or key(word) in self.listed or bool(several_known(word, self._value))

    def _value(self, text: str) -> str | None:
        """Return what a word stands for: what the mapping says first (`values_of`), then the questionnaire."""
        if meanings := self._spellings.find(text):
            return next(iter(meanings)) if len(meanings) == 1 else None
        return self.lexicon.value(self.column.cible, text, self.source.question)

    def _refuse_unknown(self, cell: str, text: str) -> int:
        if _DATE.fullmatch(text):
            return self._refuse(cell, phrase("changee-en-date", answer=shown(text)))
        own, item = self.lexicon.own_words, question_of(self.column.cible)
        accepted = ", ".join(own.get(f"{item}-{value}", value) for value in self.accepted)
        if len(text) <= LONGEST_WORD:
            self.unknown[cell] = text
        return self._refuse(cell, phrase("reponse-inconnue", answer=shown(text), accepted=accepted))

    def _refuse(self, cell: str, reason: str) -> int:
        if len(self.reasons) >= _REMEMBERED:
            self.reasons.clear()
            self.unknown.clear()
        self.reasons[cell] = reason
        return REFUSED
