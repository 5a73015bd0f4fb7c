"""La clé qui signe les badges d'une séance : dans le dossier de la séance, lisible par son seul propriétaire."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from liaison.base.faults import FrenchError, is_read_only, what_to_do, why
from liaison.base.files import put_all
from liaison.base.sentences import french_beside
from liaison.training.badge.identity import did_of, fingerprint

phrase = french_beside(__file__)


KEY, PRINTS = "badge.pem", "empreintes.csv"
HEADER = "empreinte;adresse;depuis"
_LARGEST = 10_000


class BadgeKeyError(FrenchError):
    """A key that cannot be read or written, and what to do."""


@dataclass(frozen=True)
class SigningKey:
    """A key that signs, and how others know it."""

    private: Ed25519PrivateKey

    @property
    def public(self) -> bytes:
        """The 32 bytes that verify what this key signs."""
        return self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    @property
    def did(self) -> str:
        """The address of the issuer, which holds the public key."""
        return did_of(self.public)

    @property
    def fingerprint(self) -> str:
        """What is printed, and compared when a badge is verified."""
        return fingerprint(self.public)


def session_key(folder: Path) -> SigningKey:
    """Return the key that a folder keeps, made the first time it is asked for.

    Raises:
        BadgeKeyError: the file is not a key, is a link, or cannot be read or written.
    """
    path = folder / KEY
    if not os.path.lexists(path):
        return new_key(folder)
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST:
            raise ValueError("not a key file")
        private = load_pem_private_key(path.read_bytes(), None)
        if not isinstance(private, Ed25519PrivateKey):
            raise ValueError("another kind of key")
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise BadgeKeyError(phrase("cle-abimee", path=path)) from error
    except OSError as error:
        raise BadgeKeyError(phrase("cle-fermee", path=path, reason=why(error))) from error
    _close(path)
    return SigningKey(private)


def _close(path: Path) -> None:
    """Leave a key to its owner alone: a copy from a USB stick, for instance, may have opened it to everybody.

    Raises:
        BadgeKeyError: it stays open; on a disk that may only be read, which nobody can mend there, it is used as it is.
    """
    try:
        path.chmod(0o600)
    except OSError as error:
        if not is_read_only(error):
            raise BadgeKeyError(phrase("cle-ouverte", path=path, reason=why(error))) from error


def new_key(folder: Path) -> SigningKey:
    """Make another key, which takes the place of the former one, and return it.

    Badges signed before stay valid: their fingerprint stays in the list `empreintes.csv`. The former private key is
    not kept: nobody can sign with it any more.

    Raises:
        BadgeKeyError: the folder cannot be written in; the former key is still there.
    """
    key = SigningKey(Ed25519PrivateKey.generate())
    pem = key.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    line = f"{key.fingerprint};{key.did};{dt.datetime.now(dt.UTC):%Y-%m-%dT%H:%M:%SZ}\n"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        prints = folder / PRINTS
        former = prints.read_text(encoding="utf-8") if prints.exists() else f"{HEADER}\n"
        put_all({folder / KEY: pem, prints: (former + line).encode()}, private=True)
    except UnicodeDecodeError as error:
        raise BadgeKeyError(phrase("empreintes-illisibles", folder=folder, file=PRINTS)) from error
    except OSError as error:
        raise BadgeKeyError(
            phrase("cle-pas-ecrite", folder=folder, reason=why(error), todo=what_to_do(error))
        ) from error
    return key


def known_fingerprints(folder: Path) -> tuple[str, ...]:
    """Return the fingerprint of every key that this folder has had, the present one last; none when it has had none."""
    try:
        lines = (folder / PRINTS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(line.partition(";")[0] for line in lines[1:] if line)


__all__ = ["KEY", "PRINTS", "BadgeKeyError", "SigningKey", "known_fingerprints", "new_key", "session_key"]
