"""Les valeurs que la leçon et l'application partagent."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

from liaison.yaml_text import read_yaml

SCENARIO = Path(__file__).parents[2] / "notebooks" / "03_accompagnement" / "scenario.yaml"


@cache
def scenario() -> dict[str, Any]:
    """Return the values of `scenario.yaml`."""
    values = read_yaml(SCENARIO.read_text(encoding="utf-8"))
    assert isinstance(values, dict)
    return values


def day(value: object) -> dt.date:
    """Return a date of the scenario."""
    return dt.date.fromisoformat(str(value))


__all__ = ["day", "scenario"]
