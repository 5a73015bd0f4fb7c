"""Ce qu'une case de nom contient : un nom, et parfois autre chose à côté ; rien n'en est ôté sans être dit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from liaison.personal.civility import is_civility, is_mark, joins_people, of_several, parted
from liaison.personal.family_names import (
    End,
    all_capitals,
    family_in,
    is_particle,
    is_unclear,
    one_family_name,
)
from liaison.personal.function_words import (
    BOTH_GENDERS,
    says_a_function,
    sorted_words,
)

_BRACKETS = rf"\((?!{BOTH_GENDERS}\))(?:[^()]|\({BOTH_GENDERS}\))*\)?|\[[^\[\]]*\]?"
_SIGN = rf"[,;|]|/(?!{BOTH_GENDERS})|\s:|:\s|\s[-\u2013\u2014]\s"
_PIECES = re.compile(rf"({_BRACKETS}|{_SIGN})", re.IGNORECASE)
_CLOSED = {"(": ")", "[": "]"}
_GLUED = re.compile(r"([^\W\d_]+\.)(?=[^\W\d_]{2})")  # « M.MARTIN », not « J.R. Martin »
_MOST_GIVEN = 3  # mots d'un prénom


@dataclass(frozen=True)
class WrittenName:
    """A name as it is to be written, and what to say of how it was read.

    `apart`: the civilities and functions that were surely written with it, and no longer are. `unsure`: one of its
    words is a function, or a part of the name. `more`: something else stands beside it. `turned`: it was « NOM,
    Prénom ». `check`: its family name may be another of its words. `whole`: it has a given name and a family name.
    `several`: it is that of two people, and is left as it was written.
    """

    name: str
    family: str = ""
    apart: tuple[str, ...] = ()
    unsure: bool = False
    more: bool = False
    turned: bool = False
    check: bool = False
    whole: bool = True
    several: bool = False


@dataclass(frozen=True)
class _Cell:
    """A cell without the functions that are surely in it: its words before any sign, and what stands beside them."""

    civil: bool  # « Mme » stood before its words
    several: bool
    words: tuple[str, ...]
    apart: tuple[str, ...]
    unsure: tuple[str, ...]
    beside: tuple[tuple[str, str], ...]  # each with the sign before it

    @property
    def written(self) -> str:
        rest = "".join(
            f"{'' if sign in (',', ';') else ' '}{sign}{' ' if text else ''}{text}" for sign, text in self.beside
        )
        return " ".join(self.words) + rest


def turned_column(cells: Sequence[str]) -> bool:
    """Whether every cell of a column is « NOM, Prénom »: two parts and a comma, and one cell leaves no doubt."""
    read = [cell for cell in map(_cell, cells) if not cell.several]
    return all(map(_may_be_turned, read)) and any(map(_is_turned, read))


def whole_name(text: str, end: End | None, *, turned: bool = False) -> WrittenName:
    """Return the name of a cell that holds the whole of it; `turned`: every cell of its column is « NOM, Prénom »."""
    cell = _cell(text)
    if cell.several:
        return WrittenName(text, whole=False, several=True)
    if not cell.words:
        return WrittenName(text, whole=False)
    if _may_be_turned(cell) and (turned or _is_turned(cell)):
        return _turned(cell, sure=turned)
    only = [word for word in cell.words if word not in cell.unsure]
    words = only if len(only) > 1 else list(cell.words)
    if not only and cell.beside:  # « Référent numérique : Anne Fictive »
        return WrittenName(cell.written, "", cell.apart, unsure=True, whole=False)
    alone = cell.words[0] if cell.civil and len(cell.words) == 1 else ""  # « M. Cuisinier »
    family = family_in(words, end) or alone
    return WrittenName(
        cell.written,
        family,
        cell.apart,
        unsure=bool(cell.unsure),
        more=bool(cell.beside) or _has_more(cell.words),
        check=bool(family) and is_unclear(words, end),
        whole=len(cell.words) > 1,
    )


def parted_name(given: str, family: str) -> WrittenName:
    """Return the name of two cells: that of the given name, and that of the family name, whatever words it is."""
    first, last = _cell(given), _cell(family)
    written = _both(given, family, first, last)
    return replace(written, check=written.check or _has_lost_capitals(first, last))


def _both(given: str, family: str, first: _Cell, last: _Cell) -> WrittenName:
    if first.several or last.several:
        return WrittenName(" ".join(filter(None, (given, family))), family, whole=False, several=True)
    return WrittenName(
        " ".join(filter(None, (first.written, last.written))),
        last.written,
        first.apart + last.apart,
        unsure=bool(first.unsure) or bool(last.unsure and len(last.words) > 1),
        more=bool(first.beside or last.beside) or _has_more(first.words) or _has_more(last.words),
        check=bool(last.beside) or _has_more(last.words),
        whole=bool(first.words and last.words),
    )


def either_way(this: str, other: str, end: End | None) -> WrittenName:
    """Return the name of two cells of which no title says which has the family name, however many words it has."""
    cells = [_cell(this), _cell(other)]
    written = _both(this, other, *cells)
    if written.several:
        return written
    if not all(cell.words for cell in cells):
        return whole_name(f"{this}, {other}", end)  # « Zoé Martin » and « CPE »
    capitals = [all_capitals(cell.words) for cell in cells]
    first = end == "debut" if end else capitals[0]
    family = cells[not first].written if end or sum(capitals) == 1 else ""
    unsure = any(cell.unsure for cell in cells)
    check = written.check or bool(family and _has_lost_capitals(cells[first], cells[not first]))
    return replace(written, family=family, unsure=unsure, check=check)


def _has_lost_capitals(given: _Cell, family: _Cell) -> bool:
    """Whether the cell that was said to be that of the given name is the one in capitals: « Zoé » of « MARTIN »."""
    return bool(family.words) and all_capitals(given.words) and not all_capitals(family.words)


def _cell(text: str) -> _Cell:
    first, *rest = _PIECES.split(text)
    civilities, words = parted(_words(first))
    apart, beside, before_any_sign = list[str](), list[tuple[str, str]](), True
    for sign, after in zip(rest[::2], rest[1::2], strict=True):
        bracket = sign[0] in _CLOSED
        before_any_sign = before_any_sign and bracket
        what = _words(sign[1:].removesuffix(_CLOSED[sign[0]]) if bracket else after)
        behind = _words(after) if bracket else []
        if before_any_sign:
            words += behind
        if not bracket:
            more_civilities, what = parted(what)
            civilities += more_civilities
        if says_a_function(what):
            apart.append(" ".join(what))
        elif what:
            beside.append((sign.strip(), "" if bracket else " ".join(what)))
        if behind and not before_any_sign:
            beside.append((",", " ".join(behind)))
    only_apart = all(kind == "apart" for _, kind in sorted_words(words).kinds)
    if beside and (words or civilities) and only_apart and beside[0][1]:
        apart += filter(None, [" ".join(words)])  # « CPE : Zoé Martin », « Mme, Zoé Martin »
        words, beside = beside[0][1].split(), beside[1:]
    if len(words) > 2 and words[0].isdecimal():  # « 12 ROY Max »
        apart, words = [words[0], *apart], words[1:]
    kinds = sorted_words(words)
    surely = " ".join(kinds.of("apart"))
    beyond = [word for _, text in beside for word in text.split()]
    several = any(map(joins_people, [*kinds.of("name"), *beyond])) or _is_whole_on_both(words, beside)
    return _Cell(
        bool(civilities),
        several or of_several(civilities),
        tuple(kinds.of("name", "unsure")),
        (*civilities, *filter(None, [surely]), *apart),
        tuple(kinds.of("unsure")),
        tuple(beside),
    )


def _words(text: str) -> list[str]:
    # « - », « ? », « . » are written where nothing is known.
    words = [word for word in text.split() if any(map(str.isalnum, word)) or joins_people(word)]
    return [part for word in words for part in _unglued(word)]


def _unglued(word: str) -> list[str]:
    glued = _GLUED.match(word)
    return [glued[1], word[glued.end() :]] if glued and is_civility(glued[1]) else [word]


def _has_more(words: Sequence[str]) -> bool:
    """Whether a word among those of a name is evidently none: « 12 », « née », « ép. », one without a capital."""
    inside = [word for word in words[1:-1] if word.islower() and not is_particle(word) and word.isalpha()]
    shortened = [word for word in words if word[-1] == "." and word[:-1].isalpha() and len(word) > 2]
    small = inside if any(not word.islower() for word in words) else []
    return bool(small or shortened) or any(word.isdecimal() or is_mark(word) for word in words)


def _is_whole_on_both(words: Sequence[str], beside: Sequence[tuple[str, str]]) -> bool:
    """Whether a bar has two words on each side: « Jean NOIR / Max GRIS »."""
    return len(words) > 1 and any(sign == "/" and len(text.split()) > 1 for sign, text in beside)


def _may_be_turned(cell: _Cell) -> bool:
    signs, given = {sign for sign, _ in cell.beside}, [text for _, text in cell.beside][:1]
    more = len(cell.beside) > 1 and not (all_capitals(cell.words) and not all_capitals(given[0].split()))
    if signs != {","} or more or not cell.words or any(map(str.isdigit, given[0] + " ".join(cell.words))):
        return False
    # « Gris, collège Hugo » is no « NOM, Prénom », « gris, éric » is.
    small = given[0][0].islower() and not cell.words[-1].islower()
    return len(given[0].split()) <= _MOST_GIVEN and not small


def _is_turned(cell: _Cell) -> bool:
    given = cell.beside[0][1].split()
    if cell.unsure and len(given) > 1:  # « Directrice, Zoé Martin », or « Principal, Marie Claire »
        return False
    return one_family_name(cell.words) or (all_capitals(cell.words) and not all_capitals(given))


def _turned(cell: _Cell, *, sure: bool) -> WrittenName:
    family, given = list(cell.words), cell.beside[0][1].split()
    if all_capitals(given) and not all_capitals(family):
        family, given = given, family
    sorted_given = sorted_words(given)
    contrast = all_capitals(family) and not all_capitals(given)
    return WrittenName(
        " ".join((*sorted_given.of("name", "unsure"), *family)),
        " ".join(family),
        (*cell.apart, *filter(None, [" ".join(sorted_given.of("apart"))]), *(text for _, text in cell.beside[1:])),
        unsure=bool(cell.unsure or sorted_given.of("unsure")),
        turned=True,
        check=not (sure or contrast),
    )


__all__ = ["WrittenName", "either_way", "parted_name", "turned_column", "whole_name"]
