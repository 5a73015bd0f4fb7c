"""Ce qu'une équipe a devant elle : les politiques apportées, ce qui les sépare, et ce qu'elle en a décidé."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from traitlets import Dict, HasTraits, Int, Tuple

from liaison.base.faults import FrenchError
from liaison.messaging.policy.matters import Alternative, Decided, Decision, Matter, Pending, matters
from liaison.messaging.policy.policy import Policy
from liaison.messaging.policy.team import compare, settle
from widgets.messaging.policy_name import suite_named
from widgets.messaging.state import LabState
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.search.stakes import PolicyFigures, Stakes

t = texts("messaging_team")
FEWEST_POLICIES = 2  # one disagrees with nobody
MOST_POLICIES = 8  # a plot whose names are all read


class TeamError(FrenchError):
    """What a team may not do, and what to do."""


class Choice(NamedTuple):
    """The words of the value that is kept, and why."""

    words: str
    reason: str = ""


class TeamState(HasTraits):
    """The policies of the groups, each under a name of its own, and the choice made for each matter, by its key.

    `unsettled`: what is being chosen and written of a matter, by its key, before anybody settles it. `card`: the place
    of the disagreement that one is on, of those that are settled one by one.
    `add` takes a policy that is parsed and validated: the page reads files, and offers models of the suite.
    """

    policies: Tuple = Tuple()
    choices: Dict[str, Choice] = Dict()
    unsettled: Dict[str, Choice] = Dict()
    card = Int(0)

    def __init__(self, lab: LabState | None = None) -> None:
        super().__init__()
        self.lab = lab or LabState(revealed=True)
        self._figures: dict[tuple[str, str], PolicyFigures] = {}
        # What the last press emptied, the policies at the end: what is drawn of them needs the rest.
        self.cleared: tuple[dict[str, Choice], dict[str, Choice], int, tuple[Policy, ...]] = ({}, {}, 0, ())
        self.lab.observe(lambda _change: self._begin_again(), "school")

    def add(self, policy: Policy) -> None:
        """Add the policy of a group; what was decided before stays, where its value is still there.

        Raises:
            TeamError: there are as many as the picture can name.
        """
        if len(self.policies) >= MOST_POLICIES:
            raise TeamError(t("too-many", most=MOST_POLICIES, name=policy.name))
        self._begin_again()
        self.policies = (*self.policies, policy.changed(name=self._own_name(policy.name)))

    def _begin_again(self) -> None:
        """Be at the first disagreement: what they are, or which are the widest, is about to change."""
        self.card = 0

    def forget(self) -> None:
        """Start again, with no policy."""
        self._begin_again()
        self.choices, self.unsettled, self.policies = {}, {}, ()

    def clear(self) -> None:
        """Empty the list; `put_back` gives it back, while this page is open."""
        self.cleared = self.choices, self.unsettled, self.card, self.policies
        self.forget()

    def put_back(self) -> None:
        """Give back the list that was emptied last, with what was decided of it."""
        self.choices, self.unsettled, self.card, self.policies = self.cleared

    def _own_name(self, name: str) -> str:
        names, number, own = {policy.name for policy in self.policies}, 1, name
        while own in names:
            number += 1
            own = t("same-name", name=name, number=number)
        return own

    @property
    def matters(self) -> tuple[Matter, ...]:
        """What the policies differ on."""
        return matters(self.policies) if self.policies else ()

    def chosen(self, matter: Matter) -> Alternative:
        """Return what is kept of a matter: what was chosen, or what the team starts from."""
        choice = self.choices.get(matter.key)
        return next((each for each in matter.options if choice and each.words == choice.words), matter.options[0])

    def choose(self, matter: Matter, choice: Choice) -> None:
        """Keep a value for a matter, and the reason."""
        self.choices = {**self.choices, matter.key: choice}
        self.unsettled = _without(self.unsettled, matter.key)

    def written(self, matter: Matter) -> Choice:
        """Return what a card says of a matter: what is being chosen and written, else what is kept."""
        return self.unsettled.get(matter.key) or self._standing(matter)

    def write(self, matter: Matter, choice: Choice) -> None:
        """Hold what is being chosen and written of a matter; what is kept stays, until it is settled."""
        others = _without(self.unsettled, matter.key)
        self.unsettled = others if choice == self._standing(matter) else {**others, matter.key: choice}

    def _standing(self, matter: Matter) -> Choice:
        former = self.choices.get(matter.key)
        return Choice(self.chosen(matter).words, former.reason if former else "")

    def agreed(self) -> Policy:
        """Return the policy that the team decides: its choices, and elsewhere what it starts from.

        Raises:
            PolicyError: these choices do not hold together, in French.
        """
        choices: dict[str, Any] = {}
        for matter in self.matters:
            choices |= self.chosen(matter).values
        if not self.policies or self.settled() or not self.matters:
            return settle(self.policies, choices, name=t("agreed-name"))
        return self.departure()

    def departure(self) -> Policy:
        """Return what the team starts from, before it settles anything."""
        return settle(self.policies, name=t("departure-name", count=len(self.policies)))

    def alike(self) -> tuple[Policy, ...]:
        """Return the first two policies that settle everything alike, under two names; none when no two do."""
        # By their settings, whatever their order where it says nothing, and not by what a group wrote of its own.
        return next((pair for pair in combinations(self.policies, 2) if not compare(pair)), ())

    def otherwise(self) -> list[Policy]:
        """Return the policies of the groups that the team's is not, in the order in which they came."""
        agreed = self.agreed()
        return [policy for policy in self.policies if compare([policy, agreed])]

    def settled(self) -> dict[str, Choice]:
        """Return the choices that still stand, by matter, in the order in which they were made."""
        by_key = {matter.key: matter for matter in self.matters}
        return {
            key: choice
            for key, choice in self.choices.items()
            if key in by_key and self.chosen(by_key[key]).words == choice.words
        }

    def decided(self) -> Decided:
        """Return what was decided, in the order in which it was, and what was not, in that of `matters`."""
        by_key, settled = {matter.key: matter for matter in self.matters}, self.settled()
        decisions = tuple(
            Decision(
                matter.label,
                choice.words,
                tuple(each.words for each in matter.options if each.words != choice.words and each.wanted_by),
                choice.reason,
            )
            for matter, choice in ((by_key[key], choice) for key, choice in settled.items())
        )
        pending = tuple(
            Pending(matter.label, start.words, tuple(each.words for each in others), len(start.wanted_by))
            for matter in by_key.values()
            if matter.key not in settled
            for start, *others in [matter.options]
        )
        return Decided(decisions, pending, len(self.policies))

    @property
    def names(self) -> list[str]:
        """The names of the policies, as they came."""
        return [policy.name for policy in self.policies]

    @property
    def room_names(self) -> list[str]:
        """Those that a room reads: any that the suite did not give is its school's own, and gives way to a rank."""
        return [name if suite_named(name) else t("group", number=at) for at, name in enumerate(self.names, 1)]

    def on_trial(self) -> tuple[object, ...]:
        """Return what the disagreements on screen are weighed on, to be compared with what others are weighed on."""
        return (self.policies, *self.lab.on_trial()[1:])  # the policy of the lab is only what is taken away

    @property
    def families(self) -> int:
        """How many families the school has."""
        return len(self.lab.prepared().family_profile)

    def figures(self, policy: Policy) -> PolicyFigures:
        """Return what a policy makes of the school of the lab; worked out once."""
        from liaison.messaging.search.stakes import policy_figures

        key = (policy.model_dump_json(exclude={"name", "description"}), self.lab.school)
        if key not in self._figures:
            self._figures[key] = policy_figures(self.lab.simulation(policy).trace)
        return self._figures[key]

    def stakes(self) -> Stakes:
        """Return what weighs the disagreements of the team."""
        from liaison.messaging.search.stakes import Stakes

        return Stakes(self.lab.prepared(), settle(self.policies), self.lab.start)


def _without(choices: dict[str, Choice], key: str) -> dict[str, Choice]:
    return {other: choice for other, choice in choices.items() if other != key}


__all__ = ["FEWEST_POLICIES", "MOST_POLICIES", "Choice", "TeamError", "TeamState"]
