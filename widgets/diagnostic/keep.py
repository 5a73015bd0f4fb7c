"""Ce que le navigateur garde du laboratoire du diagnostic : des réglages, jamais des réponses."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt

from liaison.diagnostic.hypotheses import Way, load_hypotheses
from liaison.school.fictitious.aggregates import known_preset
from widgets.diagnostic.state import FILES, GROUPINGS, DiagnosticState, scenario
from widgets.kit import Bet, Keep

SEED = scenario()["seed"]
FLOOR = load_hypotheses().publication.plancher


Ways = Annotated[tuple[Way, ...], Field(min_length=1)]


class DiagnosticSettings(BaseModel):
    """The fictitious school, how it is asked, how it was before the way on trial, and how results are shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    school: Annotated[str, AfterValidator(known_preset)]
    seed: Annotated[StrictInt, Field(ge=SEED["minimum"], le=SEED["maximum"])]
    ways: Ways
    tried: Annotated[tuple[Ways, ...], Field(max_length=2)] = ()
    by: Literal[GROUPINGS]  # type: ignore[valid-type]
    threshold: Annotated[StrictInt, Field(ge=FLOOR, le=scenario()["threshold"]["maximum"])]


def diagnostic_keep(state: DiagnosticState, bet: Bet) -> Keep:
    """Return what keeps the settings, the bet and the step; nothing while real answers are open."""
    return Keep("diagnostic", state, DiagnosticSettings, bet, private=lambda: state.source == FILES)


__all__ = ["diagnostic_keep"]
