"""Un désaccord à trancher : ses valeurs, qui veut chacune, ce qu'elle fait, et celle que l'on retient."""

from __future__ import annotations

from typing import Any

from traitlets import Dict, List, Unicode, validate

from widgets.kit.part import Control, refuse


class ValueChoice(Control):
    """One choice among values, each with what is said of it; `value` is the words of the one that is chosen.

    `title` says which disagreement it is, and takes the focus when it changes: another one has come in its place.
    """

    title = Unicode().tag(sync=True)
    options = List(Dict()).tag(sync=True)  # {value, lines: [words], room: [words]}: as a room reads them
    value = Unicode().tag(sync=True)

    @validate("value")
    def _one_of_the_options(self, proposal: dict[str, Any]) -> str:
        value: str = proposal["value"]
        known = [option["value"] for option in self.options]
        if value and value not in known:
            raise refuse("kit-error-value", value=value, label=self.label, accepted=", ".join(known))
        return value

    def show(self, title: str, label: str, options: list[dict[str, Any]], value: str, help_: str = "") -> None:
        """Put another disagreement in its place, all at once."""
        with self.hold_sync():
            self.options, self.value = [], ""
            self.title, self.label, self.help, self.options = title, label, help_, options
            self.value = value


__all__ = ["ValueChoice"]
