"""Les réponses jamais envoyées, essayées ou refusées : un outil les exporte avec les autres, et le dit."""

from __future__ import annotations

from collections.abc import Sequence

from liaison.base.letters import key
from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.yes_no import YES_WORDS
from liaison.diagnostic.reading.formats.source import Layout

phrase = french_beside(__file__)

_LAST_PAGE = {key(word) for word in ("lastpage", "Last page", "Dernière page")}
_YES = frozenset(map(key, YES_WORDS))


class Unsent:
    """What tells, in the cells of a line, that its response was only begun, or that it counts for no family."""

    def __init__(self, layout: Layout, sample: Sequence[Sequence[str]]):
        # LimeSurvey can write the code before the words: « submitdate. Date de soumission ».
        named = [(each, {key(each.name), key(each.name.partition(". ")[0])}) for each in layout.columns]
        # A tool that says which responses are drafts knows better than its dates.
        drafts = [each.position for each in layout.columns if each.kind == "draft"]
        self._drafts = {at: layout.drafts.get(at, _YES) for at in drafts}
        self._named = [each for each, names in named if names & layout.sent and not drafts]
        self._numbers = [each.position for each in layout.columns if each.kind == "identifier"]
        self._pages = [each.position for each, names in named if layout.sent and names & _LAST_PAGE]
        self._sample = sample
        # A column that was emptied, or that the tool does not fill, says nothing.
        filled = (each for each in self._named if any(_cell(row, each.position) for row in sample))
        self._marks = [each.position for each in filled]

    def is_so(self, cells: Sequence[str]) -> bool:
        """Return whether a line says that the family has not sent it, or that the school only tried it, or refused
        it; or whether, numbered by the tool, it has no date of sending: what was typed below has no number."""
        if any(key(_cell(cells, at)) in words for at, words in self._drafts.items()):
            return True
        numbered = any(_cell(cells, at) for at in self._numbers)
        return numbered and any(not _cell(cells, at) for at in self._marks)

    def doubts(self) -> list[str]:
        """Return what is said where nothing tells which responses were only begun, in one sentence at most."""
        if self._marks:
            return []
        if self._named:
            name = shown(self._named[0].in_file)
            return [phrase("colonne-vide", column=name)]
        pages = [int(cell) for row in self._sample for at in self._pages if (cell := _cell(row, at)).isdecimal()]
        early = sum(page < max(pages) for page in pages)
        if not early:
            return []
        return [phrase("reponses-arretees", count=early)]


def _cell(cells: Sequence[str], position: int) -> str:
    return cells[position].strip() if position < len(cells) else ""


__all__ = ["Unsent"]
