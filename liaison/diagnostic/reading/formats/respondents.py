"""À quoi un formulaire reconnaît qui répond, et non une réponse : une adresse, un code d'accès, un navigateur.

What a person is known by is never kept: two lines are compared by a digest of it, under a key that each process draws.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from enum import StrEnum
from hashlib import blake2b
from typing import NamedTuple

from liaison.base.letters import key, normal
from liaison.diagnostic.reading.formats.source import SourceColumn
from liaison.personal.contacts import EMAIL


class KnownBy(StrEnum):
    """What tells one who answers from the others; a browser may be of several families."""

    CODE = "code"
    ADDRESS = "adresse"
    REFERENCE = "reference"
    BROWSER = "navigateur"


class Respondent(NamedTuple):
    """Who answers: what tells it, and its digest."""

    known_by: KnownBy
    digest: bytes


_TITLES = {
    KnownBy.CODE: (  # LimeSurvey
        *("token", "Code d'accès", "Access code", "Code d'invitation", "Invitation code"),
    ),
    KnownBy.REFERENCE: (
        *("ExternalReference", "ExternalDataReference", "External Data Reference"),  # Qualtrics
        *("Référence de données externes", "Référence externe"),
        *("custom_data", "Custom Data", "Custom Data 1", "Données personnalisées", "Données personnalisées 1"),
    ),
}
_KNOWN = {key(title): sort for sort, titles in _TITLES.items() for title in titles}
_BROWSER, _BESIDE_IT = key("Respondent ID"), key("Submission ID")  # of Tally, which numbers each response too
# The titles of an address that is of who answers: that of a school, or of a teacher, names it.
_OF_AN_ADDRESS = frozenset(("mail", "email", "emails", "mails", "courriel", "courriels", "mel", "adresse", "address"))
_BESIDE = frozenset(
    (
        *("e", "d", "de", "du", "des", "la", "le", "l", "un", "une", "votre", "vos", "electronique", "messagerie"),
        *("parent", "parents", "responsable", "legal", "1", "famille", "contact", "facultatif", "facultative"),
        *("nom", "utilisateur", "username", "recipient", "destinataire"),
    )
)
_USERNAMES = {key(title) for title in ("Nom d'utilisateur", "Username")}  # Google wrote an address under these
_SECRET = secrets.token_bytes(32)
_BYTES = 16


class Respondents:
    """What tells who answers, in the cells of a line."""

    def __init__(self, columns: Sequence[SourceColumn]):
        of_tally = any(key(column.name) == _BESIDE_IT for column in columns)
        sorts = [(_sort(column, of_tally=of_tally), column.position) for column in columns]
        self._places = [(sort, at) for wanted in KnownBy for sort, at in sorts if sort is wanted]

    def __bool__(self) -> bool:
        """Whether some column may tell it."""
        return bool(self._places)

    def of(self, cells: Sequence[str]) -> Respondent | None:
        """Return who answers, by the first of these columns that is filled; None where none is."""
        for sort, at in self._places:
            cell = cells[at].strip().casefold()
            if cell and (sort is not KnownBy.ADDRESS or EMAIL.fullmatch(cell)):
                return Respondent(sort, blake2b(cell.encode(), digest_size=_BYTES, key=_SECRET).digest())
        return None

    def is_browser(self, position: int) -> bool:
        """Whether the column at this place tells a browser from another."""
        return (KnownBy.BROWSER, position) in self._places


def _sort(column: SourceColumn, *, of_tally: bool) -> KnownBy | None:
    """Return what a column tells who answers by."""
    names = {key(column.name), key(column.name.partition(". ")[0])}
    if known := next((_KNOWN[name] for name in names if name in _KNOWN), None):
        return known
    if of_tally and _BROWSER in names:
        return KnownBy.BROWSER
    words = {*normal(column.name).split()}
    is_address = not words.isdisjoint(_OF_AN_ADDRESS) and words <= _OF_AN_ADDRESS | _BESIDE
    return KnownBy.ADDRESS if is_address or names & _USERNAMES else None


__all__ = ["KnownBy", "Respondent", "Respondents"]
