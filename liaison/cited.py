"""Les règles qu'un document cite : leur pastille dans la phrase, leur source numérotée en fin de texte."""

from __future__ import annotations

import datetime as dt

from liaison.documents import Badge, Block, Part, Source, heading
from liaison.rules import Rule, RuleError, rule

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


class Sources:
    """The rules that a document has cited, numbered in the order in which they are first cited."""

    def __init__(self, on: dt.date) -> None:
        self._on = on
        self._cited: list[Rule] = []

    def find(self, name: str) -> Rule | None:
        """Return the rule as it holds that day, or None: the document then says nothing that rests on it."""
        try:
            return rule(name, self._on)
        except RuleError:
            return None

    def badge(self, found: Rule) -> Badge:
        """Return the badge of a rule, which leads to its source at the end of the document."""
        if found not in self._cited:
            self._cited.append(found)
        return Badge(nature=found.kind, source=self._cited.index(found) + 1)

    def stated(self, found: Rule | None) -> tuple[Part, ...]:
        """Return a rule as a sentence in its own words, with its badge; nothing where there is no rule."""
        return () if found is None else (f"{found.label}. ", self.badge(found), " ")

    def section(self) -> list[Block]:
        """Return the last section of the document, a source for each rule cited; nothing when none is."""
        listed = [
            Source(number=number, nature=cited.kind, parts=source_words(cited))
            for number, cited in enumerate(self._cited, start=1)
        ]
        return [heading(1, "Sources"), *listed] if listed else []


CHOICE = Badge(nature="charte")


def source_words(cited: Rule) -> str:
    """Return where a rule can be read: what it is about, title, article, date, reservation, day it was checked."""
    reference = cited.reference
    article = f", {reference.article}" if reference.article else ""
    note = f" {reference.note}" if reference.note else ""
    # A practice or an assumption is not in force: it is what is retained from that day.
    holds = "En vigueur" if cited.kind in {"loi", "reglement", "circulaire"} else "Retenu"
    return (
        f"{cited.label} : {reference.title}{article}. {holds} depuis le {long_date(cited.since)}.{note} "
        f"Lu le {long_date(cited.checked_on)}."
    )


def long_date(day: dt.date) -> str:
    """Return a date in words: "1er septembre 2026"."""
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"
