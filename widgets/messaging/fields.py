"""Les champs des réglages : leurs choix, leurs bornes, la règle de chacun."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from liaison.base.languages import french_name, of_families
from liaison.messaging.policy.policy import MOST_DAYS, MOST_RECALL_MINUTES, MOST_REPLY_HOURS, Policy
from liaison.messaging.vocabulary import (
    CHANNELS,
    DAYS,
    FALLBACKS,
    PURPOSES,
    RECIPIENTS,
    RHYTHMS,
    Purpose,
    chooses_recipients,
    recipients_words,
)
from liaison.rules import rule
from liaison.school.vocabulary import Reach, Writer
from widgets.kit import CheckField, Control, Matrix, RangeField, SelectField, TimeField, badge_of
from widgets.texts import texts

t = texts("messaging")
NONE = "aucun"
LANGUAGES = (
    *of_families().in_questionnaire[1:],
    *of_families().proposed,
)  # beside French, in which everything is written


def badge(name: str, on: dt.date) -> dict[str, Any]:
    """Return the badge of the rule on which a setting rests."""
    return badge_of(rule(name, on))


# How a folded row of a matrix says a choice; "" for what goes without saying.
SHORT = {
    NONE: "",
    "tous": "",
    "un": t("short-one-recipient"),
    "ent": t("short-ent"),
    "vie_scolaire": t("short-vie-scolaire"),
    "carnet": t("short-carnet"),
}


def options(labels: Mapping[Any, str]) -> list[dict[str, str]]:
    """Return select options of a vocabulary, in its order."""
    return [
        {"value": value, "label": label, **({"short": SHORT[value]} if value in SHORT else {})}
        for value, label in labels.items()
    ]


def channel_matrix(on: dt.date) -> Matrix:
    """Return the purpose × channel matrix."""
    none: dict[str, str] = {NONE: t("none")}
    columns: dict[str, Any] = {
        "channel": CHANNELS,
        "second": {**none, **CHANNELS},
        "fallback": {**none, **{key: CHANNELS[key] for key in FALLBACKS}},
        "rhythm": RHYTHMS,
        "recipients": RECIPIENTS,
    }
    rules = {
        "absence": "absence/signalement",
        "bulletin": "parents/resultats",
        "orientation": "parents/documents_aux_deux",
        "urgence": "canaux/urgence_immediate",
        "question_parent": "parents/reponse_motivee",
    }
    return Matrix(
        label=t("channels"),
        help=t("channels-help"),
        badge=badge("canaux/un_motif_un_canal", on),
        corner=t("purpose"),
        rows=[
            {
                "id": key,
                "label": label,
                **({"badge": badge(rules[key], on)} if key in rules else {}),
                **({} if chooses_recipients(key) else {"settled": {"recipients": recipients_words(key, "tous")}}),
            }
            for key, label in PURPOSES.items()
        ],
        columns=[
            {"id": key, "label": t(f"column-{key}"), "kind": "select", "options": options(labels)}
            for key, labels in columns.items()
        ],
    )


AS_IT_IS = ("fallback", "rhythm", "recipients")  # cells that hold a setting of a purpose, under its own name


def channel_values(policy: Policy) -> dict[str, dict[str, str]]:
    """Return the matrix's cells for a policy (a third channel is kept but not shown: two are already too many)."""
    return {
        purpose: {
            "channel": settings.channels[0],
            "second": settings.channels[1] if len(settings.channels) > 1 else NONE,
            **{name: getattr(settings, name) or NONE for name in AS_IT_IS},
        }
        for purpose, settings in policy.purposes.items()
    }


def purposes_said(policy: Policy, cells: Mapping[str, Any]) -> dict[Purpose, dict[str, Any]]:
    """Return the settings of each purpose that the matrix says: `channel_values` the other way."""
    return {
        purpose: {
            "channels": shown_channels(cells[purpose]) + unshown_channels(policy, purpose, cells[purpose]),
            **{name: None if cells[purpose][name] == NONE else cells[purpose][name] for name in AS_IT_IS},
        }
        for purpose in PURPOSES
    }


def shown_channels(cells: dict[str, Any]) -> list[str]:
    """Return the one or two channels that a row of the matrix says."""
    return [cells["channel"], *([cells["second"]] if cells["second"] != NONE else [])]


def unshown_channels(policy: Policy, purpose: Purpose, cells: dict[str, Any]) -> list[str]:
    """Return the third channel of a purpose, which the matrix does not show, as long as the first two stand."""
    channels = policy.purposes[purpose].channels
    return list(channels[2:]) if shown_channels(cells) == list(channels[:2]) else []


