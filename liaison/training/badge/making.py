"""Le badge d'une personne pour une séance : ce qu'il dit, ce qu'il ne dit pas, et sa signature."""

from __future__ import annotations

import datetime as dt
import json
import secrets
import uuid
from collections.abc import Sequence

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.documents.cited import long_date
from liaison.documents.content import clean
from liaison.module import to_check
from liaison.training.badge.keys import SigningKey
from liaison.training.badge.model import (
    SECONDS,
    Achievement,
    Badge,
    Criteria,
    Identity,
    Issuer,
    Proof,
    Subject,
    hashed,
)
from liaison.training.badge.proof import proof_value
from liaison.training.session.definition import Session
from liaison.training.session.module_facts import ModuleFacts

phrase = french_beside(__file__)


_OURS = uuid.UUID("6f0f5f0a-6a0b-5c52-9d0a-6c1f0d3c2b11")  # l'espace de noms de nos acquis ; n'a pas d'autre sens


def achievement(session: Session, modules: Sequence[ModuleFacts]) -> Achievement:
    """Return what a session is a badge for: its modules, what had to be done, the competences to be confirmed."""
    titles = ", ".join(f"« {module.session_title} »" for module in modules)
    skills = tuple(dict.fromkeys(skill for module in modules for skill in module.competences))
    lines = [
        phrase("avoir-pris-part"),
        "",
        phrase("modules"),
        *(f"- {module.session_title}" for module in modules),
    ]
    if skills:
        lines += ["", phrase("competences-travaillees", to_check=to_check()), *(f"- {skill}" for skill in skills)]
    about = json.dumps([session.title, [module.name for module in modules]], ensure_ascii=False)
    return Achievement(
        id=f"urn:uuid:{uuid.uuid5(_OURS, about)}",
        name=session.title,
        description=typeset(phrase("participation", titles=titles)),
        criteria=Criteria(narrative=typeset("\n".join([*lines, "", phrase("ce-qu-il-n-est-pas")]))),
        tag=skills,
    )


def signed_badge(
    session: Session,
    modules: Sequence[ModuleFacts],
    code: str,
    key: SigningKey,
    *,
    name: str | None = None,
    until: dt.date | None = None,
    now: dt.datetime | None = None,
) -> Badge:
    """Return the badge of one participant, signed: their code hashed, their name only when `name` is given.

    `until`: last day on which it is valid, for ever when None; `now`: when it is signed.
    """
    salt = secrets.token_hex(16)
    identities = [Identity(hashed=True, identityHash=hashed(code, salt), identityType="identifier", salt=salt)]
    if name:
        identities.append(Identity(hashed=False, identityHash=clean(name), identityType="name"))
    what = achievement(session, modules)
    day = long_date(session.date)
    when = phrase("seance-du-a", date=day, place=session.place) if session.place else phrase("seance-du", date=day)
    bare = Badge(
        id=f"urn:uuid:{uuid.uuid4()}",
        name=what.name,
        description=typeset(f"{when} {phrase('ce-qu-il-n-est-pas')}"),
        issuer=Issuer(id=key.did, name=session.trainer or phrase("la-personne-qui-anime")),
        validFrom=_start(session.date, session.zone),
        validUntil=_start(until + dt.timedelta(days=1), session.zone) if until else None,
        credentialSubject=Subject(identifier=tuple(identities), achievement=what),
    )
    proof = Proof(
        created=(now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).strftime(SECONDS),
        verificationMethod=f"{key.did}#{key.did.removeprefix('did:key:')}",
    )
    value = proof_value(bare.as_json(), proof.model_dump(exclude_none=True), key.private)
    return bare.model_copy(update={"proof": proof.model_copy(update={"proofValue": value})})


def _start(day: dt.date, zone: dt.tzinfo) -> str:
    """Return the first instant of a day where the session is."""
    return dt.datetime.combine(day, dt.time(), zone).astimezone(dt.UTC).strftime(SECONDS)


def badge_bytes(badge: Badge) -> bytes:
    """Return the file of a badge, that a person can read too."""
    return (json.dumps(badge.as_json(), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


__all__ = ["achievement", "badge_bytes", "signed_badge"]
