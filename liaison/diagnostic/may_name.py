"""Ce qui peut nommer quelqu'un : un mot qu'aucune liste de mots courants ne connaît, ou deux mots écrits comme un nom.

A list of names never knows them all: those of a school come from everywhere. So it is the other way round: what is
known is common words, and any other word may be a name until a person says otherwise. A word of both (« Petit »,
« Boulanger ») is told by what is beside it: a civil title, a first name, a title of column that asks who.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path

from liaison.base.yaml_text import read_yaml
from liaison.diagnostic.questionnaire import SUITE
from liaison.diagnostic.widespread_names import is_widespread_name
from liaison.diagnostic.wording import NO_WORDS, YES_WORDS, key, normal, sentences_of

_FILE = Path(__file__).parent / "common_words.yaml"
_WORD = re.compile(r"[^\W\d_]+")
_SEEN = 50  # how often the list says of a word that it only knows: names stand among those
_SHORT = 3  # letters that stand against a digit: « 4G », « 6ème », « CM1 »
_NO_ACCENT = str.maketrans("àâäçéèêëîïôöùûüÿ", "aaaceeeeiioouuuy")


def may_name(answer: str) -> bool:
    """Return whether an answer may name somebody: who it is made from knows, this only knows common words."""
    if key(answer) in _phrases():
        return False
    found = [each for each in _WORD.finditer(_composed(answer)) if not _is_counted(answer, each)]
    words = [each[0] for each in found]
    if not words:
        return False
    if any(not _is_common(word) for word in words):
        return True
    if is_widespread_name(" ".join(words)) or (len(words) > 1 and any(map(_is_civil, words))):
        return True
    if not any(len(word) > 1 for word in words):
        return len(words) > 1  # « A » is an answer, « A. B. » somebody
    named = [word for word in words if word.lower() not in _grammar()[_PARTICLES]]
    return any(map(_are_a_name, *zip(*pairwise(named), strict=True))) if len(named) > 1 else False


def asks_who(title: str) -> bool:
    """Return whether a title asks for a person, in the languages of families."""
    return bool(set(normal(title).split()) & _grammar()[_PERSONS])


def may_name_who(answer: str) -> bool:
    """Return whether an answer to a title that asks who may name somebody: a bare word is a surname there."""
    words = [word.lower() for word in _WORD.findall(_composed(answer))]
    known = _grammar()[_NOBODY] | _grammar()[_PARTICLES]
    return may_name(answer) or (bool(words) and key(answer) not in _phrases() and known.isdisjoint(words))


def title_may_name(title: str) -> bool:
    """Return whether a title of a question may name somebody: a capital within the sentence, on no common word."""
    if title.isupper():
        return False
    words = [(each[0], title[: each.start()].rstrip()[-1:]) for each in _WORD.finditer(_composed(title))]
    within = [word for word, before in words[1:] if before not in ".?!:" and word[0].isupper() and not word.isupper()]
    return any(not _is_common(word) or is_widespread_name(word) for word in within) or any(
        _is_civil(word) and other[0].isupper() for (word, _), (other, _) in pairwise(words)
    )


_PARTICLES, _PERSONS, _NOBODY, _CIVIL, _COMMON = "particles", "persons", "nobody", "civil", "common"


def _are_a_name(one: str, other: str) -> bool:
    """Return whether two words beside one another are written as a name: both with a capital, neither of grammar."""
    if {one.lower(), other.lower()} & (_grammar()[_NOBODY] | _grammar()[_COMMON]):
        return False
    # « Groupe A » is a group, « R. Petit » somebody.
    if len(other) == 1:
        return is_widespread_name(one)
    return one[0].isupper() and other[0].isupper()


def _is_civil(word: str) -> bool:
    return word.lower() in _grammar()[_CIVIL] or word in ("M", "Me")


def _is_counted(text: str, found: re.Match[str]) -> bool:
    """Return whether letters belong to a number: « 4G », « 18h », « CM1 »."""
    around = text[max(found.start() - 1, 0) : found.start()] + text[found.end() : found.end() + 1]
    return len(found[0]) <= _SHORT and any(sign.isdigit() for sign in around)


def _is_common(word: str) -> bool:
    small = word.lower()
    return len(small) == 1 or small in _common() or small in _grammar()[_COMMON]


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@cache
def _phrases() -> frozenset[str]:
    """What the questionnaire of the suite says, in every language, and how forms write yes and no."""
    said = (each for own in sentences_of(SUITE).values() for each in own)
    return frozenset(map(key, (*said, *YES_WORDS, *NO_WORDS)))


@cache
def _grammar() -> dict[str, frozenset[str]]:
    read = read_yaml(_FILE.read_text(encoding="utf-8"), ours=True)
    assert isinstance(read, dict)
    return {name: frozenset(str(words).split()) for name, words in read.items()}


@cache
def _common() -> frozenset[str]:
    """The common words of French, also as they are written without accents."""
    from spellchecker import SpellChecker

    counted = SpellChecker(language="fr").word_frequency.dictionary
    words = {word for word, times in counted.items() if times > _SEEN}
    return frozenset(words | {word.translate(_NO_ACCENT) for word in words})


__all__ = ["asks_who", "may_name", "may_name_who", "title_may_name"]
