"""Lire du YAML, vite : avec libyaml quand elle est là, dix fois plus rapide que l'analyseur en Python."""

from __future__ import annotations

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str) -> object:
    """Return what a YAML text holds, plain values only.

    Raises:
        yaml.YAMLError: the text is not YAML.
    """
    return yaml.load(text, Loader=_LOADER)


def place_of(error: yaml.YAMLError) -> str:
    """Return where a text stops being YAML, as ", ligne 3, colonne 5"; empty when the error does not say."""
    mark = getattr(error, "problem_mark", None)
    return f", ligne {mark.line + 1}, colonne {mark.column + 1}" if mark else ""
