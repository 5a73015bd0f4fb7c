"""Ce qui peut se publier d'un tableau : la règle `diagnostic/publication`, que deux études lisent."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from liaison.rules import rule, rule_file

_RULE = "diagnostic/publication"


class _Values(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Rounding(_Values):
    """Under `sous` families, shares are given to the nearest `points` percentage points."""

    sous: Annotated[int, Field(ge=1)]
    points: Annotated[int, Field(ge=1, le=50)]


class PublicationRules(_Values):
    """What may be published of a table of families."""

    seuil: Annotated[int, Field(ge=5)]
    plancher: Annotated[int, Field(ge=2)]
    domination: Annotated[float, Field(ge=0, le=1)]
    arrondi: Rounding
    arrondi_pondere: Annotated[int, Field(ge=1, le=50)]


@cache
def publication_rules() -> PublicationRules:
    """Return the latest of these rules."""
    return PublicationRules.model_validate(rule(_RULE, max(rule_file(_RULE).values)).value)


__all__ = ["PublicationRules", "Rounding", "publication_rules"]
