"""Ce par quoi une personne est jointe ou retrouvée : adresse électronique, téléphone, adresse, numéro."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison.base.sentences import french_beside

phrase = french_beside(__file__)

_BEFORE_AT, _FROM_AT = r"[^\s@;,<>]", r"@[^\s@;,<>]+\.[^\s@;,<>]{2,}"
EMAIL = re.compile(f"{_BEFORE_AT}+{_FROM_AT}")  # a whole one
_CONTACTS = {
    # One sign before « @ » is enough, and a long cell without one is read once, not once from each of its signs.
    "adresse-electronique": re.compile(_BEFORE_AT + _FROM_AT),
    "numero-de-telephone": re.compile(r"(?<![\d.,])(?:\+33|0033|0)[ .-]?[1-9](?:[ .-]?\d{2}){4}(?!\d)|^[67]\d{8}$"),
    "adresse-ip": re.compile(
        r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])"
        r"|\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}\b|\b(?:[0-9a-f]{1,4}:){2,}:",
        re.IGNORECASE,
    ),
    "numero-d-eleve": re.compile(r"\b(?:\d{10}[A-Za-z]|\d{9}[A-Za-z]{2})\b"),
    "numero-de-securite-sociale": re.compile(r"(?<![\w.,])[12](?: ?\d){12}(?: ?\d{2})?\b(?![.,]?\d)"),
    "adresse": re.compile(
        r"\b\d{1,4}(?: ?(?:bis|ter|quater))?,? (?:rue|avenue|av\.|boulevard|bd|allée|allee|impasse|chemin|quai|"
        r"route|place (?:d|[A-ZÀ-Ý])|square|résidence|residence|lotissement|sente)",
        re.IGNORECASE,
    ),
}


def contact_in(cells: Sequence[str]) -> tuple[str, int] | None:
    """Return what some cells hold by which a person is reached, and how many do: one is enough, it would be printed."""
    for kind, shape in _CONTACTS.items():
        if count := sum(bool(shape.search(cell)) for cell in cells):
            return phrase(kind), count
    return None


__all__ = ["EMAIL", "contact_in"]
