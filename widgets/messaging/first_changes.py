"""« Que changer en premier ? » en trois cartes : un changement, deux, trois, que l'on essaie d'un geste."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from liaison.base.numbers import number, percent, rounded
from liaison.base.words import joined, lower_first, named
from liaison.messaging.policy.policy import Policy
from liaison.messaging.vocabulary import PURPOSES
from widgets.kit import ChangeCard, ChangeCards, ChangeLine, Paragraphs, TriedFrom, stack
from widgets.kit.background import Background, Stop, Tell
from widgets.kit.from_to import from_to
from widgets.messaging.policy_name import changed_name
from widgets.messaging.state import LabState, Simulation
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.search.aims import Family
    from liaison.messaging.search.first_changes import Aspect, FirstChange, FirstChanges

t = texts("messaging")
# Of what a card draws, in this order; what else gets much worse is drawn too.
DRAWN: tuple[Aspect, ...] = ("a_temps", "laissees", "derangees", "absence", "sonneries", "travail")
PAUSE_S = 0.5  # who moves a setting is not followed gesture by gesture


class FirstChangesView:
    """The cards of the policy on trial as it was when they were looked for; one of them, tried, stays among them.

    `keep`: families of settings that the cards leave as they are; without it, those that no card touches by itself.
    `rule`, beside the cards: how they were chosen. A search that was stopped has none, nor has one that failed: it is
    said, and begun again in a press.
    """

    def __init__(self, state: LabState, keep: Callable[[], Iterable[Family]] | None = None) -> None:
        self.state, self._keep = state, keep
        self._base: Policy | None = None
        self._awaited: Policy | None = None  # taken up: on trial, until the search finds by which card
        self._of: tuple[object, ...] = ()
        self._from: TriedFrom[Policy] = TriedFrom(state, "tried_card")
        self.outcome: FirstChanges | None = None
        self.search = Background(t("first-searching"), t("first-failed"), PAUSE_S, again=self._look_again)
        self.cards = ChangeCards(label=t("first-label"), action=t("first-try"))
        self.trying = Paragraphs()
        self.missing = Paragraphs()
        self.rule = Paragraphs()
        self.cards.on_try(self._try)
        self._place = stack()
        self.widget = stack([self.search.widget, self._place])

    def show(self, _simulation: Simulation) -> None:
        """Say which card is on trial; look for others where the policy is none of theirs."""
        if self.follows():
            return
        policy, same = self.state.policy, self._of[1:] == self.state.on_trial()[1:]
        before = self._from.before(policy) if same else self._from.taken_up(policy)
        if before is None:
            self._from.write(())
        self._look(before or policy)

    def follows(self) -> bool:
        """Draw the cards again, and return whether they are of the policy on trial; forget them where they are not."""
        current = self._base is not None and self.state.on_trial()[1:] == self._of[1:]
        if current and self.state.policy in (self._base, self._awaited, *self._policies()):
            self._draw()
            return True
        self.forget()
        return False

    def forget(self) -> None:
        """Show no card: those there were are of something else."""
        self.search.stop()
        self._base, self._awaited, self.outcome, self._place.children = None, None, None, ()
        self.rule.lines = []

    def look(self) -> None:
        """Forget the cards, and look for those of the policy on trial."""
        self._look(self.state.policy)

    def _look_again(self) -> None:
        self._look(self._base or self.state.policy)

    def _look(self, base: Policy) -> None:
        now = self.state.policy
        self._base, self._of, self.outcome = base, self.state.on_trial(), None
        self._awaited = None if base == now else now
        self._place.children = ()
        trace, start = self.state.simulation(base).trace, self.state.start
        keep = self._untouched()

        def work(tell: Tell, stopped: Stop) -> FirstChanges:
            from liaison.messaging.search.first_changes import first_changes

            def far(done: int, total: int) -> None:
                tell(done, total, t("first-far", tried=done))

            return first_changes(trace, start, keep, far, stopped)

        self.search.start(work, self._take)

    def _untouched(self) -> tuple[Family, ...]:
        """Return the families of settings that stay as they are."""
        from liaison.messaging.search.single_changes import LOCKED

        return LOCKED if self._keep is None else tuple(self._keep())

    def _take(self, outcome: FirstChanges) -> None:
        awaited, self._awaited = self._awaited, self._awaited if outcome.stopped else None
        self.outcome = outcome
        if self._awaited is None and awaited is not None and awaited not in self._policies():
            # No card of that policy leads to this one any more: it is what one starts from.
            self._from.write(())
            self._look(awaited)
            return
        self.missing.lines = missing_words(outcome, self._untouched())
        self.rule.lines = [] if outcome.stopped else rule_words(outcome)
        self._draw()

    def _draw(self) -> None:
        if self.outcome is None:
            return
        on_trial = [policy == self.state.policy for policy in self._policies()]
        self.cards.show([card_of(card, tried) for card, tried in zip(self.outcome.cards, on_trial, strict=True)])
        self.trying.lines = [t("first-trying")] if any(on_trial) else []
        if self._base is not None and any(on_trial):
            self._from.write((self._base, self.state.policy))
        cards = (self.cards, self.trying) if self.outcome.cards else ()
        again = (self.search.again,) if self.outcome.stopped else ()
        # The cards come first, and are put back only where they were gone: the one that is open stays open.
        if self._place.children != (wanted := (*cards, self.missing, *again)):
            self._place.children = wanted

    def _policies(self) -> list[Policy]:
        if self.outcome is None or self._base is None:
            return []
        name = changed_name(self._base.name)
        return [card.policy.changed(name=name) for card in self.outcome.cards]

    def _try(self, place: int) -> None:
        self.state.policy = self._policies()[place]


def card_of(card: FirstChange, tried: bool = False) -> ChangeCard:
    """Return a proposal as its card says it."""
    from liaison.messaging.policy.team import compare

    differences = compare([card.changes_from, card.policy])
    return ChangeCard(
        size=t("first-size", changes=len(card.changes)),
        title=t("first-title", deeds=_deeds(card), families=card.families),
        settings=tuple(
            t("first-setting", setting=each.label, before=each.words[0], after=each.words[1]) for each in differences
        ),
        better=tuple(_line(card, aspect) for aspect in DRAWN if aspect in card.better),
        worse=tuple(_line(card, aspect) for aspect in _worse(card)),
        fair=card.fair,
        mark=t("first-fair") if card.fair else t("first-paid", paid=_paid(card)),
        notes=tuple(_notes(card)),
        tried=tried,
    )


def _deeds(card: FirstChange) -> str:
    first, *more = (move.deed for move in card.changes)
    return joined([first, *map(lower_first, more)])


def _worse(card: FirstChange) -> list[Aspect]:
    drawn = [aspect for aspect in (*DRAWN, "lus") if aspect in card.worse]
    return [*drawn, *(aspect for aspect in card.much_worse if aspect not in drawn)]


def _line(card: FirstChange, aspect: Aspect) -> ChangeLine:
    before, after = _counts(card, aspect)
    return ChangeLine(_label(card, aspect), before, after, (number(before), number(after)))


def _counts(card: FirstChange, aspect: Aspect) -> tuple[float, float]:
    """Return an aspect before and after, as they are read: to a tenth, or to what tells one from the other."""
    exact = card.before[0].counts[aspect], card.after[0].counts[aspect]
    before, after = (rounded(count, 1) for count in exact)
    if before == after and card.worsening(aspect):
        before, after = (rounded(count, 2) for count in exact)
    return before, after


def _label(card: FirstChange, aspect: Aspect) -> str:
    if aspect in PURPOSES:
        return t("first-purpose", purpose=lower_first(PURPOSES[aspect]))  # type: ignore[index]
    return t(f"first-{aspect}", total=card.before[0].totals.get(aspect, 0))


def _paid(card: FirstChange) -> str:
    """Return what a card makes much worse, from and to what, then what the check newly says."""
    paid = [_from_to(card, aspect) for aspect in card.much_worse]
    if card.remarks:
        paid.append(t("first-remarks", remarks=len(card.remarks), titles=named(card.remarks)))
    return joined(paid)


def _from_to(card: FirstChange, aspect: Aspect) -> str:
    line = _line(card, aspect)
    return t("first-from-to", what=lower_first(line.label), before=line.words[0], after=line.words[1])


def _notes(card: FirstChange) -> list[str]:
    notes = [] if card.worsening("travail") else [t("first-same-work")]
    if not notes and "travail" not in card.much_worse:  # else its price says it
        notes.append(t("first-work", moved=from_to(*_line(card, "travail").words)))
    if any(move.family == "langues" for move in card.changes):
        notes.append(t("first-languages"))
    uncertain = [_from_to(card, aspect) for aspect in DRAWN if aspect in card.uncertain]
    return [*notes, t("first-by-chance", rest=joined(uncertain))] if uncertain else notes


def missing_words(outcome: FirstChanges, keep: Iterable[Family]) -> list[str]:
    """Return, a sentence each, why a size has no card, then what no card touches; nothing when every size has one."""
    from liaison.messaging.search.first_changes import SIZES

    if outcome.stopped:
        return [t("first-stopped")]
    sizes = [len(card.changes) for card in outcome.cards]
    without = [size for size in SIZES if size not in sizes]
    alone = [size for size in without if size < min(sizes, default=0)]
    lines = [t("first-none", changes=size) for size in alone] if sizes else [t("first-nothing")]
    if sizes and (no_more := without[len(alone) :]):
        lines.append(t("first-no-more", sizes=int("".join(map(str, no_more))), cards=len(sizes)))
    untouched = (lower_first(t(f"improve-family-{family}")) for family in dict.fromkeys(keep))
    return [*lines, t("first-scope", settings=joined(untouched))] if lines else []


def rule_words(outcome: FirstChanges) -> list[str]:
    """Return by which rule the cards were chosen, and from what."""
    from liaison.messaging.reading.uncertainty import CHANCE_DRAWS
    from liaison.messaging.search.tried import BEARABLE

    tried = t("first-tried", tried=outcome.tried, draws=CHANCE_DRAWS)
    rules = [
        t(f"first-{rule}", share=percent(BEARABLE), draws=CHANCE_DRAWS) for rule in ("kept", "rule", "much", "surely")
    ]
    return [*rules, tried]


__all__ = ["FirstChangesView", "card_of", "missing_words", "rule_words"]
