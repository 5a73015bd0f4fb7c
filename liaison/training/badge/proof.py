"""La preuve d'un badge : Data Integrity « eddsa-rdfc-2022 », celle des outils Open Badges 3.0, sans réseau.

What is signed is the meaning of the badge: its statements (RDF), in canonical order. The words of the badge get their
meaning from `terms.yaml`, never from another host.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from liaison.base.yaml_text import read_yaml
from liaison.training.badge.identity import SIGNATURE_BYTES, from_multibase, multibase

TERMS = Path(__file__).with_name("terms.yaml")
CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
SUITE: Literal["eddsa-rdfc-2022"] = "eddsa-rdfc-2022"


def canonical(document: Mapping[str, Any]) -> str:
    """Return what a JSON-LD document states, as sorted N-Quads (RDFC-1.0); nothing is looked up on a network.

    Raises:
        ValueError: the document asks for a context that badges do not use, or is not JSON-LD.
    """
    from pyld import jsonld  # type: ignore[import-untyped]  # 0.1 s, only for who signs or verifies

    try:
        text = jsonld.normalize(
            dict(document),
            {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": _loaded},
        )
    except jsonld.JsonLdError as error:
        raise ValueError("not the JSON-LD of a badge") from error
    return str(text)


def _loaded(address: str, _options: object) -> dict[str, Any]:
    if address not in CONTEXTS:
        raise ValueError(f"{address} is not a context of badges")
    return {
        "contextUrl": None,
        "documentUrl": address,
        "document": {"@context": _terms()},
        "contentType": "application/ld+json",
    }


@cache
def _terms() -> dict[str, Any]:
    terms = read_yaml(TERMS.read_text(encoding="utf-8"))
    assert isinstance(terms, dict)
    return terms


def signed_bytes(document: Mapping[str, Any], proof: Mapping[str, Any]) -> bytes:
    """Return the 64 bytes that the key signs: what the proof says of itself, then what the badge says, each hashed."""
    options = {"@context": document["@context"], **{key: proof[key] for key in proof if key != "proofValue"}}
    bare = {key: document[key] for key in document if key != "proof"}
    return b"".join(hashlib.sha256(canonical(part).encode("utf-8")).digest() for part in (options, bare))


def proof_value(document: Mapping[str, Any], proof: Mapping[str, Any], key: Ed25519PrivateKey) -> str:
    """Return the signature of a badge under a proof without its value, as the text that goes into `proofValue`."""
    return multibase(key.sign(signed_bytes(document, proof)))


def holds(document: Mapping[str, Any], proof: Mapping[str, Any], public: bytes) -> bool:
    """Tell whether the signature in `proof` is that of this document by this key."""
    try:
        signature = from_multibase(str(proof["proofValue"]))
        if len(signature) != SIGNATURE_BYTES or multibase(signature) != proof["proofValue"]:
            return False
        Ed25519PublicKey.from_public_bytes(public).verify(signature, signed_bytes(document, proof))
    except (InvalidSignature, ValueError, KeyError):
        return False
    return True


__all__ = ["CONTEXTS", "SUITE", "canonical", "holds", "proof_value", "signed_bytes"]
