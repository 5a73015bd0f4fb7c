"""Où est ce qui accompagne le programme : à côté de lui dans le dépôt, en lui une fois la suite installée."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_INSTALLED = _PACKAGE / "suite"  # what pyproject.toml puts there in the wheel

# The folder that holds `notebooks`, `datasets`, `binder/hub` and `nbgrader_config.py`.
SUITE = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent
NOTEBOOKS = SUITE / "notebooks"
DATASETS = SUITE / "datasets"

__all__ = ["DATASETS", "NOTEBOOKS", "SUITE"]
