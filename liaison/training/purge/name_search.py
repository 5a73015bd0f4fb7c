"""Chercher des noms dans un texte, comme une personne les reconnaît : accents, majuscules et ordre à part."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

from liaison.training.session.civility import is_civility
from liaison.training.session.written_name import searched_names

GONE = "[nom effacé]"
SHORTEST_PART = 4  # lettres : « de », « Li » sont dans mille phrases
_SHORTEST_JOINED = 10
_WORD = re.compile(r"[^\W_]+")
# Accents once taken off their letter: Latin, Hebrew, Arabic.
_ACCENT = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff]")
# Letters that have no accent to take off, as who does not have them on a keyboard writes them; tatweel only stretches.
_WITHOUT = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "\u0640": ""}
)


class NameSearch:
    """The names of a session, as they may be written: given name first or last, joined in an address, without accents.

    A name of one word is too common to be looked for everywhere: `single` tells it, in documents only. `addresses` of
    the same people are looked for whole.
    """

    def __init__(self, names: Iterable[str], addresses: Iterable[str] = ()) -> None:
        listed = {tuple(_folded(name).split()): name for name in names}
        listed.pop((), None)
        self.count = len(listed)
        words = {tuple(_folded(one).split()) for name in listed.values() for one in searched_names(name)} - {()}
        civil = {
            name for name in words if len(name) > 1 and is_civility(name[0])
        }  # « Mme Durand »; « Durand. M. Petit » is not
        self._turned = {turn for name in words - civil if len(name) > 1 for turn in _turns(name)}
        self._turned |= {tuple(_folded(address).split()) for address in addresses} - {()}
        long = [joined for turn in self._turned if len(joined := "".join(turn)) >= _SHORTEST_JOINED]
        self._turned |= civil
        self._begun: dict[str, list[list[str]]] = {}
        for turn in self._turned:
            self._begun.setdefault(turn[0], []).append(list(turn))
        self._joined = long
        self._single = {name[0] for name in words if len(name) == 1}
        self._parts = {part for name in words for part in name if len(part) >= SHORTEST_PART and not is_civility(part)}
        self._longest = max((len(turn) for turn in self._turned), default=0)

    def found(self, text: str, *, single: bool = False) -> bool:
        """Return whether a whole name is there; with `single`, a name of one word too.

        Spaces do not count in a long name, since a PDF or an address may have lost them: « Jeanne Martin » is then
        taken for « Anne Martin ».
        """
        words = _folded(text).split()
        if single and self._single & set(words):
            return True
        for at, word in enumerate(words):
            if any(words[at : at + len(name)] == name for name in self._begun.get(word, ())):
                return True
        joined = "".join(words)
        return any(name in joined for name in self._joined)

    def parts(self, text: str) -> int:
        """Return how many words of a text are a part of a name, for a person to look at: « Martin », « claire »."""
        return sum(word in self._parts or word in self._single for word in _folded(text).split())

    def replaced(self, text: str) -> str:
        """Return the text with each whole name replaced; with nothing of it, when a name is hidden in one word."""
        words = [(match.start(), match.end(), _folded(match.group())) for match in _WORD.finditer(text)]
        kept, start, at = [], 0, 0
        while at < len(words):
            length = next(
                (size for size in range(self._longest, 0, -1) if self._is_name(words[at : at + size], size)), 0
            )
            if length:
                kept += [text[start : words[at][0]], GONE]
                start = words[at + length - 1][1]
            at += length or 1
        result = "".join([*kept, text[start:]])
        return GONE if self.found(result) else result

    def masked(self, path: str) -> str:
        """Return the name of a file with no part of a person's name in it."""
        return _WORD.sub(
            lambda match: "…" if {*_folded(match.group()).split()} & (self._parts | self._single) else match.group(),
            self.replaced(path) if self.found(path) else path,
        )

    def _is_name(self, words: list[tuple[int, int, str]], size: int) -> bool:
        return len(words) == size and tuple(word for _, _, folded in words for word in folded.split()) in self._turned


def _turns(name: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Yield a name backwards, then read from each of its words: « Anne Marie Fictive », « Fictive Anne Marie »…"""
    yield name[::-1]
    for at in range(len(name)):
        turn = name[at:] + name[:at]
        yield turn
        yield _as_drawn(turn, joined=False)
        yield _as_drawn(turn, joined=True)


def _as_drawn(name: tuple[str, ...], *, joined: bool) -> tuple[str, ...]:
    """Return a name as read from left to right on a page, which is how a PDF gives it: Arabic, Hebrew words backwards.

    `joined`: without the spaces between those, which a PDF may not give either.
    """
    words: list[str] = []
    for backwards, run in groupby(name, _right_to_left):
        drawn = list(run)
        if backwards:
            drawn.reverse()
        words += ["".join(drawn)] if backwards and joined else drawn
    return tuple(words)


def _right_to_left(word: str) -> bool:
    return unicodedata.bidirectional(word[0]) in ("R", "AL")


def _folded(text: str) -> str:
    """Return the words of a text, without accents, joined letters, capitals, or anything between but a space."""
    plain = text if text.isascii() else _ACCENT.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(_WORD.findall(plain.casefold().translate(_WITHOUT)))


__all__ = ["GONE", "SHORTEST_PART", "NameSearch"]
