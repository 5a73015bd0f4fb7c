"""Une heure de la journée, ou aucune."""

from __future__ import annotations

import re
from typing import Any

from traitlets import Unicode, validate

from widgets.kit.part import Control, refuse

CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


class TimeField(Control):
    """An hour of the day, as "HH:MM", or "" for none.

    With `none_label` (« Aucune heure ») a box is ticked for none; without it the field may simply be emptied.
    """

    word_keys = ("unreadable",)

    value = Unicode().tag(sync=True)
    none_label = Unicode().tag(sync=True)

    @validate("value")
    def _an_hour_or_none(self, proposal: dict[str, Any]) -> str:
        value = str(proposal["value"])
        if value and not CLOCK.fullmatch(value):
            raise refuse("kit-error-time", value=value)
        return value
