"""Les dessins du rapport pour le conseil : qui reçoit un prêt, ce que deviennent les demandes d'atelier, le coût.

Each is drawn of the lines of the table under it, and of nothing else: what the table hides has no bar, and a title
speaks of what the table shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from liaison.base.numbers import euros
from liaison.base.sentences import french_beside
from liaison.base.words import joined, lower_first
from liaison.diagnostic.papers.number_words import count_words, missing
from liaison.documents import Bar, Block, bars, bold, paragraph
from liaison.support.papers.published import item_words
from liaison.support.plan.costs import Costs
from liaison.support.vocabulary import families

phrase = french_beside(__file__)


def loans_drawn(lines: pd.DataFrame) -> list[Block]:
    """Return, of the families that ask for each item, how many are lent one; nothing where all is hidden.

    `lines`: of `PublishedPlan.loans`, those of the table.
    """
    rows: list[Any] = list(lines.itertuples())
    public = [row for row in rows if not missing(row.servies)]
    if not public:
        return []
    most = max(public, key=lambda row: int(row.attente))
    first, *others = (item_words(row.objet) for row in public)
    title = (
        phrase(
            "restent-sans", item=item_words(most.objet), n=int(most.attente), asking=int(most.servies + most.attente)
        )
        if most.attente
        else phrase("chacune-en-recoit", items=joined([first, *map(lower_first, others)]))
    )
    drawn = [_part_of(item_words(row.objet), row.servies, row.attente, main=row is most) for row in rows]
    return _under(title, drawn, phrase("servies-sur-demandes"))


def _part_of(label: str, part: Any, rest: Any, *, main: bool) -> Bar:
    if missing(part):
        return Bar(label=label, count=None)
    count, whole = int(part), int(part + rest)
    return Bar(label=label, count=count, of=whole, said=phrase("sur", count=count, whole=whole), main=main)


def outcomes_drawn(lines: Sequence[tuple[str, Any]]) -> list[Block]:
    """Return what becomes of the families that ask for a workshop; nothing where all is hidden.

    `lines`: what becomes of them, in words (« ont une place »), and how many they are; missing where hidden.
    """
    counts = {words: int(count) for words, count in lines if not missing(count)}
    if not counts:
        return []
    most = max(counts, key=lambda words: counts[words])
    title = (
        phrase("sur-les-demandes", families=families(sum(counts.values())), n=counts[most], outcome=most)
        if len(counts) == len(lines)
        else phrase("de-ceux-qui-se-disent", n=counts[most], outcome=most)
    )
    drawn = [
        Bar(label=words, count=counts.get(words), said=count_words(count), main=words == most) for words, count in lines
    ]
    return _under(title, drawn, phrase("familles-qui-demandent"))


def costs_drawn(costs: Costs) -> list[Block]:
    """Return what each line costs; nothing where there is nothing to compare."""
    lines = costs.lines()
    if len(lines) < 2 or not costs.total:
        return []
    most = max(lines, key=lambda line: line.amount)
    title = phrase("poste-sur-total", label=most.label, amount=euros(most.amount), total=euros(costs.total))
    drawn = [Bar(label=line.label, count=line.amount, said=euros(line.amount), main=line is most) for line in lines]
    return _under(title, drawn, phrase("euros"))


def _under(title: str, drawn: Sequence[Bar], axis: str) -> list[Block]:
    return [paragraph(bold(title)), bars(title, drawn, axis)]


__all__ = ["costs_drawn", "loans_drawn", "outcomes_drawn"]
