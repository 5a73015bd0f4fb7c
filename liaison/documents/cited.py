"""Les règles qu'un document cite : leur pastille dans la phrase, leur source numérotée en fin de texte."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from liaison.base.sentences import french_beside
from liaison.base.words import long_date
from liaison.documents import Block, NatureBadge, Part, Source, Text, heading
from liaison.rules import Rule, RuleError, provenance, rule

phrase = french_beside(__file__)
REPORTED = f" ({phrase('rapporte')})"


class Sources:
    """The rules that a paper has cited, numbered in the order in which they are first cited.

    `paper` is its rank among the papers of one document.
    """

    def __init__(self, on: dt.date, paper: int = 1) -> None:
        self._on = on
        self._paper = paper
        self._cited: list[Rule] = []

    def find(self, name: str) -> Rule | None:
        """Return the rule as it holds that day, or None: the document then says nothing that rests on it."""
        try:
            return rule(name, self._on)
        except RuleError:
            return None

    def badge(self, cited: Rule) -> NatureBadge:
        """Return the badge of a rule, which leads to its source at the end of the document."""
        if cited not in self._cited:
            self._cited.append(cited)
        return NatureBadge(nature=cited.kind, source=self._cited.index(cited) + 1, paper=self._paper)

    def stated(self, stated_rule: Rule | None) -> tuple[Part, ...]:
        """Return a rule as a sentence in its own words, with its badge; nothing where there is no rule.

        A text that nobody here read is said to be reported beside the sentence too, not only among the sources.
        """
        if stated_rule is None:
            return ()
        return (f"{stated_rule.label}. ", *self.marked(stated_rule), " ")

    def marked(self, cited: Rule) -> tuple[Part, ...]:
        """Return the badge of a rule, and beside it that its text is only reported, where nobody here read it."""
        return (self.badge(cited), *filter(None, [_beside(cited)]))

    def section(self) -> list[Block]:
        """Return the last section of the document, a source for each rule cited; nothing when none is."""
        listed = [
            Source(number=number, nature=cited.kind, parts=_source_parts(cited), paper=self._paper)
            for number, cited in enumerate(self._cited, start=1)
        ]
        return [heading(1, phrase("sources")), *listed] if listed else []


def _beside(cited: Rule) -> str:
    return REPORTED if cited.reference.known == "rapporte" else ""


def gathered(parts: Sequence[Part]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return the words of a statement without its badges, then these, each once, for the column beside.

    That a text is only reported stays beside its badge.
    """
    words = list[Part]()
    badges = dict[NatureBadge, str]()
    for part in parts:
        if isinstance(part, NatureBadge):
            badges.setdefault(part, "")
        elif part == REPORTED and badges:
            badges[next(reversed(badges))] = REPORTED
        elif part != " " or badges == {}:
            words.append(part)
    marks: list[Part] = []
    for number, (badge, reported) in enumerate(badges.items()):
        marks += [" "] * bool(number) + [badge] + [reported] * bool(reported)
    return tuple(words), tuple(marks)


CHOICE = NatureBadge(nature="charte")


def source_words(cited: Rule) -> str:
    """Return what a rule is about and where it comes from."""
    return phrase("regle-et-source", label=cited.label, source=provenance(cited))


def _source_parts(cited: Rule) -> tuple[Part, ...]:
    """Return the words of a source, then its address in full: a document is also read on paper."""
    address = cited.reference.url or cited.reference.reported_url
    words = source_words(cited)
    return (f"{words} ", Text(text=address, link=address)) if address else (words,)


def day_words(on: dt.date, fictitious: bool) -> str:
    """Return the day that a paper bears: a fiction has that of its scenario, which is not the one it is printed on."""
    day = long_date(on)
    return phrase("jour-du-scenario", day=day) if fictitious else day


__all__ = ["CHOICE", "Sources", "day_words", "gathered", "long_date", "source_words"]
