"""La charte : ce que l'équipe décide et pourquoi, ce que cela fait, et ce que l'on emporte."""

from __future__ import annotations

from liaison.messaging.policy.policy import PolicyError
from widgets.kit import DataTable, Notice, Paragraphs, ResultSentence, stack
from widgets.messaging.takeaway import PolicyFiles
from widgets.messaging.team import TeamState
from widgets.messaging.team_words import figures_words, range_words, work_words
from widgets.texts import texts

t = texts("messaging_team")


class TeamCharterView:
    """What the team decides: what it does, what was chosen and why, the charter to take away."""

    def __init__(self, team: TeamState) -> None:
        self.team = team
        self.result = ResultSentence()
        self.settled = DataTable(
            caption=t("settled"),
            columns=[{"id": key, "label": t(f"settled-{key}")} for key in ("label", "words", "reason")],
            plain=True,
            cards=True,
        )
        self.rest = Paragraphs()
        self.fault = Notice()
        self.place = stack()
        self.widget = stack([self.fault, self.place])

    def draw(self) -> None:
        """Say what the policy of the team does, beside those that were brought, and what was settled."""
        try:
            agreed = self.team.agreed()
        except PolicyError as error:
            self.fault.say("erreur", t("not-held"), str(error))
            self.place.children = ()
            return
        self.fault.say()
        mine, each = self.team.figures(agreed), [self.team.figures(policy) for policy in self.team.policies]
        decided = self.team.decided()
        self.result.text = t("result", figures=figures_words(mine), total=self.team.families)
        self.result.detail = t(
            "result-detail",
            out=range_words([brought.out for brought in each]),
            disturbed=range_words([brought.disturbed for brought in each]),
            work=range_words([brought.work for brought in each], work_words),
        )
        self.settled.rows = [
            {
                "label": decision.label,
                "words": decision.words,
                "reason": decision.reason or t("no-reason"),
            }
            for decision in decided.decisions
        ]
        self.rest.lines = [t("rest", count=decided.undiscussed)] if decided.undiscussed else []
        table = (self.settled,) if decided.decisions else ()
        self.place.children = (self.result, *table, self.rest)


class TeamFiles:
    """The charter of the team, with its reasons, and all that one takes away with a policy."""

    def __init__(self, team: TeamState) -> None:
        self.team = team
        self.fault = Notice()
        self.files = PolicyFiles(team.lab, team.decided)
        self.widget = stack()

    def draw(self) -> None:
        """Put the policy of the team in the files."""
        try:
            self.team.lab.policy = self.team.agreed()
        except PolicyError as error:
            self.fault.say("erreur", t("not-held"), str(error))
            self.widget.children = (self.fault,)
            return
        self.files.show(self.team.lab.simulation())
        self.widget.children = (self.files.widget,)


__all__ = ["TeamCharterView", "TeamFiles"]
