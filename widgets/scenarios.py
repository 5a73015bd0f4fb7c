"""Les valeurs que la leçon, l'application et l'exercice d'un module partagent : son `scenario.yaml`, lu une fois."""

from __future__ import annotations

from functools import cache
from typing import Any

from liaison.base.suite import NOTEBOOKS
from liaison.base.yaml_text import read_yaml


@cache
def scenario_of(module: str) -> dict[str, Any]:
    """Return the values of a module, by the name of its folder (`01_messagerie_ent`)."""
    values = read_yaml((NOTEBOOKS / module / "scenario.yaml").read_text(encoding="utf-8"))
    assert isinstance(values, dict)
    return values


__all__ = ["scenario_of"]
