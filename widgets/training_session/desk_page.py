"""Ce que la page d'une séance a en propre : une adresse qui ne dit le pas que de la séance ouverte."""

from __future__ import annotations

from traitlets import Int

from widgets.kit import Part


class DeskPage(Part):
    """What the page of a session adds to its path; nothing of it is seen.

    `sessions` goes up each time a person takes another session than the one that the page had: the step in the address
    was of that one, and is dropped.
    """

    sessions = Int(0).tag(sync=True)

    def take_another(self) -> None:
        """Have the next session begin at its own step, whatever step the address says."""
        self.sessions += 1


__all__ = ["DeskPage"]
