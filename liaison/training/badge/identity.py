"""Qui signe : une clé publique écrite comme une adresse (did:key), et son empreinte, assez courte pour s'imprimer."""

from __future__ import annotations

import hashlib
import re

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)


_DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"  # base 58, celle de Bitcoin
_ED25519 = b"\xed\x01"  # ce qui annonce une clé publique Ed25519, devant ses 32 octets
KEY_BYTES, SIGNATURE_BYTES = 32, 64
_FINGERPRINT_BYTES = 16  # 128 bits : personne ne fabrique une autre clé de même empreinte
_LONGEST = 200


class IssuerError(FrenchError):
    """What is given as an issuer is neither a fingerprint nor a did:key address."""


def multibase(content: bytes) -> str:
    """Return bytes as the text that the W3C calls multibase, in base 58: "z…"."""
    number = int.from_bytes(content, "big")
    text = ""
    while number:
        number, rest = divmod(number, 58)
        text = _DIGITS[rest] + text
    zeros = len(content) - len(content.lstrip(b"\0"))
    return "z" + _DIGITS[0] * zeros + text


def from_multibase(text: str) -> bytes:
    """Return the bytes that `multibase` wrote.

    Raises:
        ValueError: another base, a sign that base 58 does not have, or an absurd length.
    """
    if not text.startswith("z") or len(text) > _LONGEST:
        raise ValueError("not base 58")
    digits = text[1:]
    number = 0
    for digit in digits:
        number = number * 58 + _DIGITS.index(digit)
    zeros = len(digits) - len(digits.lstrip(_DIGITS[0]))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def did_of(public: bytes) -> str:
    """Return the address of an Ed25519 public key; it holds the whole key, so nothing has to be looked up."""
    return "did:key:" + multibase(_ED25519 + public)


def public_of(did: str) -> bytes:
    """Return the public key that a did:key address holds.

    Raises:
        ValueError: not a did:key address, or not of an Ed25519 key.
    """
    content = from_multibase(did.removeprefix("did:key:")) if did.startswith("did:key:") else b""
    if not content.startswith(_ED25519) or len(content) != len(_ED25519) + KEY_BYTES:
        raise ValueError("not the address of an Ed25519 key")
    return content.removeprefix(_ED25519)


def fingerprint(public: bytes) -> str:
    """Return the fingerprint of a public key as it is printed and read aloud: eight groups of four signs."""
    digits = hashlib.sha256(public).digest()[:_FINGERPRINT_BYTES].hex().upper()
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def is_issuer(public: bytes, expected: str) -> bool:
    """Tell whether a key is the one expected: a fingerprint, spaced or not, or a did:key address.

    Raises:
        IssuerError: neither the one nor the other; part of a fingerprint is not enough.
    """
    address = expected.strip()
    if address.startswith("did:key:"):
        try:
            return public == public_of(address)
        except ValueError as error:
            raise IssuerError(phrase("pas-une-adresse", text=address[:60])) from error
    digits = re.sub(r"[\s:\-]", "", address).upper()
    if not re.fullmatch(r"[0-9A-F]{32}", digits):
        raise IssuerError(phrase("pas-une-empreinte", text=address[:60]))
    return digits == fingerprint(public).replace(" ", "")


__all__ = [
    "KEY_BYTES",
    "SIGNATURE_BYTES",
    "IssuerError",
    "did_of",
    "fingerprint",
    "from_multibase",
    "is_issuer",
    "multibase",
    "public_of",
]
