"""Chercher des noms dans un texte, comme une personne les reconnaît : accents, majuscules et ordre à part."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import groupby
from string import digits

from liaison.personal.civility import CIVILITIES
from liaison.readers.markup import APART
from liaison.readers.markup_words import PAGE_WORDS
from liaison.training.purge.line_words import Words, folded_words
from liaison.training.purge.listed_name import sought_of

GONE = "[nom effacé]"
SHORTEST_PART = 4  # lettres : « de », « Li » sont dans mille phrases
_SHORTEST_JOINED = 10
_WORD = re.compile(r"[^\W_]+")
# What a page does not show: a soft hyphen, a joiner, a mark of direction, a choice of drawing.
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# What cuts a word in two that a person reads as one, or is left out by who writes « OBrien ».
_CUT = re.compile(
    rf"[{_UNSEEN}]+|(?<=[^\W_])[-\u2010\u2011][ \t]*[\r\n]\s*(?=[^\W_])|(?<=[^\W_])['\u2019\u02bc`\u00b4](?=[^\W_])"
)
_CUT_WORD = re.compile(
    rf"[^\W_{_UNSEEN}]++(?:(?:[{_UNSEEN}'\u2019\u02bc`\u00b4]|[-\u2010\u2011][ \t]*+[\r\n]\s*+)++[^\W_{_UNSEEN}]++)++"
)
_UNSEEN_LETTER = re.compile("[\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0]")  # it parts no words
# A word, what ends a sentence or a part of one, and the next word.
_STOP = re.compile(
    r"(?<![^\W_])([^\W_]++)[\s\"'»\u201d)\]]*+[.,;:!?\u2026]++[\"'»\u201d)\]]*+\s[\s\"'«»\u201c\u201d(\[]*+(?=([^\W_]++))"
)


@dataclass(frozen=True)
class Look:
    """What a text holds of names: a whole one; else, two words that may be one, and how many words are part of one."""

    named: bool = False
    doubted: bool = False
    parts: int = 0


class NameSearch:
    """The names of a session, as they may be written: given name first or last, joined in an address, without accents.

    Of each line of the list, its words are looked for two by two, whatever it has between them. A name of one word is
    too common to be looked for everywhere: `single` tells it, in documents only. `families`: the family name that was
    read in a line, by that line. `addresses` of the same people are looked for whole.
    """

    def __init__(
        self, names: Iterable[str], addresses: Iterable[str] = (), families: Mapping[str, str] | None = None
    ) -> None:
        listed = {folded_words(name): name for name in names}
        listed.pop("", None)
        sought = [sought_of(name, (families or {}).get(name, "")) for name in listed.values()]
        self.count = len(listed)
        self.unclear = sum(not person.whole for person in sought)
        whole = {tuple(folded_words(address).split()) for address in addresses} - {()}
        sure = whole.union(*(person.sure for person in sought))
        self._sure = _Runs(sure.union(*(person.civil for person in sought)))
        self._doubtful = _Runs({run for person in sought for run in person.doubtful} - sure)
        self._single = _Runs({run for person in sought for run in person.single})
        alone = {run[-1] for person in sought for run in person.single}
        self._parts = {part for person in sought for part in person.parts if len(part) >= SHORTEST_PART} | alone
        joined = ("".join(run) for run in sure)
        self._joined = _Joined({run for run in joined if len(run) >= _SHORTEST_JOINED})
        runs = {run for person in sought for run in {*person.sure, *person.doubtful} if len(run) > 1}
        self._glued = {glued for run in runs if len(glued := "".join(run)) >= SHORTEST_PART and glued.isalpha()}
        of_pages = {word for run in sure if PAGE_WORDS.issuperset(run) for word in run}
        self._of_pages = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(of_pages))})(?![^\W_])") if of_pages else None
        every = self._sure.words | self._doubtful.words | self._single.words
        self._every_word = every | self._parts | self._glued

    def look(self, text: str, *, single: bool = False) -> Look:
        """Return what a text holds, which `finds`, `doubted` and `parts` tell one by one: its words are read once."""
        doubted, parts = False, None
        for reading in self._readings(text):
            words = _Words.of(reading)
            if parts is None:
                parts = self._parts_in(words)
            if self._named_by(words, single) and self._named_in_a_sentence(text, single):
                return Look(named=True)
            doubted = doubted or self._doubted_by(words)
        return Look(doubted=doubted, parts=parts or 0)

    def finds(self, text: str, *, single: bool = False) -> bool:
        """Return whether a whole name is there; with `single`, a name of one word too.

        Spaces do not count in a long name, since a PDF or an address may have lost them: « Jeanne Martin » is then
        taken for « Anne Martin ». A name whose words end a sentence and begin the next is only doubted, and so is one
        of words that write a page, without capitals: « li + li » of a style.
        """
        return self._names(text, single) and self._named_in_a_sentence(text, single)

    def doubted(self, text: str) -> bool:
        """Return whether two words of one line follow each other without surely being a name, or a word is both.

        A civility counts for nothing, and a word that begins or ends with a number is that word.
        """
        return any(self._doubted_by(_Words.of(reading)) for reading in self._readings(text))

    def parts(self, text: str) -> int:
        """Return how many words of a text are a part of a name, for a person to look at: « Martin », « claire »."""
        return self._parts_in(_Words.of(text))

    def _names(self, text: str, single: bool) -> bool:
        return any(self._named_by(_Words.of(reading), single) for reading in self._readings(text))

    def _named_in_a_sentence(self, text: str, single: bool) -> bool:
        text = APART.join(_sentences(text))
        return self._names(self._of_pages.sub(APART, text) if self._of_pages else text, single)

    def _readings(self, text: str) -> Iterator[str]:
        """Yield a text as it is, then with each word whole that something cuts, if one is then of a name."""
        yield text
        whole = _Words.of(_CUT.sub("", " ".join({*_CUT_WORD.findall(text)})))
        of_a_name = any(word in self._every_word or word.strip(digits) in self._every_word for word in whole.each)
        if of_a_name or _UNSEEN_LETTER.search(text):
            yield _CUT.sub("", text)

    def _named_by(self, words: _Words, single: bool) -> bool:
        return self._sure.are_in(words) or (single and self._single.are_in(words)) or self._joined.are_in(words)

    def _doubted_by(self, words: _Words) -> bool:
        if self._doubtful.are_in(words) or self._sure.are_in(words.without(CIVILITIES)):
            return True
        return any(word.strip(digits) in self._glued for word in words.each if len(word) >= SHORTEST_PART)

    def _parts_in(self, words: _Words) -> int:
        return 0 if self._parts.isdisjoint(words.each) else sum(map(self._parts.__contains__, words.line.split()))

    def replaced(self, text: str) -> str:
        """Return the text with each whole name replaced; with nothing of it, when a name is hidden in one word."""
        result = "".join(map(self._without, _sentences(text)))
        return GONE if self.finds(result) else result

    def _without(self, text: str) -> str:
        words = [(match.start(), match.end(), folded_words(match.group())) for match in _WORD.finditer(text)]
        pieces, start, at = [], 0, 0
        while at < len(words):
            length = next(
                (size for size in range(self._sure.longest, 0, -1) if self._is_name(words[at : at + size], size)), 0
            )
            if length:
                pieces += [text[start : words[at][0]], GONE]
                start = words[at + length - 1][1]
            at += length or 1
        return "".join([*pieces, text[start:]])

    def masked(self, path: str) -> str:
        """Return the name of a file with no part of a person's name in it, nor two words that may be one."""
        bare = self.replaced(path) if self.finds(path) else path
        shown = _WORD.sub(lambda match: "…" if self._is_part(match.group()) else match.group(), bare)
        return _WORD.sub("…", shown) if self.doubted(shown) else shown

    def _is_part(self, word: str) -> bool:
        words = {*folded_words(word).split()}
        return bool(words & self._parts) or any(
            part in self._glued or part.strip(digits) in self._glued for part in words
        )

    def _is_name(self, words: list[tuple[int, int, str]], size: int) -> bool:
        return len(words) == size and tuple(part for _, _, word in words for part in word.split()) in self._sure.runs


