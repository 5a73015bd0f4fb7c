"""La charte : ce que l'équipe décide et pourquoi, ce que cela fait, et ce que l'on emporte."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from liaison.messaging.policy.matters import Decided
from liaison.messaging.policy.policy import PolicyError
from widgets.kit import DataTable, Notice, Paper, Paragraphs, ResultSentence, beside, projected_only, stack, unprojected
from widgets.messaging.takeaway import PolicyFiles
from widgets.messaging.team import FEWEST_POLICIES, TeamState
from widgets.messaging.team_words import figures_words, pending_words, range_words, work_words
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.documents import Document

t = texts("messaging_team")


class TeamCharterView:
    """What the team decides: what it does, and the charter itself, the same as that of the `files`."""

    def __init__(self, team: TeamState, files: TeamFiles) -> None:
        self.team, self.files = team, files
        self.result = ResultSentence()
        self.charter = Paper(opening=t("charter-opening"))
        self.rest, self.room_rest = unprojected(Paragraphs()), projected_only(Paragraphs())
        # The charter holds reasons, and names, as one wrote them: a room reads what is settled.
        columns = [{"id": key, "label": t(f"room-{key}")} for key in ("setting", "value")]
        self.room = projected_only(DataTable(caption=t("room-caption"), columns=columns, plain=True))
        self.fault = Notice()
        self.place = stack()
        self.widget = stack([self.fault, self.place])

    def draw(self) -> None:
        """Say how much is settled and what the policy then does, beside those that were brought, and what is left."""
        if len(self.team.policies) < FEWEST_POLICIES:
            self.fault.say("information", t("one-more"), t("one-more-text"))
            self.place.children = ()
            return
        try:
            agreed = self.team.agreed()
        except PolicyError as error:
            self.fault.say("erreur", t("not-held"), str(error))
            self.place.children = ()
            return
        self.fault.say()
        mine, each = self.team.figures(agreed), [self.team.figures(policy) for policy in self.team.policies]
        decided = self.team.decided()
        self.result.text = t(
            "result",
            how=_how_far(decided),
            decided=len(decided.decisions),
            matters=decided.matters,
            figures=figures_words(mine),
            total=self.team.families,
        )
        brought = t(
            "result-detail",
            out=range_words([figures.out for figures in each]),
            disturbed=range_words([figures.disturbed for figures in each]),
            work=range_words([figures.work for figures in each], work_words),
        )
        self.result.detail = brought if decided.matters else ""
        self.rest.lines = pending_words(self.team)
        self.room_rest.lines = self.rest.lines[:1]  # then come names
        self.room.rows = [{"setting": each.label, "value": each.words} for each in decided.decisions]
        self.charter.show(self.files.charter())
        room = (self.room,) if decided.decisions else ()
        self.place.children = (beside([self.result], [self.rest]), *room, self.room_rest, self.charter)


def _how_far(decided: Decided) -> str:
    if not decided.matters:
        return "alike"
    if not decided.decisions:
        return "nothing"
    return "some" if decided.pending else "all"


class TeamFiles:
    """The charter of the team, with its reasons, and all that one takes away with a policy."""

    def __init__(self, team: TeamState) -> None:
        self.team = team
        self.fault = Notice()
        self.widget = stack()

    @cached_property
    def files(self) -> PolicyFiles:
        """Return what the policy of the team is taken away as; made at its first use."""
        return PolicyFiles(self.team.lab, self.team.decided)

    def charter(self) -> Document:
        """Return the charter of the team, with the names that its file has.

        Raises:
            PolicyError: what is settled does not hold together.
        """
        self._take()
        return self.files.charter()

    def draw(self) -> None:
        """Put the policy of the team in the files."""
        try:
            self._take()
        except PolicyError as error:
            self.fault.say("erreur", t("not-held"), str(error))
            self.widget.children = (self.fault,)
            return
        self.widget.children = (self.files.widget,)

    def _take(self) -> None:
        self.team.lab.policy = self.team.agreed()
        self.team.lab.depart(self.team.departure(), self.team.otherwise())
        self.files.show(self.team.lab.simulation())


__all__ = ["TeamCharterView", "TeamFiles"]
