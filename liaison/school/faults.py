"""Dire en français ce qui ne va pas : le champ, la raison, ce qui est accepté, avec les espaces qu'il faut."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from liaison.typography import typeset

_SENTENCES = {
    "missing": "valeur obligatoire",
    "extra_forbidden": "champ inconnu",
    "int_parsing": "un nombre entier est attendu",
    "int_type": "un nombre entier est attendu",
    "int_from_float": "un nombre entier est attendu",
    "float_parsing": "un nombre est attendu",
    "float_type": "un nombre est attendu",
    "finite_number": "un nombre est attendu",
    "string_type": "un texte est attendu",
    "string_too_short": "un texte non vide est attendu",
    "string_too_long": "{max_length} caractères au plus",
    "greater_than_equal": "{ge} au moins",
    "less_than_equal": "{le} au plus",
    "greater_than": "plus que {gt}",
    "less_than": "moins que {lt}",
    "too_short": "{min_length} valeurs au moins",
    "too_long": "{max_length} valeurs au plus",
    "tuple_type": "une liste est attendue",
    "dict_type": "une table « clé : valeur » est attendue",
}


class FrenchError(ValueError):
    """An error whose message a teacher reads: in French, with the non-breaking spaces of its punctuation."""

    def __init__(self, message: str):
        super().__init__(typeset(message))


def faults_in_french(error: ValidationError) -> list[str]:
    """Return one French sentence per fault of a pydantic error: where it is, what is expected, what was read."""
    return [_sentence(fault) for fault in error.errors()]


def _plain(value: object) -> object:
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else value


def _sentence(fault: Any) -> str:
    place = ".".join(str(part) for part in fault["loc"])
    where = f"« {place} » : " if place else ""
    context = {key: _plain(value) for key, value in fault.get("ctx", {}).items()}
    if fault["type"] == "literal_error":
        expected = str(context["expected"]).replace(" or ", ", ").replace("'", "")
        reason = f"valeurs acceptées : {expected}"
    elif fault["type"] == "value_error":
        return f"{where}{context['error']}"
    elif fault["type"].startswith("date"):
        reason = "une date est attendue, par exemple 2026-09-01"
    else:
        reason = _SENTENCES.get(fault["type"], "valeur non acceptée").format(**context)
    if fault["type"] == "missing":
        return where + reason
    return f"{where}{reason} (lu : {str(fault['input'])[:60]})"