@dataclass(frozen=True)
class PolicyField:
    """A control and the value of a policy that it sets, said once for both ways.

    `path`: where the value stands in a policy (« marks.published_at »). `none`: what the control holds when the policy
    holds nothing there; where a policy must hold something (`none` is None), an empty control leaves what there was.
    """

    path: str
    part: Control
    none: Any = None

    def show(self, policy: Policy) -> None:
        """Set the control from a policy."""
        value = self._of(policy)
        self.part.value = self.none if value is None else value

    def read(self, policy: Policy) -> Any:
        """Return what the control says, for a policy that it changes."""
        value = self.part.value
        if value == self.none:
            return None
        if value == "":
            return self._of(policy)
        return int(value) if isinstance(self.part, RangeField) else value

    def _of(self, policy: Policy) -> Any:
        value: Any = policy
        for name in self.path.split("."):
            value = getattr(value, name)
        return value


def changes_said(policy: Policy, fields: Iterable[PolicyField]) -> dict[str, Any]:
    """Return what these fields change in a policy, for `Policy.changed`."""
    changes: dict[str, Any] = {}
    for field in fields:
        group, _, name = field.path.rpartition(".")
        if group:
            changes.setdefault(group, dict(getattr(policy, group)))[name] = field.read(policy)
        else:
            changes[name] = field.read(policy)
    return changes


def delay_fields(on: dt.date) -> tuple[PolicyField, ...]:
    """Return the fields of marks, homework and digests."""
    days = {"min": 0, "max": MOST_DAYS, "unit": t("days-unit")}
    after_test = RangeField(label=t("marks-pupils"), badge=badge("notes/delai_eleves", on), **days)
    after_pupils = RangeField(label=t("marks-parents"), badge=badge("notes/delai_parents", on), **days)
    published = TimeField(label=t("marks-published"), none_label=t("marks-published-none"))
    homework = TimeField(
        label=t("homework-by"),
        help=t("homework-by-help"),
        none_label=t("homework-by-none"),
        badge=badge("cahier_de_textes/heure_de_saisie", on),
    )
    grouped = badge("messagerie/envoi_groupe", on)
    daily = TimeField(label=t("daily-at"), help=t("daily-at-help"), badge=grouped)
    weekly_on = SelectField(label=t("weekly-on"), options=options({day: day for day in DAYS}))
    weekly_at = TimeField(label=t("weekly-at"), help=t("weekly-at-help"), badge=grouped)
    return (
        PolicyField("marks.pupils_after_days", after_test),
        PolicyField("marks.parents_after_pupils_days", after_pupils),
        PolicyField("marks.published_at", published, none=""),
        PolicyField("homework_by", homework, none=""),
        PolicyField("digests.daily_at", daily),
        PolicyField("digests.weekly_on", weekly_on),
        PolicyField("digests.weekly_at", weekly_at),
    )


def writing_matrix(on: dt.date) -> Matrix:
    """Return the who-writes-to-whom matrix."""
    reaches = {reach: t(f"reach-{reach}") for reach in get_args(Reach)}
    return Matrix(
        label=t("writers"),
        help=t("writers-help"),
        corner=t("writer"),
        # The rule speaks of what responsables may do, and of nobody else.
        rows=[
            {
                "id": writer,
                "label": t(f"writer-{writer}"),
                **({"badge": badge("ecriture/parents_eleves", on)} if writer == "responsables" else {}),
            }
            for writer in get_args(Writer)
        ],
        columns=[
            {"id": writer, "label": t(f"writer-{writer}"), "kind": "select", "options": options(reaches)}
            for writer in get_args(Writer)
        ],
    )


def promise_fields(on: dt.date) -> tuple[PolicyField, ...]:
    """Return the fields of what is promised."""
    hours = {"min": 0, "max": MOST_REPLY_HOURS, "step": 12, "unit": t("hours-unit")}
    minutes = {"min": 0, "max": MOST_RECALL_MINUTES, "step": 15, "unit": t("minutes-unit")}
    reply = RangeField(label=t("reply"), help=t("reply-help"), badge=badge("reponse/delai_promis", on), **hours)
    recall = RangeField(label=t("recall"), badge=badge("messagerie/delai_rappel", on), **minutes)
    return PolicyField("reply_within_hours", reply, none=0), PolicyField("recall_minutes", recall)


def language_fields() -> dict[str, CheckField]:
    """Return a box for each language, by code."""
    return {code: CheckField(label=t("language", name=french_name(code))) for code in LANGUAGES}
