"""« Que changer en premier ? » : un but en quelques champs, une recherche, ce qui y mène et ce qu'il en coûte."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from liaison.messaging.policy.policy import Policy, to_yaml
from liaison.messaging.search.aims import Aim, Family, Goal
from liaison.messaging.vocabulary import PURPOSES, evening_hours
from widgets.kit import (
    Action,
    CheckField,
    FileOut,
    MadeOf,
    Panels,
    Paragraphs,
    Question,
    RangeField,
    ResultSentence,
    SelectField,
    SourceNote,
    badge_of,
    file_stem,
    stack,
)
from widgets.kit.background import Background, Stop, Tell
from widgets.messaging.fields import options
from widgets.messaging.first_changes import FirstChangesView
from widgets.messaging.single_changes import SingleChanges
from widgets.messaging.state import ON_TRIAL, LabState, Simulation
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.search.search import SearchResult
    from liaison.messaging.search.tried import Tried

t = texts("messaging")
KEPT: tuple[Family, ...] = ("destinataires", "ecriture")


class AimFields:
    """An aim in a few fields: whom to tell of what within how long, quiet evenings, how many messages, what stays."""

    def __init__(self) -> None:
        self.purpose = SelectField(label=t("improve-purpose"), options=options(PURPOSES))
        self.purpose.value = "absence"
        self.minutes = RangeField(label=t("improve-minutes"), min=15, max=1440, step=15, unit=t("minutes-unit"))
        self.minutes.value = 60
        self.share = RangeField(label=t("improve-share"), min=50, max=100, unit="%")
        self.share.value = 90
        self.evening = CheckField(label=t("improve-evening", evening_hours=evening_hours()))
        self.evening.value = True
        self.per_week = RangeField(label=t("improve-per-week"), min=1, max=30, unit=t("improve-per-week-unit"))
        self.per_week.value = 8
        self.keep = Question(
            label=t("improve-keep"),
            help=t("improve-keep-help"),
            kind="checkbox",
            options=[{"value": name, "label": t(f"improve-family-{name}")} for name in get_args(Family)],
        )
        self.keep.value = list(KEPT)
        questions = (self.purpose, self.share, self.minutes, self.evening, self.per_week)
        self.all = (*questions, self.keep)
        self.widget = stack([*questions])  # what stays is said once, of the cards and of the trails

    def aim(self) -> Aim:
        """Return the aim that is on screen."""
        goals = [
            Goal(
                measure="part_prevenue",
                purpose=self.purpose.value or "absence",
                within_min=int(self.minutes.value),
                at_least=self.share.value / 100,
            ),
            Goal(measure="notifications_par_semaine", at_most=float(self.per_week.value)),
        ]
        if self.evening.value:
            goals.insert(1, Goal(measure="notifications_soir", at_most=0))
        return Aim(name=t("improve-aim"), goals=tuple(goals), keep=tuple(self.keep.value))


class ImproveView:
    """Three cards first; behind a fold, an aim, the search, and what it found: the sentence, single changes, trails.

    What the team does not touch, chosen with the aim, no card touches either.
    """

    def __init__(self, state: LabState) -> None:
        from liaison.messaging.search.single_changes import LOCKED
        from liaison.rules import rule

        self.state = state
        self.outcome: SearchResult | None = None
        self.fields = AimFields()
        self.first = FirstChangesView(state, lambda: (*LOCKED, *self.fields.keep.value))
        self.look = Action(label=t("first-look"), main=True)
        self.search = Action(label=t("improve-search"))
        self.searching = Background(t("improve-searching"))
        self.answer = ResultSentence()
        self.made_of = MadeOf(self._asked_for, self.answer, t("improve-stale"), t("improve-stale-text"))
        self.made_of.follow(state, "policy", *ON_TRIAL)
        for field in self.fields.all:
            self.made_of.follow(field, "value")
        self.changes = Paragraphs()
        self.goals = Paragraphs()
        self.alone = SingleChanges()
        self.trail = SelectField(label=t("improve-trail"))
        self.about = Paragraphs()
        self.open = Action(label=t("improve-open"))
        self.keep = FileOut(label=t("improve-file"))
        self.always = Paragraphs()
        self.source = SourceNote(text=t("improve-source"), badge=badge_of(rule("comportement/travail", state.start)))
        self.search.on_press(self._start)
        self.open.on_press(self._open)
        self.keep.on_request(self._made)
        self.trail.observe(lambda _change: self._show_trail(), "value")
        intro = Paragraphs(lines=[t("improve-intro")])
        self._form = (intro, self.fields.widget, self.search, self.searching.widget)
        self.trails_place = stack([*self._form])
        fold = Panels([t("improve-trails")], [self.trails_place], open_index=-1)
        first = Paragraphs(lines=[t("improve-first")])
        self.look.on_press(self.first.look)
        self.fields.keep.observe(lambda _change: self.first.forget(), "value")
        self.widget = stack([first, self.fields.keep, self.look, self.first.widget, self.first.rule, fold])

    def show(self, _simulation: Simulation) -> None:
        """Keep what was found: it takes time. The trails say by themselves when they are of other settings."""
        self.first.follows()

    def _asked_for(self) -> tuple[object, ...]:
        return (self.fields.aim(), *self.state.on_trial())

    def _start(self) -> None:
        self.outcome = None
        self.trails_place.children = self._form
        self.made_of.forget()
        made_of = self._asked_for()
        prepared, policy, aim = self.state.prepared(), self.state.policy, self.fields.aim()

        def work(tell: Tell, stopped: Stop) -> SearchResult:
            from liaison.messaging.search.search import Search

            search = Search(prepared, policy, aim)
            for far in search.steps(stopped):
                tell(far.tried, far.total, t("improve-far", doing=far.doing, tried=far.tried))
            return search.result()

        def take(outcome: SearchResult) -> None:
            self.profiles = prepared.family_profile
            self._take(outcome)
            self.made_of.made(made_of)

        self.searching.start(work, take)

    def _take(self, outcome: SearchResult) -> None:
        """Draw what a search found."""
        from liaison.messaging.reading.uncertainty import CHANCE_DRAWS
        from liaison.messaging.search.tried import MOST_DRAWS
        from liaison.messaging.search.words import always_out_words, changes_words, proof_words, verdict

        self.outcome = outcome
        # A mark of success is not given to what is paid for elsewhere: the sentence says the price.
        self.answer.tone = "alerte" if outcome.best is None else "bon" if outcome.good else "neutre"
        self.answer.text = verdict(outcome)
        tried = t(
            "improve-stopped" if outcome.stopped else "improve-tried",
            tried=outcome.tried,
            whole=outcome.whole,
            draws=CHANCE_DRAWS,
            most=MOST_DRAWS,
        )
        self.answer.detail = f"{proof_words(outcome)} {tried}".strip()
        self.alone.take(outcome)
        self.trails = {f"piste_{rank}": candidate for rank, candidate in enumerate(outcome.trails, start=1)}
        self.trail.help = f"{t(f'improve-trail-first-{self._first(outcome)}')} {t('improve-trail-others')}"
        self.trail.options = [
            {"value": name, "label": t("improve-trail-label", rank=rank, changes=changes_words(candidate))}
            for rank, (name, candidate) in enumerate(self.trails.items(), start=1)
        ]
        self.trail.value = "piste_1"
        self._show_trail()
        self.always.lines = [always_out_words(outcome)]
        about = (self.changes, self.goals, self.about)
        shown = (self.made_of.notice, self.answer, self.trail, *about, self.open, self.keep)
        singles = self.alone.parts if outcome.singles else ()  # none when the team keeps everything
        self.trails_place.children = (*self._form, *shown, *singles, self.always, self.source)

    @staticmethod
    def _first(outcome: SearchResult) -> str:
        """Return what the first trail is, for the list of trails to say it."""
        from liaison.messaging.search.tried import Reliability

        if outcome.best is None:
            return "nearest"
        name = "best" if outcome.best.changes else "start"
        return name if outcome.best.held == Reliability.ALWAYS else f"{name}-here"

    def _chosen(self) -> Tried | None:
        return self.trails.get(self.trail.value) if self.outcome is not None else None

    def _show_trail(self) -> None:
        from liaison.messaging.search.words import (
            cost_words,
            goals_words,
            left_by_profile,
            who_gains_and_loses,
        )

        chosen = self._chosen()
        if chosen is None or self.outcome is None:
            return
        self.keep.forget()
        profiles = left_by_profile(self.outcome, chosen, self.profiles)
        # A list that is closed cuts a long trail.
        named = [f"{move.label}." for move in chosen.changes]
        self.changes.lines = [t("improve-changes"), *named] if named else []
        self.goals.lines = goals_words(self.outcome, chosen)
        self.about.lines = [who_gains_and_loses(profiles, chosen), *cost_words(self.outcome, chosen)]
        self.open.disabled = not chosen.changes

    def _policy(self) -> Policy:
        chosen = self._chosen()
        if self.outcome is None or chosen is None or not chosen.changes:
            return self.state.policy
        return chosen.policy.changed(name=t("improve-named", name=self.outcome.start.policy.name))

    def _open(self) -> None:
        """Put the policy of the trail on trial in the lab."""
        self.state.policy = self._policy()

    def _made(self) -> tuple[str, str, bytes]:
        policy = self._policy()
        return f"{file_stem(policy.name)}.yaml", "application/yaml", to_yaml(policy).encode("utf-8")


__all__ = ["AimFields", "ImproveView"]
