"""Chercher des noms dans un texte, comme une personne les reconnaît : accents, majuscules et ordre à part."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from liaison.training.purge.line_words import Words, folded
from liaison.training.purge.listed_name import sought_of
from liaison.training.session.civility import CIVILITIES

GONE = "[nom effacé]"
SHORTEST_PART = 4  # lettres : « de », « Li » sont dans mille phrases
_SHORTEST_JOINED = 10
_WORD = re.compile(r"[^\W_]+")


class NameSearch:
    """The names of a session, as they may be written: given name first or last, joined in an address, without accents.

    Of each line of the list, its words are looked for two by two, whatever it has between them. A name of one word is
    too common to be looked for everywhere: `single` tells it, in documents only. `families`: the family name that was
    read in a line, by that line. `addresses` of the same people are looked for whole.
    """

    def __init__(
        self, names: Iterable[str], addresses: Iterable[str] = (), families: Mapping[str, str] | None = None
    ) -> None:
        listed = {folded(name): name for name in names}
        listed.pop("", None)
        sought = [sought_of(name, (families or {}).get(name, "")) for name in listed.values()]
        self.count = len(listed)
        self.unclear = sum(not one.whole for one in sought)
        whole = {tuple(folded(address).split()) for address in addresses} - {()}
        sure = whole.union(*(one.sure for one in sought))
        self._sure = _Runs(sure.union(*(one.civil for one in sought)))
        self._doubtful = _Runs({run for one in sought for run in one.doubtful} - sure)
        self._single = _Runs({run for one in sought for run in one.single})
        alone = {run[-1] for one in sought for run in one.single}
        self._parts = {part for one in sought for part in one.parts if len(part) >= SHORTEST_PART} | alone
        joined = ("".join(run) for run in sure)
        self._joined = [run for run in joined if len(run) >= _SHORTEST_JOINED]

    def found(self, text: str, *, single: bool = False) -> bool:
        """Return whether a whole name is there; with `single`, a name of one word too.

        Spaces do not count in a long name, since a PDF or an address may have lost them: « Jeanne Martin » is then
        taken for « Anne Martin ».
        """
        words = folded(text).split()
        if self._sure.are_in(words) or (single and self._single.are_in(words)):
            return True
        joined = "".join(words)
        return any(name in joined for name in self._joined)

    def doubted(self, text: str) -> bool:
        """Return whether two words of one line follow each other, a civility aside, without surely being a name."""
        words = folded(text).split()
        bare = [word for word in words if word not in CIVILITIES]
        return self._doubtful.are_in(words) or (len(bare) < len(words) and self._sure.are_in(bare))

    def parts(self, text: str) -> int:
        """Return how many words of a text are a part of a name, for a person to look at: « Martin », « claire »."""
        return sum(word in self._parts for word in folded(text).split())

    def replaced(self, text: str) -> str:
        """Return the text with each whole name replaced; with nothing of it, when a name is hidden in one word."""
        words = [(match.start(), match.end(), folded(match.group())) for match in _WORD.finditer(text)]
        kept, start, at = [], 0, 0
        while at < len(words):
            length = next(
                (size for size in range(self._sure.longest, 0, -1) if self._is_name(words[at : at + size], size)), 0
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
            lambda match: "…" if {*folded(match.group()).split()} & self._parts else match.group(),
            self.replaced(path) if self.found(path) else path,
        )

    def _is_name(self, words: list[tuple[int, int, str]], size: int) -> bool:
        return len(words) == size and tuple(word for _, _, one in words for word in one.split()) in self._sure.runs


class _Runs:
    """Runs of words to find in a text, as they are written and as a PDF draws them."""

    def __init__(self, runs: Iterable[Words]) -> None:
        self.runs = {drawn for run in runs for drawn in _as_drawn(run)}
        self.longest = max(map(len, self.runs), default=0)
        self._begun: dict[str, list[list[str]]] = {}
        for run in self.runs:
            self._begun.setdefault(run[0], []).append(list(run))

    def are_in(self, words: Sequence[str]) -> bool:
        return any(
            words[at : at + len(run)] == run for at, word in enumerate(words) for run in self._begun.get(word, ())
        )


def _as_drawn(name: Words) -> Iterator[Words]:
    """Yield a name, then as read from left to right on a page, as a PDF gives it: Arabic, Hebrew words backwards.

    With the spaces between those, and without, since a PDF may not give them either.
    """
    yield name
    if not any(map(_right_to_left, name)):
        return
    apart, joined = list[str](), list[str]()
    for backwards, run in groupby(name, _right_to_left):
        drawn = list(run)
        if backwards:
            drawn.reverse()
        apart += drawn
        joined += ["".join(drawn)] if backwards else drawn
    yield tuple(apart)
    yield tuple(joined)


def _right_to_left(word: str) -> bool:
    return unicodedata.bidirectional(word[0]) in ("R", "AL")


__all__ = ["GONE", "SHORTEST_PART", "NameSearch"]
