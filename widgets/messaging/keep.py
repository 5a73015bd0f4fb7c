"""Ce que le navigateur garde du laboratoire de messagerie."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt, model_validator

from liaison.messaging.policy.policy import Policy
from liaison.messaging.vocabulary import FEWEST_WEEKS, MOST_WEEKS
from liaison.school.fictitious.aggregates import known_preset
from widgets.kit import Bet, Keep
from widgets.messaging.state import LabState, scenario

SEED = scenario()["seed"]
TriedPolicies = Annotated[tuple[Policy, ...], Field(max_length=2)]


class MessagingSettings(BaseModel):
    """The policy on trial, what it is compared with and tried on, what it was before the change on trial."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    policy: Policy
    origin: Policy
    reference: Policy
    tried: TriedPolicies = ()
    tried_card: TriedPolicies = ()
    tried_family: TriedPolicies = ()
    school: Annotated[str, AfterValidator(known_preset)]
    weeks: Annotated[StrictInt, Field(ge=FEWEST_WEEKS, le=MOST_WEEKS)]
    seed: Annotated[StrictInt, Field(ge=SEED["minimum"], le=SEED["maximum"])]

    @model_validator(mode="before")
    @classmethod
    def _started_from_itself(cls, values: dict[str, Any]) -> dict[str, Any]:
        # Kept by an earlier version, which did not know what one had started from.
        policy = {name: values["policy"] for name in ("origin", "reference") if "policy" in values}
        return {**policy, **values}


def messaging_keep(state: LabState, bet: Bet) -> Keep:
    """Return what keeps a policy, what it is tried on, the bet and the step."""
    return Keep("messagerie", state, MessagingSettings, bet)


__all__ = ["messaging_keep"]
