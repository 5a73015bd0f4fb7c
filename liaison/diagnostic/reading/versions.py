"""De deux lignes qui sont une même réponse, laquelle compte : la plus récente, ou celle qui en dit le plus."""

from __future__ import annotations

from liaison.diagnostic.reading.exports import Export, Response, newest, orders_of
from liaison.diagnostic.reading.two_exports import TwoExports


class Versions:
    """Two exports of which some lines are one response: how these compare."""

    def __init__(self, former: Export, later: Export):
        self._former, self._later = former, later
        self._two = TwoExports(former, later)
        last = newest(former, later)
        self._orders, self._last = orders_of(former, later), 0 if last is None else 1 if last is later else -1

    def alike(self, former: Response, later: Response) -> bool:
        """Whether they answer alike in all that both forms ask, and is read."""
        return self._two.alike(former, later)

    def latest(self, former: Response, later: Response) -> int:
        """Return 1 when the second one is the later, -1 when the first is, 0 when nothing says."""
        dates = [(former.sent.when[first], later.sent.when[second]) for first, second in self._orders]
        signs = {(after > before) - (after < before) for before, after in dates if before and after}
        return signs.pop() if signs in ({1}, {-1}) else self._last

    def is_later(self, former: Response, later: Response) -> bool:
        """Whether the second one is the later version; where nothing says which that is, the one that says more, or of
        the longer export.
        """
        if former.sent.version != later.sent.version:
            return later.sent.version > former.sent.version
        if latest := self.latest(former, later):
            return latest > 0
        own, other = (
            (int(export.filled[each.rank]), len(export.responses))
            for export, each in ((self._former, former), (self._later, later))
        )
        return other >= own

    def says_more(self, former: Response, later: Response) -> bool:
        """Whether the second one, that answers alike, says more: at par, the one whose form asks more, then the last
        version.
        """
        held = int(self._former.filled[former.rank]), -len(self._former.unasked), former.sent.version
        return (int(self._later.filled[later.rank]), -len(self._later.unasked), later.sent.version) > held


__all__ = ["Versions"]
