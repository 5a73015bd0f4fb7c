"""D'où part une politique, et sur quelle école fictive on l'essaie."""

from __future__ import annotations

from typing import Any

from liaison.messaging.policy.policy import PolicyError, load_policy, parse_policy, preset_names
from liaison.messaging.vocabulary import FEWEST_WEEKS, MOST_WEEKS
from widgets.kit import FileIn, Notice, Question, RangeField, SelectField, as_one, stack
from widgets.kit.following import sets
from widgets.messaging.fields import options
from widgets.messaging.policy_link import open_link
from widgets.messaging.state import LabState, scenario
from widgets.texts import texts

t = texts("messaging")


class StartFrom:
    """Where the policy comes from: a preset of the suite or a file; and the school on which it is tried.

    `seed` is no part of `widget`: it stands further away.
    """

    def __init__(self, state: LabState) -> None:
        self.state = state
        self.presets = {name: load_policy(name) for name in preset_names()}
        names = {key: policy.name for key, policy in self.presets.items()}
        self.preset = SelectField(label=t("preset"), help=t("preset-help"), options=options(names))
        self.open = FileIn(label=t("open-policy"), help=t("open-policy-help"), accept=".yaml,.yml,.json")
        self.link = Question(label=t("link-field"), help=t("link-field-help"), kind="short_text")
        self.notice = Notice()
        values = scenario()
        # Names only: the generator and pandas are imported at the first simulation.
        self.school = SelectField(label=t("school"), help=t("school-help"), options=school_options())
        self.school.value = state.school
        self.weeks = RangeField(label=t("weeks"), min=FEWEST_WEEKS, max=MOST_WEEKS, unit=t("weeks-unit"))
        self.weeks.value = state.weeks
        self.seed = RangeField(
            label=t("seed"), help=t("seed-help"), min=values["seed"]["minimum"], max=values["seed"]["maximum"]
        )
        self.seed.value = state.seed
        self._say_preset()
        self.preset.observe(self._take_preset, "value")
        state.observe(lambda _change: self._say_preset(), "policy")
        self.open.on_file(self._take_file)
        self.link.observe(self._take_link, "value")
        for part, name in ((self.school, "school"), (self.weeks, "weeks"), (self.seed, "seed")):
            sets(part, state, name)
        # What opens a policy, and what came of it.
        opening = as_one([self.open, self.link, self.notice])
        self.widget = stack([self.preset, opening, self.school, self.weeks])

    def _take_preset(self, change: Any) -> None:
        if change["new"]:
            self.state.begin(self.presets[change["new"]])

    def _say_preset(self) -> None:
        """Show the model that the policy is; none once a setting differs."""
        same = (key for key, policy in self.presets.items() if policy == self.state.policy)
        self.preset.value = next(same, "")

    def _take_link(self, change: Any) -> None:
        if change["new"] and open_link(self.state, change["new"], self.notice):
            self.link.value = ""  # the same link can be pasted again

    def _take_file(self, name: str, content: bytes) -> None:
        try:
            self.state.begin(parse_policy(content, f"« {name} »"))
        except PolicyError as error:
            self.notice.say("erreur", t("open-policy-refused", name=name), str(error))
            return
        self.notice.say(title=t("open-policy-done", name=self.state.policy.name))


def school_options() -> list[dict[str, str]]:
    """Return the fictitious schools that ship with the suite, by preset name."""
    from liaison.school.fictitious.aggregates import load_preset
    from liaison.school.fictitious.aggregates import preset_names as school_names

    return [{"value": name, "label": load_preset(name).name} for name in school_names()]
