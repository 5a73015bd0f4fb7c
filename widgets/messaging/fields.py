"""Les champs des réglages : leurs choix, leurs bornes, la règle de chacun."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, get_args

from liaison.base.languages import french_name, of_families
from liaison.messaging.policy import MOST_DAYS, MOST_RECALL_MINUTES, MOST_REPLY_HOURS, Policy
from liaison.messaging.vocabulary import (
    CHANNELS,
    DAYS,
    PURPOSES,
    RECIPIENTS,
    RHYTHMS,
    Channel,
    Purpose,
    chooses_recipients,
    recipients_words,
)
from liaison.rules import rule
from liaison.school.vocabulary import Reach, Writer
from widgets.kit import CheckField, Matrix, RangeField, SelectField, TimeField, badge_of
from widgets.texts import texts

t = texts("messaging")
NONE = "aucun"
FALLBACKS: tuple[Channel, ...] = ("carnet", "affichage", "telephone")
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
    "ent": "ENT",
    "vie_scolaire": "Vie scolaire",
    "carnet": "Carnet",
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


def channel_values(policy: Policy) -> dict[str, dict[str, str]]:
    """Return the matrix's cells for a policy (a third channel is kept but not shown: two are already too many)."""
    return {
        purpose: {
            "channel": settings.channels[0],
            "second": settings.channels[1] if len(settings.channels) > 1 else NONE,
            "fallback": settings.fallback or NONE,
            "rhythm": settings.rhythm,
            "recipients": settings.recipients,
        }
        for purpose, settings in policy.purposes.items()
    }


def shown_channels(cells: dict[str, Any]) -> list[str]:
    """Return the one or two channels that a row of the matrix says."""
    return [cells["channel"], *([cells["second"]] if cells["second"] != NONE else [])]


def unshown_channels(policy: Policy, purpose: Purpose, cells: dict[str, Any]) -> list[str]:
    """Return the third channel of a purpose, which the matrix does not show, as long as the first two stand."""
    channels = policy.purposes[purpose].channels
    return list(channels[2:]) if shown_channels(cells) == list(channels[:2]) else []


def delay_fields(on: dt.date) -> dict[str, Any]:
    """Return the fields of marks, homework and digests, by name."""
    days = {"min": 0, "max": MOST_DAYS, "unit": t("days-unit")}
    return {
        "pupils": RangeField(label=t("marks-pupils"), badge=badge("notes/delai_eleves", on), **days),
        "parents": RangeField(label=t("marks-parents"), badge=badge("notes/delai_parents", on), **days),
        "published_at": TimeField(label=t("marks-published"), none_label=t("marks-published-none")),
        "homework_by": TimeField(
            label=t("homework-by"),
            help=t("homework-by-help"),
            none_label=t("homework-by-none"),
            badge=badge("cahier_de_textes/heure_de_saisie", on),
        ),
        "daily_at": TimeField(label=t("daily-at"), help=t("daily-at-help"), badge=badge("messagerie/envoi_groupe", on)),
        "weekly_on": SelectField(label=t("weekly-on"), options=options({day: day for day in DAYS})),
        "weekly_at": TimeField(
            label=t("weekly-at"), help=t("weekly-at-help"), badge=badge("messagerie/envoi_groupe", on)
        ),
    }


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


def promise_fields(on: dt.date) -> dict[str, Any]:
    """Return the fields of promises and languages, by name."""
    return {
        "reply": RangeField(
            label=t("reply"),
            help=t("reply-help"),
            min=0,
            max=MOST_REPLY_HOURS,
            step=12,
            unit=t("hours-unit"),
            badge=badge("reponse/delai_promis", on),
        ),
        "recall": RangeField(
            label=t("recall"),
            min=0,
            max=MOST_RECALL_MINUTES,
            step=15,
            unit=t("minutes-unit"),
            badge=badge("messagerie/delai_rappel", on),
        ),
        **{code: CheckField(label=t("language", name=french_name(code))) for code in LANGUAGES},
    }
