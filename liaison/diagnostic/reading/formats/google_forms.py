"""L'export CSV de Google Forms : la phrase de chaque question, l'horodateur d'abord, les cases d'un seul tenant.

Une grille a une colonne par ligne : « Savez-vous… [Se connecter] ». Plusieurs réponses sont jointes par « , » ou « ; ».
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

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
# A quiz: what an answer is worth, and what was written of it, beside each question.
_WORTH = {key(word) for word in ("Score", "Feedback", "Points", "Note", "Commentaires")}
_BRACKETS = re.compile(r"(.*?)\s*\[([^\[\]]*)\]$", re.DOTALL)


def layout(head: Sequence[Sequence[str]], lexicon: Lexicon) -> Layout | None:
    """Return the layout of a Google Forms export; None when the first column is not its timestamp."""
    header = [cell.strip() for cell in head[0]]
    if key(header[0]) not in _FIRST:
        return None
    return Layout(NAME, named_columns([_header(name, lexicon, set(header)) for name in header]))


def _header(name: str, lexicon: Lexicon, titles: Set[str]) -> tuple[str, str, ColumnKind]:
    brackets = _BRACKETS.fullmatch(name)
    worth = brackets is not None and brackets[1] in titles and key(brackets[2]) in _WORTH
    if worth or key(name) in _FIRST | _SERVICE:
        return name, "", "service"
    if brackets:
        return brackets[1], brackets[2], "answer"
    return *(whole_title(name, lexicon) or (name, "")), "answer"
