"""Les phrases du tableau de séance."""

from __future__ import annotations

from widgets.texts import texts

t = texts("training_board")
