"""Dire en français ce qu'un fichier a de faux : un défaut de validation, et ce qui est attendu à sa place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES = {
    "missing": "manque",
    "extra_forbidden": "n'est pas un réglage connu",
    "literal_error": "«\u00a0{given}\u00a0» n'est pas accepté\u00a0: choisir {expected}",
    "string_type": "un texte est attendu, pas {given}",
    "int_type": "un nombre entier est attendu, pas {given}",
    "int_parsing": "un nombre entier est attendu, pas {given}",
    "int_from_float": "un nombre entier est attendu, pas {given}",
    "bool_type": "true ou false est attendu, pas {given}",
    "bool_parsing": "true ou false est attendu, pas {given}",
    "greater_than_equal": "{given} est trop petit\u00a0: {ge} au moins",
    "less_than_equal": "{given} est trop grand\u00a0: {le} au plus",
    "too_short": "{min_length} valeur au moins est attendue",
    "too_long": "{max_length} valeurs au plus sont acceptées",
    "tuple_type": "une liste est attendue, pas {given}",
    "dict_type": "un ensemble de réglages est attendu, pas {given}",
    "model_type": "un ensemble de réglages est attendu, pas {given}",
    "model_attributes_type": "un ensemble de réglages est attendu, pas {given}",
}
# YAML reads a bare 20:00 as 1200, in base sixty.
BARE_CLOCK = 'un texte est attendu, pas {given}. Une heure s\'écrit entre guillemets\u00a0: "{clock}"'


def in_french(fault: Mapping[str, Any]) -> str:
    """Return one fault of a pydantic ValidationError (an entry of `errors()`) as a French sentence."""
    kind, given = fault["type"], fault.get("input")
    if kind in ("value_error", "assertion_error"):
        return str(fault["msg"]).partition(", ")[2] or str(fault["msg"])
    words = {**fault.get("ctx", {}), "given": given}
    if "expected" in words:
        words["expected"] = str(words["expected"]).replace("'", "").replace(" or ", " ou ")
    sentence = SENTENCES.get(kind, fault["msg"])
    if kind == "string_type" and isinstance(given, int) and not isinstance(given, bool) and 0 <= given < 24 * 60:
        sentence, words["clock"] = BARE_CLOCK, f"{given // 60:02d}:{given % 60:02d}"
    return sentence.format_map(words) if kind in SENTENCES else str(sentence)


__all__ = ["in_french"]
