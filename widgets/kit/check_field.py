"""Une case à cocher."""

from __future__ import annotations

from traitlets import Bool

from widgets.kit.part import Control


class CheckField(Control):
    """A setting that is either on or off; `value` is True when ticked."""

    value = Bool(False).tag(sync=True)
