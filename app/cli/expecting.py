"""Ce qu'une option attend, dit d'après son propre type : ses choix, ses bornes, le chemin qu'elle lit.

Nothing here knows an option by its name: a module that adds a command is told the truth about it.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, get_args, get_origin

from liaison.base.faults import chain_of, is_ours
from liaison.base.numbers import number
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)

_ANY_DAY = dt.datetime(2026, 9, 1, 8, 30)


def expected(error: Any) -> str:
    """Return what a refused value should have been, without a full stop: the library's own words are English."""
    from liaison.base.words import joined  # heavy, and every command would load it for the few that are refused

    if own := _own_sentence(error):
        return own.rstrip(".")
    kind = error.param.type_descriptor
    settings = kind.parameter_info
    value_type = get_args(kind.annotation)[0] if get_origin(kind.annotation) is list else kind.annotation
    if settings.parser is not None:
        return phrase("refusee")
    if kind.choices:
        return phrase("choix", choices=joined((str(getattr(each, "value", each)) for each in kind.choices), "ou"))
    if value_type in (int, float):
        return phrase("nombre", whole="oui" if value_type is int else "non", bounds=_bounds(settings.min, settings.max))
    if value_type is Path or kind.is_path:
        return phrase(f"chemin-{kind.path_type}", exists="oui" if settings.exists else "non")
    if value_type is dt.datetime:
        return phrase("date", example=f"{_ANY_DAY:{(settings.formats or ['%Y-%m-%d'])[0]}}")
    return phrase("refusee")


def _own_sentence(error: BaseException) -> str:
    """Return the sentence of the project's own function that reads the value, when it is the one that refused."""
    for cause in chain_of(error):
        if is_ours(cause):
            return str(cause)
        for fault in cause.errors() if type(cause).__name__ == "ValidationError" else ():  # type: ignore[attr-defined]
            refusal = fault.get("ctx", {}).get("error")
            if isinstance(refusal, BaseException) and is_ours(refusal):
                return str(refusal)
    return ""


def _bounds(low: float | None, high: float | None) -> str:
    """Return the values between which a number is taken, with its comma before; nothing when any will do."""
    if low is None and high is None:
        return ""
    key = "au-moins" if high is None else "au-plus" if low is None else "de-a"
    return phrase(key, first=_typed(low), last=_typed(high))


def _typed(bound: float | None) -> str:
    """Return a bound in one piece, as it is typed."""
    return "" if bound is None else str(bound) if isinstance(bound, int) else number(bound, None).replace(" ", "")
