"""« Qui reste dehors » : chaque famille à sa place ; celle que l'on touche, sa semaine, et ce qui la joindrait."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import ipywidgets

from liaison.base.numbers import percent
from liaison.messaging.vocabulary import evening_hours
from widgets.kit import (
    Action,
    Chart,
    DataTable,
    DotsTwice,
    FamilyCard,
    Heading,
    Notice,
    Paragraphs,
    SelectField,
    Titled,
    TriedFrom,
    stack,
    unprojected,
)
from widgets.kit.background import Background
from widgets.messaging.fields import options
from widgets.messaging.lever_words import does_words
from widgets.messaging.policy_name import changed_name, suite_named
from widgets.messaging.reference import compared_words
from widgets.messaging.state import LabState, Simulation
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.delivery.simulate import Trace
    from liaison.messaging.policy.policy import Policy
    from liaison.messaging.reading.family_states import FamilyPlaces, FamilyStates, Grouping
    from liaison.messaging.search.one_family import OneChange, OneFamily, TellingWeek
    from liaison.messaging.traffic.prepared import Prepared

t = texts("messaging")


class FamiliesPicture:
    """Every family where it stands, and the one that is pressed.

    Those that the policy on trial changes, beside the one that it is compared with, are ringed, and may be drawn twice.
    """

    def __init__(self, state: LabState) -> None:
        from liaison.messaging.reading.family_states import GROUPINGS, state_words

        self.by = SelectField(
            label=t("families-by"), options=options({name: t(f"families-by-{name}") for name in GROUPINGS})
        )
        self.by.value = GROUPINGS[0]
        *states, mark = state_words(2)
        self.twice = DotsTwice(states, [*state_words(1)], mark)
        self.families = self.twice.after
        self.pressed = PressedFamily(state, self.twice.close)
        self.compared = Paragraphs()
        self.state = state
        self._drawn: tuple[Trace, FamilyStates] | None = None
        self._before: tuple[Trace, FamilyStates] | None = None
        self._title, self._title_before = "", ""
        self._places: dict[Grouping, FamilyPlaces] = {}
        self.by.observe(lambda _change: self._draw(), "value")
        self.families.observe(lambda _change: self._tell(), "chosen")
        self.picture = stack([self.by, self.compared, self.twice.widget])

    @cached_property
    def widget(self) -> ipywidgets.Widget:
        """The picture, and under it the family that is pressed."""
        return stack([self.picture, self.pressed.widget])

    def show(self, simulation: Simulation, twice: bool = False) -> None:
        """Draw the families, and tell of the one that is pressed; `twice`: as they were too, if they have changed."""
        from liaison.messaging.reading.family_states import family_changes, family_states

        trace = simulation.trace
        if self._drawn is None or self._drawn[0] is not trace:
            same = self._drawn is not None and self._drawn[0].prepared is trace.prepared
            self._drawn = (trace, family_states(trace))
            if not same:
                self._places.clear()
                self.families.chosen = -1
        before = self.state.simulation(self.state.reference)
        changed = before.trace is not trace
        if changed and (self._before is None or self._before[0] is not before.trace):
            self._before = (before.trace, family_states(before.trace))
        elif not changed:
            self._before = None
        moved = family_changes(self._before[1], self._drawn[1]).count if self._before else 0
        self.compared.lines = [compared_words(self.state, moved)] if changed else []
        self._title_before = _out_words(before) if changed and twice else ""
        title = _out_words(simulation)
        name = self.state.policy.name
        # A name that the suite did not give is its school's own word: no room sees it.
        own = not self._title_before and not suite_named(name)
        self.families.about = t("families-own-name", policy=name) if own else ""
        of = t("families-own") if own else t("families-policy", policy=name)
        compared = " ".join(self.compared.lines)
        self.families.of = f"{t('families-of', policy=name, school=self.state.school_name)} {compared}".strip()
        # A model that was changed: the line above has just named it.
        named = changed and not own and name == changed_name(self.state.reference.name)
        self._title = title if self._title_before or named else f"{title} {of}"
        self._draw()
        self._tell()

    def _draw(self) -> None:
        from liaison.messaging.reading.family_states import families_drawn, family_places

        if self._drawn is None:
            return
        by: Grouping = self.by.value  # type: ignore[assignment]
        trace, states = self._drawn
        if by not in self._places:  # a lever moves nobody to another class
            self._places[by] = family_places(trace.prepared, by)
        places, former = self._places[by], None
        before = self._before[1] if self._before is not None else None
        if before is not None and self._title_before:
            former = Titled(families_drawn(places, before, states), self._title_before)
        self.twice.show(Titled(families_drawn(places, states, before), self._title), former)

    def _tell(self) -> None:
        if self._drawn is not None:
            self.pressed.show(self._drawn[0], self.families.chosen)
            self.pressed.heading.text = t("family-heading-after" if self._title_before else "family-heading")


def _out_words(simulation: Simulation) -> str:
    figures = simulation.indicators
    return t("families-out", out=len(figures.left_out_families), total=figures.families)


class ReasonsView:
    """Those who are left out, by reason; beside, `meaning`: what the words of the picture mean."""

    def __init__(self) -> None:
        from liaison.messaging.reading.family_states import LATE_FROM

        self.nobody = Notice()
        self.chart = Chart(kind="dots", alt=t("out-alt"), unit=t("families-unit"))
        self.meaning = Paragraphs(
            lines=[
                t("left-out-meaning"),
                t("reason-meaning"),
                t("late-meaning", percent=percent(LATE_FROM)),
                t("disturbed-meaning", evening_hours=evening_hours()),
            ]
        )
        self.widget = stack([self.nobody, self.chart])

    def show(self, simulation: Simulation) -> None:
        """Draw the reasons."""
        figures = simulation.indicators
        out = len(figures.left_out_families)
        self.nobody.title = "" if out else t("out-none")
        self.nobody.text = "" if out else t("out-none-text")
        reason = figures.left_out[0].label.lower() if figures.left_out else ""
        ties = sum(reach.families == figures.left_out[0].families for reach in figures.left_out)
        self.chart.show(
            title=t("out-title", count=out, reason=reason, ties=ties),
            data=[{"label": reach.label, "count": reach.families} for reach in figures.left_out],
        )


class LeftOutView:
    """Who is left out: the picture of the families, then those left out by reason and by profile."""

    def __init__(self, state: LabState) -> None:
        self.picture = FamiliesPicture(state)
        self.reasons = ReasonsView()
        self.table = DataTable(
            caption=t("out-caption"),
            columns=[
                {"id": "profile", "label": t("out-profile")},
                {"id": "families", "label": t("out-families"), "numeric": True},
                {"id": "out", "label": t("out-out"), "numeric": True},
            ],
        )
        self.widget = stack([self.picture.widget, self.reasons.widget, self.table])

    def show(self, simulation: Simulation) -> None:
        """Draw the families, the reasons and the table."""
        self.picture.show(simulation)
        self.reasons.show(simulation)
        self.table.rows = [
            {"profile": reach.label, "families": reach.families, "out": reach.left_out}
            for reach in simulation.indicators.by_profile
        ]


class PressedFamily:
    """The family that was pressed: the week of the adult who follows, and the one change that does most for it.

    `close`: what gives the picture back.
    """

    def __init__(self, state: LabState, close: Action) -> None:
        self.state, self.close = state, close
        self.shown: tuple[Trace, int] | None = None
        self.change: OneChange | None = None
        self._week: TellingWeek | None = None
        self.heading = Heading(3, t("family-heading"), small=True)
        self.does_most = Paragraphs()
        self.try_it = Action(label=t("family-try"))
        self.try_it.on_press(self._try)
        self.done, self.back = Paragraphs(), Action(label=t("family-back"))
        self.back.on_press(self._go_back)
        self._from: TriedFrom[Policy] = TriedFrom(state, "tried_family")
        self._tried: Tried | None = None
        self._closing = close.label
        self.search = Background(t("family-searching"), t("family-search-failed"))
        self.week = Paragraphs()
        self.card = FamilyCard()
        self.widget = unprojected(stack())

    def show(self, trace: Trace, family: int) -> None:
        """Tell of a family; of nobody under 0. What does most for it is looked for meanwhile."""
        from liaison.messaging.reading.story import tell
        from liaison.messaging.search.one_family import adult_of, telling_week

        if self.shown is not None and self.shown[0] is trace and self.shown[1] == family:
            return
        self.shown, self.change = (trace, family), None
        self.search.stop()
        adult = adult_of(trace, family) if family >= 0 else None
        if adult is None:
            self.widget.children = ()
            return
        former = self._from.before(self.state.policy)
        tried = self._tried if self._tried and self._tried.of(former, family, trace) else None
        week = telling_week(trace, family, tried.week.week if tried else None)
        story = tell(trace, adult, week.week)
        self.card.show(**story.model_dump())
        missed = week.written - week.informed
        self.week.lines = [
            _week_tried(tried.week, week) if tried else t("family-week", missed=missed, written=week.written),
            t(
                "family-informed",
                informed=week.informed,
                own=week.own,
                others=week.informed - week.own,
                name=story.name,
            ),
        ]
        self.close.label = self._closing
        if tried:
            self._say_tried(tried, trace)
            self.widget.children = (self.close, self.heading, self.done, self.back, self.week, self.card)
            return
        self._week = week
        self.widget.children = (self.close, self.heading, self.search.widget, self.week, self.card)
        if former is None:
            self._look(trace, family, self._propose)
        else:
            before = self.state.simulation(former).trace
            self._look(before, family, lambda change: self._recognise(former, before, change))

    def _look(self, trace: Trace, family: int, then: Callable[[OneChange | None], object]) -> None:
        """Look for what does most for a family, as messages go in a trace."""
        from liaison.messaging.search.one_family import one_change

        self.search.start(lambda _tell, _stop: one_change(trace, family, self.state.start), then)

    def _recognise(self, former: Policy, before: Trace, change: OneChange | None) -> None:
        """Tell of the change on trial, where it is that of this family; else look for what does most now."""
        from liaison.messaging.search.one_family import telling_week

        if self.shown is None:
            return
        trace, family = self.shown
        if change is None or _made(former, change) != self.state.policy:
            self._look(trace, family, self._propose)
            return
        self._tried = Tried(family, former, before.prepared, change.move.label, telling_week(before, family))
        self.shown = None
        self.show(trace, family)

    def _propose(self, change: OneChange | None) -> None:
        self.change = change
        self.does_most.lines = change_lines(change, self._is_drawn_beside(self.state.policy))
        more = (self.try_it,) if change else ()
        self.widget.children = (self.close, self.heading, self.does_most, *more, self.week, self.card)

    def _is_drawn_beside(self, policy: Policy) -> bool:
        """Whether the families that are ringed are those that have changed since this policy."""
        return self.state.simulation(policy) is self.state.simulation(self.state.reference)

    def _try(self) -> None:
        if self.change is not None and self.shown is not None and self._week is not None:
            policy = self.state.policy
            trace, family = self.shown
            self._tried = Tried(family, policy, trace.prepared, self.change.move.label, self._week)
            self._from.write((policy, _made(policy, self.change)))
            self.state.policy = _made(policy, self.change)

    def _say_tried(self, tried: Tried, trace: Trace) -> None:
        """Say what the change on trial has moved, and what has become of the family; lead to those that are ringed."""
        from liaison.messaging.reading.family_states import family_changes, family_states
        from liaison.messaging.search.one_family import OneFamily

        former, states = family_states(self.state.simulation(tried.former).trace), family_states(trace)
        moved = family_changes(former, states).count
        if moved and self._is_drawn_beside(tried.former):
            self.close.label = t("family-close-tried")
        became = [OneFamily.of(each, tried.family) for each in (former, states)]
        self.done.lines = [t("family-tried", change=tried.change, moved=moved), *_count_lines("tried", *became)]

    def _go_back(self) -> None:
        if self._tried is not None:
            self.state.policy = self._tried.former


class Tried(NamedTuple):
    """A change tried for a family: what was, and of which; the change in words, the week told of before."""

    family: int
    former: Policy
    prepared: Prepared
    change: str
    week: TellingWeek

    def of(self, former: Policy | None, family: int, trace: Trace) -> bool:
        """Whether it was tried for this family of this school, from this policy."""
        return (self.former, self.family) == (former, family) and self.prepared is trace.prepared


def _made(former: Policy, change: OneChange) -> Policy:
    return change.move.apply(former).changed(name=changed_name(former.name))


def change_lines(change: OneChange | None, ringed: bool = True) -> list[str]:
    """Return what the one change does for a family, in sentences; `ringed`: those that it moves are told by a ring."""
    if change is None:
        return [t("family-change-none")]
    before, after = change.before, change.after
    key = "already" if before.state == "a_temps" else "reaches" if change.reaches else "helps"
    lines = [t(f"family-change-{key}", change=change.move.label), *_count_lines("change", before, after)]
    if not change.school.moved:
        return [*lines, t("family-change-nobody")]
    return [*lines, f"{does_words(change.school)} {t('family-change-others' if ringed else 'family-change-added')}"]


def _count_lines(when: str, before: OneFamily, after: OneFamily) -> list[str]:
    """Return what becomes of a family, in counts; `when`: `change`, before it is tried, or `tried`."""
    lines = []
    if before.informed != after.informed:
        lines.append(t(f"family-{when}-counts", written=before.written, before=before.informed, after=after.informed))
    if before.rings != after.rings:
        more = "fewer" if after.rings < before.rings else "more"
        lines.append(t(f"family-{when}-{more}-rings", rings=abs(after.rings - before.rings)))
    return lines


def _week_tried(before: TellingWeek, after: TellingWeek) -> str:
    return t(
        "family-week-tried",
        missed=after.written - after.informed,
        written=after.written,
        before=before.written - before.informed,
        before_written=before.written,
    )


__all__ = ["FamiliesPicture", "LeftOutView", "PressedFamily", "ReasonsView", "change_lines"]
