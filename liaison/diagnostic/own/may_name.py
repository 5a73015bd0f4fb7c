"""Ce qui peut nommer quelqu'un : un mot qu'aucune liste de mots courants ne connaît, ou des mots écrits comme un nom.

A list of names never knows them all: those of a school come from everywhere. So it is the other way round: what is
known is common words, and any other word may be a name until a person says otherwise. A word of both (« Petit »,
« Boulanger ») is told by what is beside it: a civil title, a relative, an initial, another capital, the other answers,
a title of column that asks who. None of this is sure: what is published of a form has been read by a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from liaison.base.letters import key, normal
from liaison.base.yaml_text import read_yaml
from liaison.base.yes_no import NO_WORDS, YES_WORDS
from liaison.diagnostic.questionnaire.questionnaire import SUITE
from liaison.diagnostic.reading.wording import sentences_of
from liaison.personal.civility import BEFORE_A_NAME
from liaison.personal.family_names import PARTICLES
from liaison.personal.widespread_names import is_widespread_name
from liaison.school.lists.cells import ALL_LEVELS

_FILE = Path(__file__).parent / "common_words.yaml"
_LETTERS = re.compile(r"[^\W\d_]+")
_SEEN = 50  # how often the list says of a word that it only knows: names stand among those
_SHORT = 3  # letters that stand against a digit: « 4G », « 6ème », « CM1 »
_MOSTLY = 0.6  # des mots d'un titre : ceux d'une langue voisine (espagnol, portugais) en ont moins de communs avec elle
_NAMED = 2  # answers that are names, when they are half of all: the others are names as well
_NO_ACCENT = str.maketrans("àâäçéèêëîïôöùûüÿ", "aaaceeeeiioouuuy")
_ELIDED = "'’-"  # after one letter: « l'école », « T-shirt », « a-t-il »
_PARTICLES, _PERSONS, _NOBODY, _CIVIL, _COMMON = "particles", "persons", "nobody", "civil", "common"
_RELATIVES, _BEFORE, _SETS = "relatives", "before", "sets"


class _Word(NamedTuple):
    """A word of a text: `after`, the sign that follows; `counted`, whether it belongs to a number: « 4G », « CM1 »."""

    text: str
    after: str
    counted: bool
    begins: bool

    @property
    def small(self) -> str:
        return self.text.lower()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    def is_of(self, *lists: str) -> bool:
        """Return whether a list of the file has this word, with or without its accents."""
        return any({self.small, normal(self.text)} & _grammar()[name] for name in lists)


def may_name(answer: str) -> bool:
    """Return whether an answer may name somebody: who it is made from knows, this only knows common words."""
    every = _words(answer)
    words = [word for word in every if not word.counted]
    if not words or key(answer) in _phrases():
        return False
    if not any(len(word.text) > 1 for word in words):
        return len(words) > 1  # « A » is an answer, « A. B. » somebody
    return (
        _is_unknown(words)
        or is_widespread_name(" ".join(word.text for word in words))
        or (len(words) > 1 and any(map(_is_civil, words)))
        or _has_initial(every)
        or _follows_somebody(words)
        or any(map(_are_a_name, *_pairs(every)))
    )


def asks_who(title: str) -> bool:
    """Return whether a title asks for a person, in the languages of families."""
    return bool(set(normal(title).split()) & _grammar()[_PERSONS])


def may_name_who(answer: str) -> bool:
    """Return whether an answer to a title that asks who may name somebody: a bare word is a surname there."""
    if key(answer) in _phrases():
        return False
    # « Le Grand », « De Vos »: what begins with a capital within an answer is no word of grammar.
    uncounted = [
        word for rank, word in enumerate(_words(answer)) if not word.counted and not (rank and word.is_capital)
    ]
    others = [word for word in _words(answer) if word not in uncounted and not word.counted]
    bare = [word for word in uncounted if not word.is_of(_NOBODY, _RELATIVES, _PERSONS, _PARTICLES)]
    somebody = not any(word.is_of(_NOBODY, _RELATIVES) for word in uncounted)
    return may_name(answer) or any(len(word.text) > 1 for word in others) or (somebody and bool(bare))


def title_may_name(title: str) -> bool:
    """Return whether a title of a question may name somebody; its words are all looked at alike."""
    every = _words(title)
    words = [word for word in every if not word.counted]
    if not words or key(title) in _phrases():
        return False
    return (
        _is_unknown(words)
        or any(word.is_capital and not title.isupper() and _is_known_name(word) for word in words)
        or any(_is_civil(word) and _ends_a_name(other, title) for word, other in pairwise(words))
        or _has_initial(every)
        or _follows_somebody(words)
        or any(
            word.is_of(_BEFORE) and (_is_known_name(other) or (other.is_capital and _ends_a_name(other, title)))
            for word, other in pairwise(words)
        )
    )


def are_names(answers: Sequence[str]) -> bool:
    """Return whether the answers to a question are names of persons, most of them: then the others may be."""
    own = [answer for answer in answers if key(answer) not in _phrases()]
    named = sum(any(map(_is_known_name, _words(answer))) for answer in own)
    return named >= _NAMED and 2 * named >= len(own)


def is_said_by_the_suite(answer: str) -> bool:
    """Return whether an answer is one that the questionnaire of the suite proposes, or a yes or a no."""
    return key(answer) in _phrases()


def is_in_french(text: str) -> bool:
    """Return whether a text seems to be in French: most of its words are common there; one without words may be."""
    words = [word for word in _words(text.replace("_", " ")) if not word.counted and len(word.text) > 1]
    return sum(not _is_unknown([word]) for word in words) >= _MOSTLY * len(words)


def _words(text: str) -> list[_Word]:
    composed = unicodedata.normalize("NFC", text)
    words = []
    for each in _LETTERS.finditer(composed):
        before, after = composed[: each.start()], composed[each.end() : each.end() + 1]
        counted = len(each[0]) <= _SHORT and any(sign.isdigit() for sign in before[-1:] + after)
        words.append(_Word(each[0], after, counted, before.rstrip()[-1:] in ("", *".?!:")))
    return words


def _is_unknown(words: Iterable[_Word]) -> bool:
    return not all(len(word.text) == 1 or word.small in _common() or word.is_of(_COMMON) for word in words)


def _is_known_name(word: _Word) -> bool:
    return len(word.text) > 1 and is_widespread_name(word.text) and not word.is_of(_NOBODY, _RELATIVES, _PARTICLES)


def _pairs(words: Sequence[_Word]) -> tuple[list[_Word], list[_Word]]:
    """Return the words that stand beside one another, small particles left out."""
    named = [word for word in words if word.is_capital or not word.is_of(_PARTICLES)]
    return named[:-1], named[1:]


def _are_a_name(first: _Word, other: _Word) -> bool:
    """Return whether two words beside one another are written as a name: both with a capital, neither of grammar."""
    if len(other.text) == 1 or (first.is_of(_NOBODY) and not first.counted) or other.is_of(_NOBODY, _COMMON):
        return False
    # « Classe Rocher » is a class, and is called after somebody.
    return first.is_capital and other.is_capital and len(first.text) > 1


def _has_initial(words: Sequence[_Word]) -> bool:
    """Return whether an initial stands beside a word that is neither of grammar nor of a set: « Petit A. »."""
    return any(
        (_is_initial(first) and _is_named(other, first)) or (_is_initial(other) and _is_named(first, other))
        for first, other in pairwise(words)
    )


def _is_initial(word: _Word) -> bool:
    is_letter = len(word.text) == 1 and not word.counted and word.after not in tuple(_ELIDED)
    return is_letter and word.text not in ("À", "à", "Ô") and (word.is_capital or word.after == ".")


def _is_named(word: _Word, initial: _Word) -> bool:
    # « A pied » is a way, « Groupe A » a group.
    if word.counted or len(word.text) == 1 or word.is_of(_SETS, _PARTICLES):
        return False
    return initial.after == "." or (not word.is_of(_NOBODY) and (word.is_capital or _is_known_name(word)))


def _follows_somebody(words: Sequence[_Word]) -> bool:
    """Return whether a name stands after a word for a person: « La maman de Charlotte », « maître Blanc »."""
    bare = [word for word in words if not word.is_of(_PARTICLES)]
    shouted = all(word.text.isupper() for word in words)
    return any(
        first.is_of(_RELATIVES, _PERSONS)
        and not other.begins
        and not other.is_of(_NOBODY, _RELATIVES, _PERSONS, _COMMON)
        and (_is_known_name(other) or (other.is_capital and not shouted))
        for first, other in pairwise(bare)
    )


def _ends_a_name(word: _Word, title: str) -> bool:
    return not word.is_of(_NOBODY, _COMMON) and not (title.isupper() and word.is_of(_PARTICLES))


def _is_civil(word: _Word) -> bool:
    return word.is_of(_CIVIL) or word.text in ("M", "Me") or (word.text == "m" and word.after == ".")


@cache
def _phrases() -> frozenset[str]:
    """What the questionnaire of the suite says in each language, how forms write yes and no, and levels of schools."""
    sentences = (each for own in sentences_of(SUITE).values() for each in own)
    return frozenset(map(key, (*sentences, *YES_WORDS, *NO_WORDS, *ALL_LEVELS)))


@cache
def _grammar() -> dict[str, frozenset[str]]:
    read = read_yaml(_FILE.read_text(encoding="utf-8"), ours=True)
    assert isinstance(read, dict)
    lists = {name: frozenset(str(words).split()) for name, words in read.items()} | {_CIVIL: BEFORE_A_NAME}
    lists[_PARTICLES] |= PARTICLES
    levels = {word for level in ALL_LEVELS for word in _LETTERS.findall(level.lower())}
    return lists | {name: lists[name] | levels for name in (_COMMON, _SETS)}


@cache
def _common() -> frozenset[str]:
    """The common words of French, also as they are written without accents."""
    from spellchecker import SpellChecker

    counted = SpellChecker(language="fr").word_frequency.dictionary
    words = {word for word, times in counted.items() if times > _SEEN}
    return frozenset(words | {word.translate(_NO_ACCENT) for word in words})


__all__ = [
    "are_names",
    "asks_who",
    "is_in_french",
    "is_said_by_the_suite",
    "may_name",
    "may_name_who",
    "title_may_name",
]
