"""Les valeurs que la leçon et l'application partagent."""

from __future__ import annotations

import datetime as dt
from typing import Any

from liaison.module import scenario_of


def scenario() -> dict[str, Any]:
    """Return the values that lesson and app share."""
    return scenario_of("support")


def day(value: object) -> dt.date:
    """Return a date of the scenario."""
    return dt.date.fromisoformat(str(value))


__all__ = ["day", "scenario"]
