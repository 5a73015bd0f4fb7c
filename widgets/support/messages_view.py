"""Comment leur écrire : ce que le diagnostic change dans la messagerie, et qui est joint avant et après."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from liaison.across.changes_alone import policy_after
from liaison.base.words import lower_first
from liaison.messaging.policy.policy import Policy, to_yaml
from liaison.rules import rule
from liaison.support.plan.modes import change_sentences, modes_by_profile
from widgets.kit import BeforeAfter, Chart, DataTable, FileOut, Heading, Notice, Paragraphs, badge_of, stack
from widgets.support.state import PlanState
from widgets.support.words import quoted_purposes
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.reading.indicators import Indicators

t = texts("support")
RULE = "accompagnement/modes_par_profil"


class MessagesView:
    """Modes by place on each axis, changes of the policy with their reasons, reach before and after, the file."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self.nothing = Notice()
        columns = ("profil", "familles", "mode")
        self.modes = DataTable(
            caption=t("modes-caption"),
            columns=[{"id": name, "label": t(f"modes-{name}")} for name in columns],
        )
        self.changed = Heading(3, t("changes-title"))
        self.changes = Paragraphs()
        self.why = Paragraphs()
        self.fiction = Notice()
        self.both = BeforeAfter(label=t("reach-label"))
        self.chart = Chart(kind="compare", alt=t("reach-alt"), x_label=t("reach-x"), unit=t("families-unit"))
        self.whole = Paragraphs()
        self.prices = Heading(3, t("alone-title"))
        self.alone = stack([])
        self.policy = FileOut(label=t("take-policy"), help=t("take-policy-help"))
        self.policy.badge = badge_of(rule(RULE, state.today))
        self.policy.on_request(lambda: policy_file(state))
        self._body = (
            *(self.modes, self.changed, self.changes, self.why, self.policy),
            *(self.fiction, self.both, self.chart, self.prices, self.alone, self.whole),
        )
        self.body = stack([])
        self.widget = stack([self.nothing, self.body])

    def show(self) -> None:
        """Draw what the answers change; say what to open where there are none."""
        self.nothing.title, self.nothing.text = t("reach-computing"), ""
        self.policy.forget()
        state, indicators, changes = self.state, self.state.indicators(), self.state.changes()
        if indicators is None or changes is None:
            self.nothing.title, self.nothing.text = t("modes-nothing"), t("modes-nothing-text")
            self.body.children = ()
            return
        self.body.children = self._body
        self.modes.rows = [
            {
                "profil": t(
                    "modes-on-axis", axis=t(f"axis-{axis}"), place=lower_first(t(f"{axis}-{profile}".replace("_", "-")))
                ),
                "familles": count,
                "mode": mode,
            }
            for axis, profile, _, count, mode in modes_by_profile(indicators, state.today).itertuples(index=False)
        ]
        sentences = change_sentences(changes.changes, quoted_purposes())
        self.changes.lines = sentences or [t("changes-none")]
        self.why.lines = list(changes.unchanged)
        self._compare(policy_after(changes))
        self.nothing.title = ""

    def _compare(self, after: Policy) -> None:
        state = self.state
        self.fiction.title = "" if state.fictitious else t("out-fiction", school=state.fiction().name)
        before, now = state.reach(state.policy), state.reach(after)
        self.both.show(
            before={"title": t("reach-before", name=state.policy.name), "lines": _lines(before)},
            after={"title": t("reach-after", name=after.name), "lines": _lines(now)},
        )
        left = {group.profile: group for group in now.by_profile}
        self.chart.show(
            title=t("reach-title", before=len(before.left_out_families), after=len(now.left_out_families)),
            data=[
                {
                    "label": group.label,
                    "before": group.left_out,
                    "after": left[group.profile].left_out,
                    "total": group.families,
                }
                for group in before.by_profile
            ],
            series=[{"id": "before", "label": t("reach-now")}, {"id": "after", "label": t("reach-changed")}],
        )
        alone = [
            (Heading(4, each.change.name(quoted_purposes())), Paragraphs(lines=list(each.effects)))
            for each in state.told_alone()
        ]
        self.alone.children = tuple(part for pair in alone for part in pair)
        if state.fictitious and state.workshop_plan is None:
            self.whole.lines = [t("result-searching")]
            return
        planned = state.reach(after, "tout")
        self.whole.lines = [
            t("reach-whole", count=len(planned.left_out_families), total=planned.families),
            t("out-meaning"),
        ]


def _lines(reach: Indicators) -> list[dict[str, Any]]:
    figures = {
        "reach-out": (len(reach.left_out_families), "families-unit"),
        "reach-informed": (reach.reach.informed, "messages-unit"),
        "reach-load": (round(reach.load.per_week_median), "notifications-unit"),
        "reach-duplicates": (reach.duplicates, "duplicates-unit"),
    }
    return [{"label": t(label), "value": value, "unit": t(unit)} for label, (value, unit) in figures.items()]


def policy_file(state: PlanState) -> tuple[str, str, bytes]:
    """Return the policy changed after the diagnosis, as a file that module 01 opens; as it is without a diagnosis."""
    changes = state.changes()
    policy = state.policy if changes is None else policy_after(changes)
    return "politique_d_apres_le_diagnostic.yaml", "application/yaml", to_yaml(policy).encode()


__all__ = ["MessagesView", "policy_file"]
