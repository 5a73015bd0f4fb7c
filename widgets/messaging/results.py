"""Les résultats d'une politique : qui est joint, qui est laissé de côté, ce que disent les textes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from liaison.base.numbers import percent
from liaison.messaging.policy.compliance import check
from liaison.messaging.vocabulary import DAYS, PROFILE_LABELS, evening_hours
from liaison.messaging.wording import KINDS
from widgets.kit import (
    BeforeAfter,
    Chart,
    DataTable,
    FamilyCard,
    FindingList,
    Group,
    LabResults,
    Notice,
    Paragraphs,
    RangeField,
    ResultSentence,
    SelectField,
    badge_of,
    stack,
)
from widgets.messaging.fields import options
from widgets.messaging.left_out import LeftOutView
from widgets.messaging.reference import before_title, reference_field
from widgets.messaging.state import ON_TRIAL, LabState, Simulation
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.reading.indicators import Indicators

t = texts("messaging")


def share_words(share: float) -> str:
    """Return a share: « 4 % », and under one what still tells two policies apart, « 0,4 % »."""
    return percent(share, most=1 if share < 0.01 else 0)


class MessagingResults(LabResults):
    """The results of a policy on trial; `extra` groups come after those of the simulation."""

    def __init__(self, state: LabState, extra: Mapping[str, Callable[[], Group]]) -> None:
        self.state = state
        makers: dict[str, Callable[[], Group]] = {
            "reach": ReachView,
            "out": lambda: LeftOutView(state),
            "when": WhenView,
            "texts": lambda: TextsView(state),
            "week": lambda: WeekView(state),
            "compare": lambda: CompareView(state),
            **extra,
        }
        waiting = ResultSentence(text=t("waiting"), detail=t("waiting-detail"))
        super().__init__(state, ["policy", "reference", *ON_TRIAL], makers, waiting, lambda name: t(f"tab-{name}"))

    def draw(self, name: str, view: Group) -> None:
        """Draw what the simulation says."""
        view.show(self.state.simulation())

    def say(self) -> None:
        """Say who is left out, and who is informed."""
        figures = self.state.simulation().indicators
        out, total = len(figures.left_out_families), figures.families
        self.summary.tone = "alerte" if out else "bon"
        self.summary.text = t(
            "result", out=out, total=total, percent=share_words(out / total), policy=self.state.policy.name
        )
        self.summary.detail = t(
            "result-detail",
            informed=figures.reach.informed,
            messages=figures.reach.messages,
            percent=share_words(figures.reach.share),
            load=round(figures.load.per_week_median),
            evening=figures.load.evening,
            evening_hours=evening_hours(),
            weeks=self.state.weeks,
        )


class ReachView:
    """Who is reached: by family profile, then by purpose."""

    def __init__(self) -> None:
        self.chart = Chart(kind="bars", alt=t("reach-alt"), x_label=t("reach-x"), unit=t("messages-unit"))
        columns = ("purpose", "messages", "informed", "share", "median", "p95")
        units = {"share": "%", "median": t("minutes-short"), "p95": t("minutes-short")}
        self.table = DataTable(
            caption=t("purposes-caption"),
            columns=[
                {"id": name, "label": t(f"purposes-{name}"), "numeric": name != "purpose", "unit": units.get(name, "")}
                for name in columns
            ],
        )
        self.widget = stack([self.chart, self.table])

    def show(self, simulation: Simulation) -> None:
        """Draw both."""
        figures = simulation.indicators
        ranked = sorted(figures.by_profile, key=lambda reach: reach.share)
        self.chart.show(
            title=t(
                "reach-title",
                worst=ranked[0].label,
                share=share_words(ranked[0].share),
                best=ranked[-1].label,
                best_share=share_words(ranked[-1].share),
            ),
            data=[{"label": reach.label, "count": reach.informed, "total": reach.messages} for reach in ranked],
            highlight=[ranked[0].label],
        )
        self.table.rows = [
            {
                "purpose": reach.label,
                "messages": reach.messages,
                "informed": reach.informed,
                "share": round(100 * reach.share),
                "median": reach.median_min,
                "p95": reach.p95_min,
            }
            for reach in figures.by_purpose
        ]


class WhenView:
    """When it rings, and what it weighs on families and staff."""

    def __init__(self) -> None:
        self.chart = Chart(kind="hours", alt=t("when-alt"), unit=t("notifications-unit"))
        self.notes = Paragraphs()
        self.widget = stack([self.chart, self.notes])

    def show(self, simulation: Simulation) -> None:
        """Draw the hours and say the loads."""
        figures, promise = simulation.indicators, simulation.trace.policy.reply_within_hours
        load, staff = figures.load, figures.staff
        policy = simulation.trace.policy
        silent = policy.suspended["responsables"].mask() | policy.quiet["responsables"].mask()
        self.chart.show(
            title=t(
                "when-title",
                evening=load.evening,
                evening_hours=evening_hours(),
                total=load.total,
                weekend=load.weekend,
            ),
            data=[
                {"row": name, "column": f"{hour}\u00a0h", "count": count, "marked": bool(silent[day, 2 * hour])}
                for day, (name, counts) in enumerate(zip(DAYS, load.by_hour, strict=True))
                for hour, count in enumerate(counts)
            ],
        )
        lines = [
            t("weekend-posed"),
            t("load-text", median=round(load.per_week_median), p95=round(load.per_week_p95)),
            t("duplicates-text", count=figures.duplicates),
            t(
                "staff-text",
                written=staff.written_out_of_hours,
                notified=staff.notified_out_of_hours,
                night=staff.notified_at_night,
                evening_hours=evening_hours(),
                owed=staff.replies_owed,
            ),
            t("shared-text", accounts=figures.shared.accounts, messages=figures.shared.messages),
        ]
        if promise:
            lines.append(t("staff-promise", kept=staff.replies_in_time, owed=staff.replies_owed))
        self.notes.lines = lines


class TextsView:
    """What the texts say of the policy: findings with their rule."""

    def __init__(self, state: LabState) -> None:
        self.state = state
        self.nothing = Notice()
        self.intro = Paragraphs()
        self.findings = FindingList()
        self.widget = stack([self.nothing, self.intro, self.findings])

    def show(self, simulation: Simulation) -> None:
        """List the findings of the policy at the first day of the period."""
        kind = simulation.trace.prepared.school.kind
        findings = check(simulation.trace.policy, self.state.start, kind)
        self.nothing.title = "" if findings else t("texts-none")
        self.nothing.text = "" if findings else t("texts-none-text")
        legal = sum(finding.rule.binding for finding in findings)
        lines = [t("texts-intro", count=len(findings), legal=legal)] if findings else []
        self.intro.lines = [*lines, t("texts-kind", kind=KINDS[kind])]
        self.findings.findings = [
            {
                "severity": finding.severity,
                "severity_label": t(f"severity-{finding.severity}"),
                "title": finding.title,
                "detail": finding.detail,
                "change": finding.change,
                "badge": badge_of(finding.rule),
            }
            for finding in findings
        ]


class WeekView:
    """One family's week, told, for the profile chosen."""

    def __init__(self, state: LabState) -> None:
        self.state = state
        self.profile = SelectField(label=t("week-profile"), options=options(PROFILE_LABELS))
        self.profile.value = "travail_nuit"
        self.week = RangeField(label=t("week-number"), min=1, max=max(2, state.weeks))
        self.week.value = 2
        self.nobody = Notice()
        self.card = FamilyCard()
        for part in (self.profile, self.week):
            part.observe(lambda _change: self.show(state.simulation()), "value")
        self.widget = stack([self.profile, self.week, self.nobody, self.card])

    def show(self, simulation: Simulation) -> None:
        """Tell the week."""
        from liaison.messaging.reading.story import tell, typical_adult

        self.week.max = simulation.trace.prepared.period.weeks
        adult = typical_adult(simulation.trace.prepared, self.profile.value or "travail_nuit")
        self.nobody.title = t("week-none") if adult is None else ""
        if adult is None:
            self.card.show("")
            return
        story = tell(simulation.trace, adult, int(self.week.value) - 1)
        self.card.show(**story.model_dump())


