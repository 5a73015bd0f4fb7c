"""Le titre d'une colonne, quels que soient ses accents, ses majuscules et sa ponctuation."""

from __future__ import annotations

from liaison.base.letters import slug


def plain(name: str) -> str:
    """Return a column name as it is compared, « + » in words: "Numéro de l'école" → numero_de_l_ecole."""
    return slug(name.replace("+", " plus"))
