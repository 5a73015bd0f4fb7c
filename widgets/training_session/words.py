"""Les phrases de la séance tenue à l'écran."""

from __future__ import annotations

from widgets.texts import texts

t = texts("training_session")
