"""Les dessins au trait des feuilles et des affiches : un chemin SVG par nom, sur une grille de 24 par 24."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import RootModel

from liaison.base.yaml_text import read_yaml


class _Paths(RootModel[dict[str, str]]):
    pass


@cache
def pictograms() -> dict[str, str]:
    """Return the SVG path of each pictogram, by name."""
    raw = read_yaml(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return _Paths.model_validate(raw).root


__all__ = ["pictograms"]
