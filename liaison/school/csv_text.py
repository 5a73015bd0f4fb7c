"""Le texte d'un CSV tel qu'un tableur l'enregistre : son encodage, et les noms de ses colonnes sans accents."""

from __future__ import annotations

import re
import unicodedata

_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decoded(raw: bytes) -> tuple[str, bool]:
    """Return the text of a file, and whether its encoding is sure: UTF-8, or UTF-16 that says so.

    Anything else is read as Windows-1252, which gives a text whatever the bytes: accents are then to be checked.
    """
    if raw.startswith(_UTF_16_MARKS):
        return raw.decode("utf-16", errors="replace"), True
    try:
        return raw.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace"), False


def plain(name: str) -> str:
    """Return a column name without accents, capitals nor punctuation: "Numéro de l'école" → numero_de_l_ecole."""
    letters = unicodedata.normalize("NFKD", name.lower().replace("+", " plus"))
    kept = "".join(c for c in letters if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "_", kept).strip("_")
