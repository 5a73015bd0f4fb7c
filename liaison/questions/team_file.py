"""Un fichier qu'une équipe peut joindre à sa remise : son format, et à quoi il se reconnaît."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from liaison.base.formats import FileFormat


@dataclass(frozen=True)
class TeamFile:
    """A format that a subject has teams write: a file is of it that holds the key `holding`, or is named `named…`."""

    form: FileFormat[Any]
    holding: str
    named: str

    def is_one(self, name: str, keys: Container[object]) -> bool:
        """Return whether a file of that name, which holds these keys, is one, or means to be."""
        return self.holding in keys or name.startswith(self.named)


__all__ = ["TeamFile"]
