"""Les mots d'une ligne de la liste qui peuvent être ceux d'un nom, et ce que l'on sait de chacun.

What is known of names (capitals, particles, « CPE », « née ») only says where a word stands: nothing that was not
understood is left out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import takewhile

from liaison.base.letters import folded, unaccented
from liaison.personal.civility import is_civility, is_mark, joins_people, may_be_family
from liaison.personal.family_names import all_capitals, is_particle
from liaison.personal.function_words import kind_of

Words = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
# Letters that have no accent to take off, as who does not have them on a keyboard writes them; tatweel only stretches.
_WITHOUT = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "\u0640": ""}
_GLUE = set("-'\u2019\u02bc\u2010\u2011\u00b7")  # « Jean-Luc », « d'Alembert », « professeur·e »
_JOINED = {"Mn", "Mc", "Me", "Cf"}  # the signs of letters in Hindi, and what joins them in Persian
_PEOPLE = re.compile(r"[/&+]")
_ASIDE = re.compile(r"[,;|:(\[]|\s[-\u2013\u2014]\s")
_BACK = re.compile(r"[)\]]")
MOST_LEADING = 4  # words: « van der », « de la »
_ELSEWHERE = {"college", "lycee", "ecole", "etablissement", "academie", "commune", "ville", "mairie", "universite"}


@dataclass(frozen=True)
class NameWord:
    """A word of a line: « Jean-Luc » and « d'Alembert » are one, of two folded words.

    `before`: what stands before it and is no name: « née », « Mme »; `particles`: the last of those, « de La ».
    `leading`: what may be its particles: those, or what ends the word before it, « LE » of « LE GOFF-LE ROUX ».
    `aside`: which of the places behind a whole name and a sign it stands in, 0 for none.
    """

    text: str
    folded: Words
    before: Words = ()
    particles: Words = ()
    leading: Words = ()
    aside: int = 0
    doubtful: bool = False

    @property
    def own(self) -> Words:
        """The word with its particles: « de La Tour »."""
        return self.particles + self.folded

    @property
    def is_place(self) -> bool:
        """Whether it says that a place follows: « collège »."""
        return self.folded[0] in _ELSEWHERE

    @property
    def is_letter(self) -> bool:
        """Whether it is a single letter, perhaps an initial."""
        return len("".join(self.folded)) == 1


def name_words(line: str) -> list[NameWord]:
    """Return the words of a line that may be of a name: all but those of which nobody is called."""
    read = _Reading()
    texts = _split(line)
    for at, (gap, text) in enumerate(texts):
        before, after = texts[at - 1][1] if at else "", texts[at + 1][1] if at + 1 < len(texts) else ""
        read.gap(gap)
        read.word(before, text, after)
    capital = sum(not word.text.islower() for word in read.names if not word.doubtful)
    return [replace(word, doubtful=True) if word.text.islower() and capital > 1 else word for word in read.names]


def folded_words(text: str) -> str:
    """Return the words of a text, folded, as who lacks « ł » writes them, with nothing between but a space."""
    plain = folded(text)
    if not plain.isascii():
        for letter, written in _WITHOUT.items():  # one look per letter: `translate` takes a look per sign
            plain = plain.replace(letter, written)
    return " ".join(_WORD.findall(plain))


class _Reading:
    """A line while it is read: the words of its names so far, and where the next one stands."""

    def __init__(self) -> None:
        self._named: list[NameWord] = []
        self._letters: list[NameWord] = []  # « Zoé O »: a name where there is no longer one
        self._before: Words = ()
        self._ending: Words = ()  # of the word before, « LE » of « LE GOFF-LE ROUX »
        self._aside = self._asides = 0
        self._beyond = False  # behind a whole name, then a function or a place: « collège Jean Moulin »
        self._head = True

    @property
    def names(self) -> list[NameWord]:
        """The words of its names; a single letter is surely one when there are no two without it."""
        alone = len(self._named) < 2
        return [*self._named, *(replace(letter, doubtful=not alone) for letter in self._letters)]

    def gap(self, gap: str) -> None:
        """Read what stands before a word."""
        if _PEOPLE.search(gap) or _BACK.search(gap):
            self._somebody()
        if _ASIDE.search(gap):
            self._head = True
            if self._is_whole():
                self._asides += 1
                self._aside = self._asides

    def word(self, before: str, text: str, after: str) -> None:
        """Read a word, between two others."""
        words = tuple(folded_words(text).split())
        if not words:  # a sign that only stretches a letter
            return
        place = words[0] in _ELSEWHERE
        title = is_civility(text, head=self._head)
        if joins_people(text):
            self._somebody()
        elif kind_of("", text, "") == "apart":  # « CPE »: nobody is called so
            self._beyond = self._beyond or self._is_whole()
        elif is_mark(text) or (title and not may_be_family(text)) or _leads(text, after):
            self._before += words
        elif len("".join(words)) == 1:
            self._letters.append(NameWord(text, words))
            self._before += words
        elif not text.isdecimal():
            doubtful = self._beyond or place or title or kind_of(before, text, after) != "name"
            self._beyond = self._beyond or (place and self._is_whole())
            leading = led_by((*self._ending, *self._before))
            particles = _particles(self._before)
            self._named.append(NameWord(text, words, self._before, particles, leading, self._aside, doubtful))
            self._before, self._ending, self._head = (), led_by(words[1:]), False

    def _somebody(self) -> None:
        self._aside, self._beyond, self._head = 0, False, True

    def _is_whole(self) -> bool:
        return sum(not word.doubtful for word in self._named) > 1


def led_by(words: Words) -> Words:
    """Return what ends these words and may lead a name on: particles, single letters, « d » of « d'Alembert »."""
    leading = takewhile(lambda word: len(word) == 1 or is_particle(word), reversed(words[-MOST_LEADING:]))
    return words[len(words) - len([*leading]) :]


def _particles(before: Words) -> Words:
    return before[len(before) - len([*takewhile(is_particle, reversed(before))]) :]


def _leads(text: str, following: str) -> bool:
    """Whether a word is the particle of the one after it: « LE » is in « LE GOFF », not in « LE Minh »."""
    turned = all_capitals([text]) and not all_capitals([following])
    return is_particle(text) and (text.islower() or (bool(following) and not turned))


def _split(line: str) -> list[tuple[str, str]]:
    """Return the words of a line, each with what stands between it and the one before; a hyphen joins, a dot parts."""
    plain, words, end = unaccented(line), list[tuple[str, str]](), 0
    for match in _WORD.finditer(plain):
        gap = plain[end : match.start()]
        glued = bool(words and gap) and all(sign in _GLUE or unicodedata.category(sign) in _JOINED for sign in gap)
        text = match.group()
        if glued and not _contrast(words[-1][1], text):
            words[-1] = (words[-1][0], words[-1][1] + gap + text)
        else:
            words.append((gap, text))
        end = match.end()
    return words


def _contrast(word: str, other: str) -> bool:
    """Whether one of two words is in capitals: « MARTIN-Zoé » is two, « D'HONT » is one."""
    return min(len(word), len(other)) > 1 and all_capitals([word]) != all_capitals([other])


__all__ = ["NameWord", "Words", "folded_words", "led_by", "name_words"]
