"""Ce que le navigateur garde d'une équipe qui décide : ses politiques, ses choix, leurs raisons, et l'étape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt, StrictStr

from liaison.messaging.policy.policy import Policy
from liaison.school.fictitious.aggregates import known_preset
from widgets.kit import LabPath
from widgets.kit.keep import FormerWork
from widgets.messaging.team import MOST_POLICIES, Choice, TeamState
from widgets.messaging.team_cards import CARDS, LONGEST_REASON
from widgets.texts import texts

t = texts("messaging_team")
MOST_CHOICES, LONGEST_WORDS = 500, 400  # more than policies can differ on, and than a value is said in
Words = Annotated[StrictStr, Field(max_length=LONGEST_WORDS)]


class ChoiceRecord(BaseModel):
    """A value that was chosen, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: Words
    reason: Annotated[StrictStr, Field(max_length=LONGEST_REASON)]


Choices = Annotated[dict[Words, ChoiceRecord], Field(max_length=MOST_CHOICES)]


class TeamRecord(BaseModel):
    """What the browser holds of a team. A choice of which nothing is left in its policies is none.

    `unsettled`, `card`: what is being written, and the disagreement that one is on, as in `TeamState`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    policies: Annotated[tuple[Policy, ...], Field(min_length=1, max_length=MOST_POLICIES)]
    choices: Choices
    unsettled: Choices = {}
    card: Annotated[StrictInt, Field(ge=0, le=CARDS)] = 0
    school: Annotated[str, AfterValidator(known_preset)]
    step: Words


class TeamKeep(FormerWork[TeamRecord]):
    """Keeps what a team has gathered and decided, and the step of its path."""

    def __init__(self, team: TeamState) -> None:
        super().__init__("equipe", t("keep-text"))
        self.team = team
        self._path: LabPath | None = None
        team.observe(lambda _change: self.write(), ["policies", "choices", "unsettled", "card"])
        team.lab.observe(lambda _change: self.write(), "school")

    def follow(self, path: LabPath) -> None:
        """Keep the step of the path too."""
        self._path = path
        path.observe(lambda _change: self.write(), "current")

    def now(self) -> str:
        """Return what the team has gathered and decided; "" before its first policy."""
        team = self.team
        if not team.policies:
            return ""
        record = TeamRecord(
            policies=team.policies,
            choices=_recorded(team.choices),
            unsettled=_recorded(team.unsettled),
            card=team.card,
            school=team.lab.school,
            step=self._path.current if self._path else "",
        )
        return record.model_dump_json()

    def read(self, text: str) -> TeamRecord | None:
        """Return what a text holds."""
        return TeamRecord.model_validate_json(text)

    def take_up(self, former: TeamRecord) -> None:
        """Gather the policies again, decide as was decided, and go to the step."""
        self.team.lab.school = former.school
        self.team.forget()
        for policy in former.policies:
            self.team.add(policy)
        self.team.choices, self.team.unsettled = _choices(former.choices), _choices(former.unsettled)
        self.team.card = former.card
        if self._path and self._path.opens(former.step):
            self._path.current = former.step

    def write(self) -> None:
        """Keep it, once there is something: an empty page takes the place of nothing."""
        if self._written or self.team.policies:
            super().write()


def _recorded(choices: Mapping[str, Choice]) -> dict[str, ChoiceRecord]:
    return {key: ChoiceRecord(words=each.words, reason=each.reason) for key, each in choices.items()}


def _choices(records: Mapping[str, ChoiceRecord]) -> dict[str, Choice]:
    return {key: Choice(each.words, each.reason) for key, each in records.items()}


__all__ = ["TeamKeep", "TeamRecord"]
