"""La forme d'un badge : un OpenBadgeCredential de l'Open Badges 3.0, et rien d'autre que ce que cette suite y met."""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from liaison.base.sentences import french_beside
from liaison.training.badge.identity import public_of
from liaison.training.badge.proof import CONTEXTS, SUITE

phrase = french_beside(__file__)


SECONDS = "%Y-%m-%dT%H:%M:%SZ"


def _instant(text: str) -> str:
    if dt.datetime.strptime(text, SECONDS).strftime(SECONDS) != text:
        raise ValueError(phrase("instant-attendu"))
    return text


def _did(text: str) -> str:
    public_of(text)
    return text


def _readable(text: str) -> str:
    # Control characters are the only ones that two ways of writing N-Quads in canonical form do not write alike.
    if any(unicodedata.category(letter) in {"Cc", "Cs"} and letter != "\n" for letter in text):
        raise ValueError(phrase("signe-invisible"))
    return text


def _as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


Instant = Annotated[str, AfterValidator(_instant)]
Did = Annotated[str, AfterValidator(_did)]
Urn = Annotated[str, Field(pattern=r"^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Words = Annotated[str, Field(min_length=1, max_length=8000), AfterValidator(_readable)]
Identities = Annotated[tuple["Identity", ...], Field(min_length=1, max_length=2), BeforeValidator(_as_tuple)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Identity(_Part):
    """Whose badge it is: a code mixed with a salt and hashed, or a name in clear when the trainer asked for it."""

    type: Literal["IdentityObject"] = "IdentityObject"
    hashed: bool
    identityHash: Words  # noqa: N815
    identityType: Literal["identifier", "name"]  # noqa: N815
    salt: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")] | None = None

    @model_validator(mode="after")
    def _code_is_hashed_and_name_is_not(self) -> Identity:
        if self.hashed != (self.identityType == "identifier") or self.hashed != (self.salt is not None):
            raise ValueError(phrase("code-hache"))
        return self

    def is_of(self, code: str) -> bool:
        """Tell whether this is the hash of a code."""
        return self.hashed and self.identityHash == hashed(code, self.salt or "")


class Criteria(_Part):
    """What had to be done, in French."""

    narrative: Words


class Achievement(_Part):
    """What the badge is given for; the same for everybody in a session."""

    id: Urn
    type: Annotated[tuple[Literal["Achievement"]], BeforeValidator(_as_tuple)] = ("Achievement",)
    achievementType: Literal["Badge"] = "Badge"  # noqa: N815
    name: Words
    description: Words
    criteria: Criteria
    inLanguage: Literal["fr-FR"] = "fr-FR"  # noqa: N815
    tag: Annotated[tuple[Words, ...], Field(max_length=100), BeforeValidator(_as_tuple)] = ()


class Subject(_Part):
    """Who receives the badge, and for what."""

    type: Annotated[tuple[Literal["AchievementSubject"]], BeforeValidator(_as_tuple)] = ("AchievementSubject",)
    identifier: Identities
    achievement: Achievement


class Issuer(_Part):
    """Who gives the badge: a public key, and how the trainer is called."""

    id: Did
    type: Annotated[tuple[Literal["Profile"]], BeforeValidator(_as_tuple)] = ("Profile",)
    name: Words


class Proof(_Part):
    """The signature of the badge, by the key of its issuer."""

    type: Literal["DataIntegrityProof"] = "DataIntegrityProof"
    cryptosuite: Literal["eddsa-rdfc-2022"] = SUITE
    created: Instant
    verificationMethod: Annotated[str, Field(max_length=300)]  # noqa: N815
    proofPurpose: Literal["assertionMethod"] = "assertionMethod"  # noqa: N815
    proofValue: Annotated[str, Field(max_length=120)] | None = None  # noqa: N815


class Badge(_Part):
    """A badge, as its file has it; names of fields are those of the two standards."""

    context: Annotated[tuple[str, ...], Field(alias="@context"), BeforeValidator(_as_tuple)] = CONTEXTS
    id: Urn
    type: Annotated[
        tuple[Literal["VerifiableCredential"], Literal["OpenBadgeCredential"]], BeforeValidator(_as_tuple)
    ] = ("VerifiableCredential", "OpenBadgeCredential")
    name: Words
    description: Words
    issuer: Issuer
    validFrom: Instant  # noqa: N815
    validUntil: Instant | None = None  # noqa: N815
    credentialSubject: Subject  # noqa: N815
    proof: Proof | None = None

    @field_validator("context")
    @classmethod
    def _known_vocabularies(cls, context: tuple[str, ...]) -> tuple[str, ...]:
        if context != CONTEXTS:
            raise ValueError(phrase("vocabulaire-inconnu"))
        return context

    @model_validator(mode="after")
    def _key_of_the_issuer(self) -> Badge:
        did = self.issuer.id
        if self.proof and self.proof.verificationMethod != f"{did}#{did.removeprefix('did:key:')}":
            raise ValueError(phrase("autre-cle"))
        return self

    def says(self) -> tuple[object, ...]:
        """Return what the badge says, without what changes each time one is signed: number, salt, signature."""
        clear = tuple(identity.identityHash for identity in self.credentialSubject.identifier if not identity.hashed)
        return (*self.says_of_anybody(), self.validUntil, clear)

    def says_of_anybody(self) -> tuple[object, ...]:
        """Return what the badge says that is of the session alone: neither a name, nor until when it is valid."""
        return (self.description, self.issuer, self.credentialSubject.achievement, self.validFrom)

    def as_json(self) -> dict[str, Any]:
        """Return the badge as its file has it: plain values, what is absent left out."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


def hashed(identity: str, salt: str) -> str:
    """Return an identity as Open Badges hashes it, with its salt."""
    return "sha256$" + hashlib.sha256((identity + salt).encode("utf-8")).hexdigest()


__all__ = [
    "SECONDS",
    "Achievement",
    "Badge",
    "Criteria",
    "Identity",
    "Issuer",
    "Proof",
    "Subject",
    "hashed",
]
