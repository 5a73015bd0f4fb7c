"""Le titre d'une colonne, quels que soient ses accents, ses majuscules et sa ponctuation."""

from __future__ import annotations

import re
import unicodedata


def plain(name: str) -> str:
    """Return a column name without accents, capitals nor punctuation: "Numéro de l'école" → numero_de_l_ecole."""
    letters = unicodedata.normalize("NFKD", name.lower().replace("+", " plus").replace("œ", "oe"))
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "_", bare).strip("_")
