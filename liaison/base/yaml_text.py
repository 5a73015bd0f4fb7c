"""Lire et écrire du YAML : lu vite et sans risque, d'où qu'il vienne ; écrit sans rien perdre d'un texte.

Toute la suite lit par ici : quelques lignes de renvois prennent des gigaoctets une fois lues.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from liaison.base.sentences import french_beside

phrase = french_beside(__file__)

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LONGEST, DEEPEST = 2_000_000, 40  # signes ; niveaux
LONGEST_NUMBER = 100  # signes


class RefusedYamlError(yaml.MarkedYAMLError):
    """YAML that the suite does not read: what it would become is out of all proportion to the text."""

    def __init__(self, reason: str, mark: Any = None):
        super().__init__(problem=reason, problem_mark=mark)
        self.reason = reason


class _Loader(_PARSER):  # the fast one where PyYAML has it
    """Leaves as text what looks like a date or a number and is none, as if it stood between quotes.

    What reads the value then says what it expects there: PyYAML raises for the 30th of February, in English.
    """


def _or_text(construct: Callable[[Any, Any], Any]) -> Callable[[_Loader, yaml.Node], Any]:
    def constructed(loader: _Loader, node: yaml.Node) -> Any:
        # A number of base 60 takes the square of its length; one of 5,000 digits is read, and cannot be written.
        if len(node.value) > LONGEST_NUMBER and isinstance(node.value, str):
            return node.value
        try:
            return construct(loader, node)
        except (ValueError, LookupError, AttributeError, OverflowError):  # what PyYAML lets through for a scalar
            return node.value

    return constructed


for _kind in ("bool", "int", "float", "timestamp"):
    _tag = f"tag:yaml.org,2002:{_kind}"
    _Loader.add_constructor(_tag, _or_text(_PARSER.yaml_constructors[_tag]))


def read_yaml(text: str, *, ours: bool = False) -> object:
    """Return what a YAML text holds, plain values only.

    `ours`: a file that ships with the suite, which may repeat itself (`&name`, `*name`).

    Raises:
        yaml.YAMLError: the text is not YAML, or is refused: too long, too deep, or with parts that repeat others.
    """
    try:
        if not ours:
            _look_first(text)
        return yaml.load(text, Loader=_Loader)
    except UnicodeEncodeError as error:
        raise RefusedYamlError(phrase("moities-de-signes")) from error


def _look_first(text: str) -> None:
    if len(text) > LONGEST:
        raise RefusedYamlError(phrase("plus-millions-signes-lisent", longest=LONGEST // 1000000))
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise RefusedYamlError(phrase("renvois-nom-pas-lus"), event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise RefusedYamlError(phrase("plus-niveaux-lisent-pas", deepest=DEEPEST), event.start_mark)


def place_of(error: yaml.YAMLError) -> str:
    """Return where a text stops being YAML, as ", ligne 3, colonne 5", and why where we refuse it; else empty."""
    mark = getattr(error, "problem_mark", None)
    place = phrase("a-la-ligne", line=mark.line + 1, column=mark.column + 1) if mark else ""
    return f"{place} ({error.reason})" if isinstance(error, RefusedYamlError) else place


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
