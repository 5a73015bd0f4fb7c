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