def _sentences(text: str) -> Iterator[str]:
    """Yield the pieces of a text between which no name goes: « blanc. Rose », not « Martin, Zoé »."""
    start = 0
    for match in _STOP.finditer(text):
        if match[1].islower() or match[2].islower():
            yield text[start : match.end()]
            start = match.end()
    yield text[start:]


@dataclass(frozen=True)
class _Words:
    """The folded words of a text: in a line, a space before and behind each; and each of them once."""

    line: str
    each: Set[str]

    @classmethod
    def of(cls, text: str) -> _Words:
        """Read the words of a text."""
        words = folded_words(text)
        return cls(f" {words} ", {*words.split()})

    def without(self, others: Set[str]) -> _Words:
        """Return the same without some."""
        if others.isdisjoint(self.each):
            return self
        return _Words(f" {' '.join(word for word in self.line.split() if word not in others)} ", self.each - others)


class _Runs:
    """Runs of words to find in a text, as they are written and as a PDF draws them."""

    def __init__(self, runs: Iterable[Words]) -> None:
        self.runs = {drawn for run in runs for drawn in _as_drawn(run)}
        self.longest = max(map(len, self.runs), default=0)
        self.words = {word for run in self.runs for word in run}

    def are_in(self, words: _Words) -> bool:
        # Most texts have none of these words; few of the runs are made of those that one has.
        there = self.words.intersection(words.each)
        return bool(there) and any(there.issuperset(run) and f" {' '.join(run)} " in words.line for run in self.runs)


class _Joined:
    """Long words to find anywhere in a text whose spaces do not count."""

    def __init__(self, words: Iterable[str]) -> None:
        self._begun: dict[str, list[str]] = {}
        for word in words:
            self._begun.setdefault(word[:_SHORTEST_JOINED], []).append(word)

    def are_in(self, words: _Words) -> bool:
        text = words.line.replace(" ", "")
        return any(begun in text and any(word in text for word in self._begun[begun]) for begun in self._begun)


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


__all__ = ["GONE", "SHORTEST_PART", "Look", "NameSearch"]
