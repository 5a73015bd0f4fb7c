"""Vérifier un badge, hors ligne : intact, de qui, pour qui, jusqu'à quand. Un badge abîmé ne dit rien à personne."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.training.badge.identity import fingerprint, is_issuer, public_of
from liaison.training.badge.model import SECONDS, Badge
from liaison.training.badge.proof import holds

phrase = french_beside(__file__)


LARGEST = 200_000  # octets : un badge en fait quatre mille
State = Literal[
    "valide",
    "altere",
    "autre_emetteur",
    "autre_personne",
    "emetteur_a_confirmer",
    "pas_encore_valable",
    "expire",
]


class BadgeError(FrenchError):
    """A file that is not a badge of this suite, and what to do."""


@dataclass(frozen=True)
class BadgeVerdict:
    """What is known of a badge; only « valide » says that it may be trusted.

    The most serious reason comes first: a badge both altered and expired is altered; without a known issuer, nothing is
    said of its dates.
    """

    state: State
    badge: Badge

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the key that signed, or claims to have."""
        return fingerprint(public_of(self.badge.issuer.id))


def verify(
    content: bytes,
    named: str,
    *,
    issuer: str | None = None,
    code: str | None = None,
    now: dt.datetime | None = None,
) -> BadgeVerdict:
    """Return what the file of a badge is worth, from its content alone.

    `issuer`: the fingerprint or did:key address that the trainer gave; without it nothing says who signed. `code`: the
    participant's code, to know whether the badge is theirs.

    Raises:
        BadgeError: not a badge of this suite: cut, changed in its form, or made elsewhere.
        IssuerError: `issuer` is neither a fingerprint nor an address.
    """
    badge = _read(content, named)
    public = public_of(badge.issuer.id)
    whole = badge.as_json()
    at = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
    known = issuer is not None and is_issuer(public, issuer)
    state: State = "valide"
    if not holds(whole, whole["proof"], public):
        state = "altere"
    elif issuer is not None and not known:
        state = "autre_emetteur"
    elif code is not None and not any(identity.is_of(code) for identity in badge.credentialSubject.identifier):
        state = "autre_personne"
    elif not known:
        state = "emetteur_a_confirmer"
    elif at < _instant(badge.validFrom):
        state = "pas_encore_valable"
    elif badge.validUntil is not None and at >= _instant(badge.validUntil):
        state = "expire"
    return BadgeVerdict(state, badge)


def read_badge_file(path: Path) -> bytes:
    """Return what the file of a badge holds.

    Raises:
        BadgeError: no such file, not an ordinary one, or far too large for a badge.
    """
    try:
        if not path.is_file():
            raise BadgeError(phrase("pas-un-fichier", path=path))
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise BadgeError(phrase("badge-ferme", path=path)) from error
    if len(content) > LARGEST:
        raise BadgeError(phrase("trop-gros", file=path.name))
    return content


def _instant(text: str) -> dt.datetime:
    return dt.datetime.strptime(text, SECONDS).replace(tzinfo=dt.UTC)


def _read(content: bytes, named: str) -> Badge:
    """Return the badge that a file holds, when its form is exactly that of our badges."""
    try:
        raw = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_refused)
        _sorted(raw).encode("utf-8")  # refuses the halves of characters that JSON allows
        badge = Badge.model_validate(raw)
    except ValidationError as error:
        steps = ".".join(str(step) for step in error.errors()[0]["loc"]) or phrase("le-badge-entier")
        where = "".join(sign if sign.isprintable() else "·" for sign in steps)  # a terminal obeys some signs
        raise BadgeError(phrase("forme-inconnue", file=named, where=where[:80])) from error
    except (ValueError, RecursionError) as error:
        raise BadgeError(phrase("illisible", file=named)) from error
    # Written again, a badge of ours gives the same values: nothing more, nothing less, no « 1 » for « true ».
    if badge.proof is None or badge.proof.proofValue is None or _sorted(badge.as_json()) != _sorted(raw):
        raise BadgeError(phrase("sans-signature", file=named))
    return badge


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("the same key twice: two readers could read two badges")
    return dict(pairs)


def _refused(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _sorted(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


__all__ = ["LARGEST", "BadgeError", "BadgeVerdict", "State", "read_badge_file", "verify"]
