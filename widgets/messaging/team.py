"""Le mode équipe : plusieurs politiques ouvertes, ce sur quoi elles diffèrent, et ce que l'équipe décide."""

from __future__ import annotations

from typing import Any

from liaison.messaging.policy.policy import Policy, PolicyError, minutes, parse_policy
from liaison.messaging.policy.team import Disagreement, compare, settle
from widgets.kit import Action, Chart, DataTable, FileIn, Notice, Paragraphs, SelectField, stack
from widgets.messaging.results import share_words
from widgets.messaging.state import LabState, Simulation
from widgets.texts import texts

t = texts("messaging")
SHOWN_AT_ONCE = 12


class TeamView:
    """Several policies: a map of disagreements, a choice for each, the agreed policy put on trial."""

    def __init__(self, state: LabState) -> None:
        self.state = state
        self.opened: dict[str, Policy] = {}
        self.open = FileIn(label=t("team-open"), help=t("team-open-help"), accept=".yaml,.yml,.json")
        self.open.on_file(self._take)
        self.notice = Notice()
        self.names = Paragraphs()
        self.ranges = Chart(kind="ranges", alt=t("team-ranges-alt"))
        columns = ("setting", "min", "median", "max", "agreement", "values")
        self.table = DataTable(
            caption=t("team-caption"),
            columns=[
                {
                    "id": name,
                    "label": t(f"team-{name}"),
                    "numeric": name == "agreement",
                    "unit": "%" * (name == "agreement"),
                }
                for name in columns
            ],
        )
        self.choices = stack([])
        self.more = Action(label=t("team-more"))
        self.keep = Action(label=t("team-keep"), main=True)
        self.clear = Action(label=t("team-clear"))
        self.more.on_press(self._show_more)
        self.keep.on_press(self._settle)
        self.clear.on_press(self._forget)
        self.fields: dict[str, SelectField] = {}
        self.disagreements: tuple[Disagreement, ...] = ()
        self.body = stack([])
        self.widget = stack([self.open, self.notice, self.body])

    def policies(self) -> list[Policy]:
        """Return the policies compared: the one on trial, then those opened."""
        return [self.state.policy, *self.opened.values()]

    def _take(self, name: str, content: bytes) -> None:
        self.opened[name] = parse_policy(content, f"« {name} »")
        self._draw()

    def show(self, _simulation: Simulation) -> None:
        """Draw the disagreements."""
        self._draw()

    def _draw(self) -> None:
        if not self.opened:
            self.notice.say("information", t("team-empty"), t("team-empty-text"))
            self.body.children = ()
            return
        self.notice.say()
        self.disagreements = compare(self.policies())
        self.names.lines = [t("team-names", names=", ".join(policy.name for policy in self.policies()))]
        if not self.disagreements:
            self.notice.say("information", t("team-agree"), "")
            self.body.children = (self.names, self.clear)
            return
        self.table.rows = [
            {
                "setting": setting.label,
                "min": _bound(setting, setting.minimum),
                "median": _bound(setting, setting.median),
                "max": _bound(setting, setting.maximum),
                "agreement": round(100 * setting.agreement),
                "values": " · ".join(setting.words),
            }
            for setting in self.disagreements
        ]
        measured = [range_of(setting, self.policies()) for setting in self.disagreements if setting.minimum is not None]
        self.ranges.show(title=t("team-ranges", count=len(measured)), data=measured)
        self.fields = {}
        self.choices.children = ()
        self._show_more()
        self.body.children = (self.names, self.ranges, self.table, self.choices, self.more, self.keep, self.clear)

    def _show_more(self) -> None:
        start = len(self.fields)
        for setting in self.disagreements[start : start + SHOWN_AT_ONCE]:
            # Several policies may say the same: one option for each different value.
            words = dict.fromkeys((setting.proposed_words, *setting.words))
            self.fields[setting.path] = SelectField(
                label=t("team-settle", label=setting.label),
                help=t("team-agreement-help", share=share_words(setting.agreement), proposed=setting.proposed_words),
                options=[{"value": word, "label": word} for word in words],
                value=setting.proposed_words,
            )
        self.choices.children = tuple(self.fields.values())
        self.more.disabled = len(self.fields) == len(self.disagreements)

    def _settle(self) -> None:
        choices: dict[str, Any] = {}
        for setting in self.disagreements:
            field = self.fields.get(setting.path)
            if field is not None and field.value in setting.words:
                choices[setting.path] = setting.values[setting.words.index(field.value)]
        try:
            agreed = settle(self.policies(), choices, name=t("team-name"))
        except PolicyError as error:
            self.notice.say("erreur", t("team-not-kept"), str(error))
            return
        self.opened = {}
        self.state.policy = agreed
        self._draw()
        self.notice.say("information", t("team-kept"), t("team-kept-text"))

    def _forget(self) -> None:
        self.opened = {}
        self._draw()


def range_of(setting: Disagreement, policies: list[Policy]) -> dict[str, Any]:
    """Return the chart row of a measured setting: one mark per policy that has a value."""
    as_time = setting.kind == "time"
    values = [
        {"label": policy.name, "value": minutes(value) if as_time else value}
        for policy, value in zip(policies, setting.values, strict=True)
        if value is not None
    ]
    return {"label": setting.label, "values": values, "unit": setting.unit, "format": "time" if as_time else "number"}


def _bound(setting: Disagreement, value: int | str | None) -> str:
    return "" if value is None else f"{value}\u00a0{setting.unit}".rstrip()
