"""Ce qui se cherche d'une ligne de la liste : ses mots deux à deux, que l'on ait compris ou non ce qu'elle a d'autre.

What is known of a line only says which of two words next to each other are surely a name, and which are for a person to
look at. No pair of words is dropped because a word was not understood.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from liaison.personal.civility import civil
from liaison.personal.family_names import LONGEST_ACRONYM, all_capitals, is_particle
from liaison.training.purge.line_words import NameWord, Words, folded_words, led_by, name_words


@dataclass(frozen=True)
class Sought:
    """What to look for of a line, as runs of folded words.

    `sure`: a whole name. `civil`: a civility and the only word of a name that is known. `single`: that word, too common
    to be looked for everywhere. `doubtful`: two words of the line, perhaps those of a name. `parts`: the words of its
    names. `whole`: it has two.
    """

    sure: frozenset[Words]
    civil: frozenset[Words]
    doubtful: frozenset[Words]
    single: frozenset[Words]
    parts: frozenset[str]
    whole: bool


def sought_of(line: str, family: str = "") -> Sought:
    """Return what to look for of the people of a line; `family`: the family name that was read in it, if one was."""
    words = name_words(line)
    pairs = [(*pair, _is_sure(*pair, _families(words, family))) for pair in combinations(words, 2)]
    sure = {run for word, other, certain in pairs if certain for run in _runs(word, other)}
    doubtful = {run for word, other, certain in pairs for run in _looser_runs(word, other)}
    doubtful |= {run for word, other, certain in pairs if not certain for run in _runs(word, other)}
    doubtful |= {word.folded[::-1] for word in words if len(word.folded) > 1}  # « Martin-Zoé »
    single = {words[0].own} if len(words) == 1 and _is_one(words[0]) else set[Words]()
    titled = frozenset(tuple(name.split()) for run in single for name in civil(" ".join(run)))
    known = _is_known(words)
    if known or [word for word in words if len(words) == 1 and not word.doubtful]:
        sure |= {turn for turn in _turns(sum((word.own for word in words), ())) if len(turn) > 1 and not single}
    parts = frozenset(part for word in words if not word.is_place for part in word.folded)
    whole = known and sum(not word.is_letter for word in words) > 1
    return Sought(frozenset(sure), titled, frozenset(doubtful - sure), frozenset(single), parts, whole)


def _turns(name: Words) -> Iterator[Words]:
    """Yield a name backwards, then read from each of its words: « Anne Marie Fictive », « Fictive Anne Marie »…"""
    yield name[::-1]
    for at in range(len(name)):
        yield name[at:] + name[:at]


def _runs(word: NameWord, other: NameWord) -> Iterator[Words]:
    for first, second in ((word, other), (other, word)):
        for begun in _joinings(first):
            yield from (begun + following for following in _joinings(second))
        yield first.own + second.before + second.folded  # « Sophie née Martin »


def _joinings(word: NameWord) -> set[Words]:
    """Return a word as it is, and with what joins it left out: « OBrien », « JeanLuc », « LeGoff »."""
    joined = ("".join(word.folded),)
    return {word.own, word.particles + joined, ("".join(word.own),)}


def _looser_runs(word: NameWord, other: NameWord) -> Iterator[Words]:
    """Yield the same with less before them, and with one of the two names of « Jean-Luc »: others may be called so."""
    for first, second in ((word, other), (other, word)):
        for part in _loosely(first):
            for following in _loosely(second):
                yield part + following


def _loosely(word: NameWord) -> Iterator[Words]:
    yield from (word.before[at:] + word.folded for at in range(len(word.before) + 1))
    yield from _each_of_its_names((*word.leading, *word.folded))


def _each_of_its_names(words: Words) -> Iterator[Words]:
    """Yield each name of « d'Artagnan-Morel », with what leads it or without, as they are and joined: « Dartagnan »."""
    for at, part in enumerate(words):
        if len(part) > 1 and not is_particle(part):
            for start in range(at - len(led_by(words[:at])), at + 1):
                run = words[start : at + 1]
                yield from (run, ("".join(run),))


def _is_one(word: NameWord) -> bool:
    return len(word.folded) == 1 and not (word.is_letter or word.doubtful)


def _is_known(words: list[NameWord]) -> bool:
    """Whether a line has two words of a name: « Luc Principal », where one may be a function, not « Collège Hugo »."""
    surely = sum(not word.doubtful for word in words)
    return surely > 1 or (surely == 1 and len(words) == 2 and not any(word.is_place for word in words))


def _families(words: list[NameWord], family: str) -> set[NameWord]:
    """Return the words that are surely of a family name, none when a short acronym is all that says so."""
    read = {*folded_words(family).split()}
    capitals = {word for word in words if all_capitals([word.text]) or {*word.folded} <= read}
    return capitals if any(len("".join(word.folded)) > LONGEST_ACRONYM for word in capitals) else set()


def _is_sure(word: NameWord, other: NameWord, families: set[NameWord]) -> bool:
    """Whether two words of a line that follow each other in a text are surely a name, and not « Anne Marie »."""
    if word.doubtful or other.doubtful:
        return False
    contrast = (word in families) != (other in families)
    if word.aside and word.aside == other.aside:  # « Zoé Martin (Jean Moulin) »: a place, or somebody
        return contrast
    return contrast or word in families or not families


__all__ = ["Sought", "sought_of"]
