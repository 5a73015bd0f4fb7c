"""Les familles qui écrivent les classes de plusieurs enfants : elles comptent au niveau de l'aîné, et c'est dit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.tables import Line
from liaison.diagnostic.papers.report_words import value_words
from liaison.diagnostic.questionnaire.questionnaire import LEVEL
from liaison.diagnostic.reading.cells import CellReader
from liaison.diagnostic.reading.class_level import asks_of_children, classes_of_children
from liaison.diagnostic.reading.reports import Flagged
from liaison.diagnostic.reading.wording import Lexicon

phrase = french_beside(__file__)


def of_several_children(
    lines: Sequence[Line], readers: Sequence[CellReader], lexicon: Lexicon, file: str
) -> list[Flagged]:
    """Return what is said once of the lines of a file that write several classes, of more levels than one."""
    sources = [reader.source for reader in readers if reader.column.cible == LEVEL]
    written = Counter(line.cells[source.position].strip() for line in lines for source in sources)
    title = sources[0].question if sources else ""
    of_children = asks_of_children(title)
    several = [
        cell
        for cell in written
        if len({lexicon.value(LEVEL, each) for each in classes_of_children(cell, of_children=of_children)}) > 1
    ]
    counted = [(cell, level) for cell in several if (level := lexicon.value(LEVEL, cell, title))]
    if not counted:
        return []
    cell, level = counted[0]
    words = phrase(
        "au-niveau-de-l-aine",
        count=sum(written[each] for each, _ in counted),
        written=shown(cell),
        level=value_words(LEVEL, level),
    )
    return [Flagged(None, words, file)]


__all__ = ["of_several_children"]
