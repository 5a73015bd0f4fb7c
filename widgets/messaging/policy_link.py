"""Le lien d'une politique : celui que l'on donne, et celui que l'on ouvre, où rien n'est cru."""

from __future__ import annotations

from liaison.messaging.policy.link import Linked, from_link, to_link
from liaison.messaging.policy.policy import PolicyError, load_policy, preset_names
from liaison.messaging.traffic.hypotheses import load_hypotheses
from widgets.kit import LinkOut, Notice
from widgets.messaging.policy_name import changed_name
from widgets.messaging.state import LabState, Simulation
from widgets.texts import texts

t = texts("messaging")
MARK = "reglages="


class LinkGiven:
    """The link of the policy on trial: it holds its settings and what they are tried on, and no name."""

    def __init__(self, state: LabState) -> None:
        self.state = state
        self.widget = LinkOut()

    def show(self, _simulation: Simulation) -> None:
        """Make it of the settings as they are; too many have none, and it is said why."""
        state = self.state
        supposed = state.hypotheses == load_hypotheses(state.start)
        held, note = "", "" if supposed else t("link-hypotheses")
        try:
            held = to_link(Linked(state.policy, state.school, state.weeks, state.seed))
        except PolicyError as error:
            note = str(error)
        self.widget.note, self.widget.held = note, held


def linked(text: str) -> Linked:
    """Return what a link holds, as it was copied: with the address that it begins by, or without.

    Raises:
        PolicyError: it does not hold, in French.
    """
    return from_link(text.rpartition(MARK)[2].strip())


def open_link(state: LabState, text: str, notice: Notice) -> bool:
    """Take what a link holds, in one change, and say it; what does not hold changes nothing, and its reason is said.

    Returns:
        Whether it was taken.
    """
    try:
        held = linked(text)
    except PolicyError as error:
        notice.say("erreur", t("link-refused"), str(error))
        return False
    policy = held.policy
    if policy not in [load_policy(name) for name in preset_names()]:
        policy = policy.changed(name=changed_name(policy.name), description=t("link-description", name=policy.name))
    with state.hold_trait_notifications():
        state.begin(policy)
        state.school, state.weeks, state.seed = held.school, held.weeks, held.seed
        state.hypotheses = load_hypotheses(state.start)
    notice.say("information", t("link-opened", name=policy.name), t("link-opened-text"))
    return True


__all__ = ["LinkGiven", "linked", "open_link"]
