"""L'export CSV de Google Forms : la phrase de chaque question, l'horodateur d'abord, les cases d'un seul tenant.

Une grille a une colonne par ligne : « Savez-vous… [Se connecter] ». Plusieurs réponses sont jointes par « , » ou « ; ».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison.base.letters import key
from liaison.diagnostic.reading.formats.headers import whole_title
from liaison.diagnostic.reading.formats.source import ColumnKind, Layout, named_columns
from liaison.diagnostic.reading.wording import Lexicon

NAME = "google_forms"
_FIRST = {key(word) for word in ("Horodateur", "Horodatage", "Timestamp")}
_SERVICE = {
    key(word)
    for word in ("Nom d'utilisateur", "Username", "Adresse e-mail", "Email Address", "Adresse électronique", "Score")
}
_BRACKETS = re.compile(r"(.*?)\s*\[([^\[\]]*)\]$", re.DOTALL)


def layout(head: Sequence[Sequence[str]], lexicon: Lexicon) -> Layout | None:
    """Return the layout of a Google Forms export; None when the first column is not its timestamp."""
    header = [cell.strip() for cell in head[0]]
    return (
        Layout(NAME, named_columns([_header(name, lexicon) for name in header])) if key(header[0]) in _FIRST else None
    )


def _header(name: str, lexicon: Lexicon) -> tuple[str, str, ColumnKind]:
    if key(name) in _FIRST | _SERVICE:
        return name, "", "service"
    brackets = _BRACKETS.fullmatch(name)
    if brackets:
        return brackets[1], brackets[2], "answer"
    return *(whole_title(name, lexicon) or (name, "")), "answer"
