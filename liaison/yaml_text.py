"""Lire et écrire du YAML : lu vite, avec libyaml quand elle est là ; écrit sans rien perdre d'un texte."""

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


class _Dumper(yaml.SafeDumper):
    """Writes a text that holds the old sign « next line » between double quotes, where it is escaped.

    Between single quotes, PyYAML writes it as it is, and reads it back as an ordinary end of line.
    """


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if "\x85" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def write_yaml(value: object, *, blocks_only: bool = True) -> str:
    """Return plain values as YAML that a person can read, keys in the order given; `read_yaml` gives them back.

    `blocks_only`: one line per value; otherwise short lists and mappings stay on one line.
    """
    return yaml.dump(
        value,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=100,
        default_flow_style=False if blocks_only else None,
    )
