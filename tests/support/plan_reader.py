"""Qui lit le rapport d'un plan comme un texte : ce que ses nombres disent d'un diagnostic des mêmes familles.

Nothing of `liaison.support.papers.beside_diagnosis` is used, nor of what the plan holds: the numbers are those that are
written. A reader takes who hands a coupon for who ticked the box. All coupons ask for a loan or a workshop.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Iterator

import numpy as np
from diagnostic.independent_reader import Facts, Known

from liaison.documents import to_html
from liaison.support.papers.council_report import council_report
from liaison.support.plan.plan import Plan

LOANS = {"Ordinateurs": "ordinateur", "Clés 4G": "cle_internet"}
OPENED = re.compile(r"(\d+) ateliers? à ouvrir")
COUPONS = re.compile(r"(\d+) familles? ont remis un coupon")
OUTCOME = re.compile(r"^((?:n'ont|ont|attendent)\b.*)\n(\d+|caché)$", re.MULTILINE)
NOT_ASKING = "n'ont pas demandé d'atelier"
PLACED = "ont une place"
NO_MOMENT = "n'ont pas de créneau : pas de créneau au bon moment"
HIDDEN = "caché"
ALL_HIDDEN = "ces nombres ne sortent pas de l'équipe"


def text_of(plan: Plan) -> str:
    """Return the words of the report, one line for each piece of text."""
    page = re.sub(r"<style.*?</style>", "", to_html(council_report(plan, "Collège fictif")), flags=re.DOTALL)
    words = re.sub(r"\s*\n\s*", "\n", html.unescape(re.sub(r"<[^>]+>", "\n", page)))
    return re.sub(r"[\u00a0\u202f]", " ", words).replace("’", "'")


def told_by(text: str, moments: Collection[str] = ()) -> Iterator[Known]:
    """Yield what is known of the families, from the words of a report; `moments`: those that have a slot."""
    found = COUPONS.search(text)
    every = int(found[1]) if found else None
    if every is not None:
        yield (lambda way: _asks(way, "pret") or _asks(way, "atelier")), every, every
    for words, box in LOANS.items():
        line = re.search(rf"^{words}\n\d+\n(\d+)\n(\d+)(?:\n(\d+))?$", text, re.MULTILINE)
        if line:
            asking = int(line[1]) + int(line[2])
            yield ticking(box), asking, asking
    outcomes = dict(OUTCOME.findall(text))
    without = outcomes.pop(NOT_ASKING, HIDDEN)
    if every is not None and without != HIDDEN:
        yield (lambda way: not _asks(way, "atelier") and _asks(way, "pret")), int(without), int(without)
    asking = sum(int(count) for count in outcomes.values() if count != HIDDEN)
    hidden = sum(count == HIDDEN for count in outcomes.values())
    # Of very few coupons nothing is told, not even what nobody has; of others, a hidden outcome has somebody.
    more = hidden if hidden < len(outcomes) else 0
    yield (lambda way: _asks(way, "atelier")), asking + more, (np.inf if hidden or ALL_HIDDEN in text else asking)
    if more < hidden or not moments or ALL_HIDDEN in text:
        pass  # of all, nothing is said
    elif hidden == 0 or more:
        closed = outcomes.pop(NO_MOMENT, "0")
        if closed != HIDDEN:
            yield left_out(moments), int(closed), int(closed)
        served = [int(count) for count in outcomes.values() if count != HIDDEN]
        least = sum(served) + len(outcomes) - len(served)
        if outcomes.get(PLACED) == HIDDEN and (opened := OPENED.search(text)):
            least += max(int(opened[1]) - 1, 0)
        yield coming(moments), least, (least if len(served) == len(outcomes) else np.inf)
    if moments and (opened := OPENED.search(text)):
        yield coming(moments), int(opened[1]), np.inf


def coming(moments: Collection[str]) -> Callable[[Facts], float]:
    """Who could come at one of these moments."""
    return lambda way: any(way.get(("atelier", each)) == "coche" for each in moments)


def left_out(moments: Collection[str]) -> Callable[[Facts], float]:
    """Who asks for a workshop, and could come at none of these moments."""
    return lambda way: _asks(way, "atelier") and not coming(moments)(way)


def ticking(box: str) -> Callable[[Facts], float]:
    return lambda way: way.get(("pret", box)) == "coche"


def _asks(way: Facts, question: str) -> bool:
    return any(one == question and part != "aucun" and value == "coche" for (one, part), value in way.items())


__all__ = [
    "ALL_HIDDEN",
    "HIDDEN",
    "LOANS",
    "NOT_ASKING",
    "NO_MOMENT",
    "OPENED",
    "OUTCOME",
    "PLACED",
    "coming",
    "left_out",
    "text_of",
    "ticking",
    "told_by",
]
