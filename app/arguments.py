"""Les options d'un programme de la suite lancé par `python -m` : ce qui en est refusé se dit en français."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NoReturn


class FrenchParser(argparse.ArgumentParser):
    """argparse with its refusals in French: `refusal` makes a sentence of what argparse says."""

    def __init__(self, refusal: Callable[[str], str], *, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description)
        self._refusal = refusal

    def error(self, message: str) -> NoReturn:
        """Refuse with one sentence and exit code 2."""
        self.exit(2, self._refusal(message) + "\n")


__all__ = ["FrenchParser"]
