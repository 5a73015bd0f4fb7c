"""« Changer une chose » : les trois réglages qui aident le plus de familles, à essayer un à la fois devant l'image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.messaging.policy.policy import Policy
from widgets.kit import Paragraphs, Question, ResultSentence, stack
from widgets.kit.background import Background, Stop, Tell
from widgets.messaging.left_out import FamiliesPicture
from widgets.messaging.settings import changed_name
from widgets.messaging.state import LabState, Simulation
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.search.levers import Lever

t = texts("messaging")
NOTHING = "rien"
PAUSE_S = 0.5  # a picture that is being drawn comes first


class LeversView:
    """One question, « what do you change? », whose answer is tried at once; what it does, and the families it moves.

    The levers are those of the policy on trial as it was when they were looked for; another policy, school or period
    has them looked for again.
    """

    def __init__(self, state: LabState) -> None:
        self.state = state
        self.levers: tuple[Lever, ...] = ()
        self._base: Policy | None = None
        self._of: tuple[object, ...] = ()
        self.search = Background(t("levers-searching"), t("levers-failed"), pause_s=PAUSE_S)
        self.question = Question(label=t("levers-question"), help=t("levers-help"), kind="radio")
        self.none = Paragraphs()
        self.does = ResultSentence()
        self.picture = FamiliesPicture(state)
        self._place = stack()
        # Here the families stand still, that one may see which of them move.
        shown = (self.picture.families, self.picture.pressed.widget)
        self.widget = stack([self.search.widget, self._place, *shown])
        self.question.observe(lambda _change: self._try(), "value")

    def show(self, simulation: Simulation) -> None:
        """Draw the policy on trial beside the one that the levers are of, or look for those of another."""
        tried = self._base is not None and self.state.policy == self._wanted()
        if tried and self.state.on_trial()[1:] == self._of[1:]:
            self.picture.show(simulation, self.state.simulation(self._base))
        else:
            self._look(simulation)

    def _look(self, simulation: Simulation) -> None:
        self._base, self._of, self.levers = self.state.policy, self.state.on_trial(), ()
        self._place.children, start = (), self.state.start
        self.picture.show(simulation)

        def work(_tell: Tell, stopped: Stop) -> tuple[Lever, ...]:
            from liaison.messaging.search.levers import levers

            return levers(simulation.trace, start, stopped=stopped)

        self.search.start(work, self._offer)

    def _offer(self, levers: tuple[Lever, ...]) -> None:
        self.levers = levers
        self.does.text = self.does.detail = ""
        self.none.lines = [] if levers else [t("levers-none")]
        self.question.options = [
            {"value": NOTHING, "label": t("levers-nothing")},
            *({"value": str(rank), "label": lever.move.label} for rank, lever in enumerate(levers)),
        ]
        self.question.value = NOTHING
        self._place.children = (self.question, self.does) if levers else (self.none,)

    def _chosen(self) -> Lever | None:
        return self.levers[int(self.question.value)] if self.question.value not in ("", NOTHING) else None

    def _wanted(self) -> Policy | None:
        """Return the policy that the answer asks for; None while nothing is asked."""
        lever = self._chosen()
        if lever is None or self._base is None:
            return self._base
        return lever.move.apply(self._base).changed(name=changed_name(self._base.name))

    def _try(self) -> None:
        policy = self._wanted()
        if policy is None or not self.levers:
            return
        self.state.policy = policy
        lever = self._chosen()
        with self.does.hold_sync():
            self.does.tone = "neutre"
            self.does.text = does_words(lever) if lever else ""
            self.does.detail = price_words(lever) if lever else ""


def does_words(lever: Lever) -> str:
    """Return for how many families a lever is better, and worse."""
    families = t("levers-does", better=lever.better, worse=lever.worse)
    return f"{families} {t('levers-exchanged', exchanged=lever.exchanged)}" if lever.exchanged else families


def price_words(lever: Lever) -> str:
    """Return what a lever makes of the families left out, and of the work of the staff where it changes."""
    from liaison.messaging.search.aims import amount_words, unit_words

    before, after = lever.out
    lines = [t("levers-out", before=before, after=after)]
    work = [amount_words("travail_personnels", hours) for hours in lever.work]
    if work[0] == work[1]:
        lines.append(t("levers-same-work"))
    else:
        lines.append(t("levers-work", before=work[0], after=work[1], unit=unit_words("travail_personnels")))
    return " ".join(lines)


__all__ = ["LeversView", "does_words", "price_words"]
