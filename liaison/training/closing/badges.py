"""Les badges d'une séance : signés pour chaque personne présente, gardés s'ils disent déjà cela."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from liaison.base.sentences import french_beside
from liaison.documents import write_files
from liaison.training.badge.keys import new_key, session_key
from liaison.training.badge.making import badge_bytes, signed_badge
from liaison.training.badge.model import Badge
from liaison.training.badge.verifying import BadgeError, read_badge_file, verify
from liaison.training.closing.attended import chosen_people, marked_present, modules_of
from liaison.training.closing.attestations import former_documents
from liaison.training.closing.unlisted import check_listed
from liaison.training.papers.presences import without_line
from liaison.training.purge.own_documents import BADGES
from liaison.training.session.definition import SessionError, SessionFolder
from liaison.training.session.sole_use import alone_in_session, check_not_erased

phrase = french_beside(__file__)


@dataclass(frozen=True)
class BadgeWishes:
    """What the trainer asks of the badges; `as_they_are`: one that is there keeps its name and its end, as signed."""

    only: tuple[str, ...] = ()
    all_present: bool = False
    names: bool = False
    until: dt.date | None = None
    new_key: bool = False
    again: bool = False
    as_they_are: bool = False


@dataclass(frozen=True)
class SignedBadges:
    """What a run signed, what it left as it was, in which folder, and the fingerprint of the key.

    `left_out`, `former`: see `WrittenAttestations`.
    """

    made: tuple[str, ...]
    unchanged: tuple[str, ...]
    folder: Path
    fingerprint: str
    left_out: tuple[str, ...]
    former: tuple[str, ...]


@alone_in_session
def sign_badges(place: SessionFolder, wishes: BadgeWishes) -> SignedBadges:
    """Sign the badge of everybody who was there, keep one that holds already.

    Raises:
        PresenceError, CodeError, SessionError: see what it calls; nothing was written.
        UnlistedError: a badge signed with a name would be signed again without it.
        BusySessionError: something else is being done to the session.
        ErasedSessionError: its names are erased, and who was there with them.
    """
    check_not_erased(place)
    present = marked_present(place, wishes.all_present)
    people = chosen_people(place, present, wishes.only)
    left_out = () if wishes.only or wishes.all_present else tuple(without_line(place))
    names = place.names() if wishes.names else {}
    if wishes.names and not names:
        raise SessionError(phrase("pas-de-noms"))
    if wishes.names:  # without it, the code alone is what is asked for
        check_listed(place, BADGES, (code for code in people if code not in names))
    modules = modules_of(place)
    key = new_key(place.keys) if wishes.new_key else session_key(place.keys)
    target = place.documents / BADGES
    fresh = {
        code: signed_badge(place.session, modules, code, key, name=names.get(code), until=wishes.until)
        for code in people
    }
    again = wishes.again or wishes.new_key
    says = Badge.says_of_anybody if wishes.as_they_are else Badge.says
    still_valid = [
        code for code, made in fresh.items() if not again and _already(target / f"{code}.json", made, code, says)
    ]
    files = {f"{code}.json": badge_bytes(made) for code, made in fresh.items() if code not in still_valid}
    write_files(target, files)
    made = tuple(Path(name).stem for name in files)
    former = former_documents(place, present, target)
    return SignedBadges(made, tuple(still_valid), target, key.fingerprint, left_out, former)


def _already(path: Path, made: Badge, code: str, says: Callable[[Badge], object]) -> bool:
    """Tell whether the badge on the disk holds, and says what the one just made says."""
    try:
        verdict = verify(read_badge_file(path), path.name, issuer=made.issuer.id, code=code)
    except BadgeError:
        return False
    return verdict.state in {"valide", "pas_encore_valable", "expire"} and says(verdict.badge) == says(made)


__all__ = ["BadgeWishes", "SignedBadges", "sign_badges"]