class CompareView:
    """Two policies side by side: the one on trial and a reference."""

    def __init__(self, state: LabState) -> None:
        self.state = state
        self.reference = reference_field(state)
        self.both = BeforeAfter(label=t("compare-label"))
        self.chart = Chart(kind="compare", alt=t("compare-chart"), x_label=t("reach-x"), unit=t("messages-unit"))
        self.same = Notice()
        self.widget = stack([self.reference, self.same, self.both, self.chart])

    def show(self, simulation: Simulation) -> None:
        """Draw the reference as before, the policy on trial as after."""
        before, after = self.state.simulation(self.state.reference).indicators, simulation.indicators
        self.same.say("information", *([t("compare-same"), t("compare-same-text")] if before is after else []))
        # A model that was brought changed, and is changed again, has one name before and after.
        now, alike = (
            t("compare-after", name=self.state.policy.name),
            self.state.reference.name == self.state.policy.name,
        )
        self.both.show(
            before={"title": before_title(self.state), "lines": key_figures(before)},
            after={"title": now, "lines": key_figures(after)},
        )
        informed = {reach.profile: reach.informed for reach in before.by_profile}
        self.chart.show(
            title=t("compare-chart"),
            data=[
                {
                    "label": reach.label,
                    "before": informed[reach.profile],
                    "after": reach.informed,
                    "total": reach.messages,
                }
                for reach in after.by_profile
            ],
            series=[
                {"id": "before", "label": before_title(self.state) if alike else self.state.reference.name},
                {"id": "after", "label": now if alike else self.state.policy.name},
            ],
        )


def key_figures(figures: Indicators) -> list[dict[str, Any]]:
    """Return the figures by which two policies are compared."""
    evening = evening_hours()
    return [
        {"label": t("compare-out"), "value": len(figures.left_out_families), "unit": t("families-unit")},
        {"label": t("compare-informed"), "value": figures.reach.informed, "unit": t("messages-unit")},
        {
            "label": t("compare-evening", evening_hours=evening),
            "value": figures.load.evening,
            "unit": t("notifications-unit"),
        },
        {"label": t("compare-weekend"), "value": figures.load.weekend, "unit": t("notifications-unit")},
        {"label": t("compare-load"), "value": round(figures.load.per_week_median), "unit": t("notifications-unit")},
        {"label": t("compare-duplicates"), "value": figures.duplicates, "unit": t("duplicates-unit")},
        {"label": t("compare-staff"), "value": figures.staff.notified_out_of_hours, "unit": t("messages-unit")},
        {
            "label": t("compare-staff-night", evening_hours=evening),
            "value": figures.staff.notified_at_night,
            "unit": t("messages-unit"),
        },
    ]
