"""Les motifs de message cités, et pourquoi le prêt seul laisse des familles de côté."""

from __future__ import annotations

from liaison.base.words import lower_first
from liaison.messaging.reading.worse_off import WorseOff
from liaison.messaging.vocabulary import PURPOSES
from widgets.texts import texts

t = texts("support")


def quoted_purposes() -> dict[str, str]:
    """Return the purposes of messages, each between its marks: some hold a comma, and they are listed."""
    return {name: f"« {lower_first(label)} »" for name, label in PURPOSES.items()}


def worse_off_words(worse_off: WorseOff) -> str:
    """Return why the loans alone leave some families out, "" when they leave out nobody more."""
    new, stopped = len(worse_off.families), len(worse_off.without_fallback)
    return t("out-worse", new=new, stopped=stopped) if stopped else ""


__all__ = ["quoted_purposes", "worse_off_words"]
