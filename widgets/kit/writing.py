"""Un écran qui écrit dans ses propres parties ne relit pas ce qu'elles disent alors."""

from __future__ import annotations


class Writing:
    """Whether a screen is writing to its parts: `with self._writing: …`, and who hears them asks `if self._writing`.

    It may be entered again inside itself; what is raised inside ends it all the same.
    """

    def __init__(self) -> None:
        self._depth = 0

    def __bool__(self) -> bool:
        return self._depth > 0

    def __enter__(self) -> None:
        self._depth += 1

    def __exit__(self, *_raised: object) -> None:
        self._depth -= 1


__all__ = ["Writing"]
