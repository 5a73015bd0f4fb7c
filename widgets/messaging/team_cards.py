"""Trancher : les désaccords dont dépendent le plus de familles, un à la fois, ou n'importe quel autre."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from liaison.messaging.policy.matters import Matter
from widgets.kit import Action, DataTable, Notice, Paragraphs, SelectField, TextArea, projected_only, stack
from widgets.kit.background import Background, Stop, Tell
from widgets.messaging.team import Choice, TeamState
from widgets.messaging.team_words import card_options, wanted_by, width_words
from widgets.messaging.value_choice import ValueChoice
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.search.stakes import Stake

t = texts("messaging_team")
CARDS = 5
PARTS = ("purposes", "suspended", "quiet", "times", "writing")  # of a policy, as its list is cut
LONGEST_REASON = 300


class CardView:
    """One disagreement: its values, what each does, the one that is kept, and why."""

    def __init__(self, team: TeamState) -> None:
        self.team = team
        self.matter: Matter | None = None
        self._written: Choice | None = None  # what the card says, as the team has it
        self.choice = ValueChoice()
        self.refused = Paragraphs()
        self.reason = TextArea(label=t("reason"), help=t("reason-help"), lines=2, max_length=LONGEST_REASON)
        for field in (self.choice, self.reason):
            field.observe(lambda _change: self._write(), "value")
        self.widget = stack([self.choice, self.refused, self.reason])

    def show(self, title: str, stake: Stake) -> None:
        """Show a disagreement, with what is being chosen for it, or was."""
        matter, self.matter = stake.matter, None  # nothing is written of either before both fields stand
        label = t("card-label", label=matter.label)
        options = card_options(self.team, stake)
        self.choice.show(title, label, options, self.team.chosen(matter).words, width_words(stake, self.team.families))
        self.refused.lines = [t("refused", words=words) for words in stake.refused]
        self._take_up(matter)

    def draw(self) -> None:
        """Show what was written or decided elsewhere since the disagreement was shown."""
        matter, self.matter = self.matter, None
        if matter is not None and self.team.written(matter) != self._written:
            self.choice.value = self.team.chosen(matter).words
            self._take_up(matter)
        self.matter = matter

    def _take_up(self, matter: Matter) -> None:
        self._written = self.team.written(matter)
        # A value that was being chosen, and that no policy has any more, leaves its reason.
        if self._written.words in {option["value"] for option in self.choice.options}:
            self.choice.value = self._written.words
        self.reason.value = self._written.reason
        self.matter = matter

    def _write(self) -> None:
        if self.matter is not None and self.choice.value:
            self._written = Choice(self.choice.value, self.reason.value)
            self.team.write(self.matter, self._written)

    def keep(self) -> None:
        """Keep what is chosen, and its reason."""
        if self.matter is not None and self.choice.value:
            self.team.choose(self.matter, Choice(self.choice.value, self.reason.value.strip()))


class CardsView:
    """The disagreements on which most families depend, one at a time; weighed in the background."""

    def __init__(self, team: TeamState) -> None:
        self.team = team
        self.stakes: tuple[Stake, ...] = ()
        self._at = 0  # the place of what is on screen; that of the team may have begun again since
        self._of: tuple[object, ...] = ()
        self.weighing = Background(t("weighing"), t("weighing-failed"))
        self.intro = Paragraphs()
        self.card = CardView(team)
        self.next = Action(label=t("keep-and-next"), main=True)
        self.before = Action(label=t("before"))
        self.ended = Notice()
        self.room = projected_only(Paragraphs())  # no room reads a notice
        self.next.on_press(self._keep)
        self.before.on_press(lambda: self._go(self.team.card - 1))
        self.place = stack()
        self.widget = stack([self.weighing.widget, self.place])

    def draw(self) -> None:
        """Weigh the disagreements of the policies that are there, once; show the one that the team is on."""
        of = self.team.on_trial()
        if of == self._of:
            if self._at == self.team.card:
                self.card.draw()
            elif self.stakes:
                self._go(self.team.card)
            return
        self._of, self.stakes, self.place.children = of, (), ()
        found_matters, start = self.team.matters, self.team.stakes

        def work(_tell: Tell, stopped: Stop) -> tuple[Stake, ...]:
            return start().widest(found_matters, CARDS, stopped)

        self.weighing.start(work, self._take)

    def _take(self, stakes: tuple[Stake, ...]) -> None:
        self.stakes = stakes
        if not stakes:
            self.ended.say("information", t("no-card"), t("no-card-text"))
            self.place.children = (self.ended,)
            return
        self._go(min(self.team.card, len(stakes)))

    def _go(self, place: int) -> None:
        self._at = self.team.card = place
        if place == len(self.stakes):
            pending = len(self.team.decided().pending)
            text = t("cards-ended-text", pending=pending)
            title = t("cards-ended", count=len(self.stakes))
            self.ended.say("information", title, text)
            self.room.lines = [f"{title}. {text}"]
            self.place.children = (self.ended, self.room, self.before)
            return
        self.card.show(t("card-title", at=place + 1, count=len(self.stakes)), self.stakes[place])
        self.intro.lines = [] if place else [t("cards-intro", count=len(self.stakes))]
        self.before.disabled = place == 0
        # The same parts in the same places: one that is drawn again loses the focus.
        self.place.children = (self.intro, self.card.widget, self.next, self.before)

    def _keep(self) -> None:
        self.card.keep()
        self._go(self.team.card + 1)


class AllView:
    """Every setting on which the policies differ, and any of them settled as a card."""

    def __init__(self, team: TeamState) -> None:
        self.team = team
        self.matter = SelectField(label=t("all-settle"), help=t("all-settle-help"))
        self.matter.observe(lambda _change: self._open(), "value")
        self.matters: dict[str, Matter] = {}
        self._of: tuple[object, ...] = ()
        self.card = CardView(team)
        self.keep = Action(label=t("keep"), main=True)
        self.keep.on_press(self._keep)
        self.done = Notice()
        self.weighing = Background(t("weighing-one"), t("weighing-failed"))
        self.place = stack()
        self.part = SelectField(label=t("all-part"))
        self.part.observe(lambda _change: self._list(), "value")
        columns = [{"id": key, "label": t(f"all-{key}")} for key in ("setting", "values", "team")]
        self.table = DataTable(columns=columns, cards=True)
        self.nothing = Notice()
        self.widget = stack()

    def draw(self) -> None:
        """List them, the most disputed first; weigh again the one that is open, if what it is weighed on changed."""
        self.matters = {matter.key: matter for matter in self.team.matters}
        self.matter.options = [{"value": key, "label": matter.label} for key, matter in self.matters.items()]
        self._weigh_again()
        if not self.matters:
            key = "agree" if len(self.team.policies) > 1 else "one-more"
            self.nothing.say("information", t(key), t(f"{key}-text"))
            self.widget.children = (self.nothing,)
            return
        self.widget.children = (self.matter, self.weighing.widget, self.place, self.done, self.part, self.table)
        parts = Counter(map(part_of, self.matters))
        self.part.options = [
            {"value": key, "label": t(f"all-part-{key}", count=parts[key])} for key in PARTS if parts[key]
        ]
        self.part.value = self.part.value or next((key for key in PARTS if parts[key]), "")
        self._list()

    def _weigh_again(self) -> None:
        of = self.team.on_trial()
        if of == self._of:
            self.card.draw()
            return
        self._of = of
        self.done.say()
        self._open()

    def _list(self) -> None:
        shown_matters = [matter for key, matter in self.matters.items() if part_of(key) == self.part.value]
        settled = self.team.settled()
        self.table.caption = t("all-caption", part=len(shown_matters), count=len(self.matters))
        self.table.rows = [
            {
                "setting": matter.label,
                "values": " · ".join(
                    t("all-value", words=option.words, names=wanted_by(option, self.team.names))
                    for option in matter.options
                    if option.wanted_by
                ),
                "team": t(
                    "all-settled" if matter.key in settled else "all-pending", words=self.team.chosen(matter).words
                ),
            }
            for matter in shown_matters
        ]

    def _open(self) -> None:
        self.place.children = ()
        matter = self.matters.get(self.matter.value)
        if matter is None:
            self.weighing.stop()
            return
        self.done.say()
        start = self.team.stakes
        self.weighing.start(lambda _tell, _stopped: start().weigh(matter), self._show)

    def _show(self, stake: Stake) -> None:
        self.card.show(t("all-card"), stake)
        self.place.children = (self.card.widget, self.keep)

    def _keep(self) -> None:
        self.card.keep()
        self.place.children = ()
        self.done.say("information", t("all-kept"), t("all-kept-text"))
        self.matter.value = ""
        self._list()


def part_of(key: str) -> str:
    """Return the part of a policy in which a matter is, by its key."""
    first = key.partition(".")[0]
    return first if first in PARTS else "times"


__all__ = ["CARDS", "AllView", "CardView", "CardsView", "part_of"]
