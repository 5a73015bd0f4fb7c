"""Les notifications de deux responsables : ce que chacun choisit, et la semaine de messages où on l'essaie."""

from __future__ import annotations

from typing import Any, get_args

from liaison.base.dates import hour_words
from liaison.practice.notification_question import (
    ACCOUNTS,
    Evenings,
    Language,
    NotificationQuestion,
    NotificationScenario,
    NotificationSettings,
    Rhythm,
    moment_words,
)
from liaison.practice.notifying import offered
from liaison.practice.pathway_question import account_name
from liaison.school.vocabulary import DAYS
from widgets.kit import DataTable, Matrix, Paragraphs, stack
from widgets.setting_controls import PartsControls
from widgets.texts import texts

t = texts("practice_questions")
COLUMNS = {"rythme": Rhythm, "soirees": Evenings, "langue": Language}


class NotificationControls(PartsControls):
    """A table of two accounts, under who they are and what is written to them."""

    def __init__(self, question: NotificationQuestion) -> None:
        self.table = Matrix(
            label=t("notifications-label"),
            corner=t("notifications-corner"),
            rows=[{"id": account, "label": account_name(account)} for account in ACCOUNTS],
            columns=[
                {
                    "id": name,
                    "label": t(f"notifications-{name}"),
                    "kind": "select",
                    "options": [{"value": value, "label": choice_words(value)} for value in get_args(values)],
                }
                for name, values in COLUMNS.items()
            ],
        )
        super().__init__([self.table])
        scenario = question.scenario
        people = [
            t("notifications-person", name=account_name(account), told=scenario.people[account].told)
            for account in ACCOUNTS
        ]
        self.widget = stack([Paragraphs(lines=people), week_table(scenario), self.table])
        self.fiction = t("notifications-fiction")
        self.show(question.started())

    def read(self) -> Any:
        """Return the settings of both accounts: every cell always holds a choice."""
        return {account: dict(self.table.value[account]) for account in ACCOUNTS}

    def show(self, settings: Any) -> None:
        """Put settings on screen."""
        assert isinstance(settings, NotificationSettings)
        self.table.value = settings.model_dump(mode="json")


def choice_words(value: str) -> str:
    """Return a choice in words, with the hours that the practice ENT itself gives it."""
    hours: dict[str, str] = {}
    if digest := offered().digests.get(value):
        hours = {"at": hour_words(digest.at), "day": DAYS[digest.weekday or 0]}
    elif evening := offered().evenings.get(value):
        hours = dict(zip(("from", "until"), map(hour_words, evening), strict=True))
    return t(f"notifications-{value}".replace("_", "-"), **hours)


def week_table(scenario: NotificationScenario) -> DataTable:
    """Return the messages of the week: when each is written, who has something to do of it, and until when."""
    names = ("message", "written", "until", "acts")
    return DataTable(
        plain=True,  # days in words sort by their letters
        caption=t("notifications-week"),
        columns=[{"id": name, "label": t(f"notifications-{name}")} for name in names],
        rows=[
            {
                "message": message.label,
                "written": moment_words(message.written),
                "until": moment_words(message.until),
                "acts": account_name(message.acts[0]) if len(message.acts) == 1 else t("notifications-both"),
            }
            for message in scenario.messages
        ],
    )
