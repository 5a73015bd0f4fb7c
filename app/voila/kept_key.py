"""The key of the suite: kept for this machine where it opens to one account alone, so that an address stays."""

import hashlib
import hmac
import os
import secrets
import stat
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from pathlib import Path

from liaison.base.files import put_whole

KEY = "cle"
BYTES = 32
CLOSED = 0o077  # what no other account may do


@dataclass(frozen=True)
class SuiteKey:
    """What opens the suite; a journal that would print it has nothing of it. `lasts`: the next launch has it too."""

    secret: bytes = field(repr=False)
    lasts: bool = False

    @classmethod
    def drawn(cls) -> "SuiteKey":
        """One of this launch only."""
        return cls(secrets.token_bytes(BYTES))

    @property
    def in_address(self) -> str:
        """What the address holds, once; the secret of cookies is not to be had from it."""
        return urlsafe_b64encode(self._of(b"adresse")).decode().rstrip("=")

    @property
    def of_cookies(self) -> bytes:
        """What cookies are signed with."""
        return self._of(b"cookies")

    def _of(self, use: bytes) -> bytes:
        return hmac.digest(self.secret, use, "sha256")


def kept_key(folder: Path, *, another: bool = False) -> SuiteKey:
    """Return the key that a folder of ours holds, or draw one and put it there.

    One is drawn where there is none, or `another` is wanted, or what is there may not be ours alone: a file that
    somebody else owns, may read or may write, a link, a file cut short. Where none can be put there, it is of this
    launch only.
    """
    path = folder / KEY
    if not another and (secret := _read(path)):
        return SuiteKey(secret, lasts=True)
    secret = secrets.token_bytes(BYTES)
    try:
        put_whole(path, secret + hashlib.sha256(secret).digest(), private=True)
    except OSError:
        return SuiteKey(secret)
    return SuiteKey(secret, lasts=True)


def _read(path: Path) -> bytes | None:
    """Return the secret that a file holds, None where it is not to be trusted."""
    try:
        # Not to follow a link, nor to wait for who would write in a pipe.
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        seen = os.fstat(file)
        if not stat.S_ISREG(seen.st_mode) or seen.st_uid != os.geteuid() or seen.st_mode & CLOSED:
            return None
        written = os.read(file, 2 * BYTES + 1)
    except OSError:
        return None
    finally:
        os.close(file)
    secret, proof = written[:BYTES], written[BYTES:]
    return secret if proof == hashlib.sha256(secret).digest() else None
