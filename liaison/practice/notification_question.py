"""Régler les notifications de deux responsables : une semaine de messages, quand et en quelle langue on l'apprend."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from liaison.base.dates import hour_words
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.practice.pathway_question import account_name
from liaison.questions.common import Model, Name, Sentence, unique
from liaison.questions.setting import (
    ANSWERS_KEPT,
    Condition,
    Measure,
    Missed,
    SettingQuestion,
    measure_words,
    settings_from,
)
from liaison.school.vocabulary import DAYS

phrase = french_beside(__file__)
_words = partial(measure_words, phrase)

Account = Literal["responsable1", "responsable2"]
ACCOUNTS: tuple[Account, ...] = ("responsable1", "responsable2")
Rhythm = Literal["immediat", "quotidien", "hebdomadaire"]
Evenings = Literal["college", "plus_tot"]
Language = Literal["francais", "anglais", "arabe", "portugais", "turc"]


class AccountSettings(Model):
    """What one account chooses, on the screens of the practice ENT."""

    rythme: Rhythm
    soirees: Evenings
    langue: Language


class NotificationSettings(Model):
    """The settings of both responsables: each account has its own."""

    responsable1: AccountSettings
    responsable2: AccountSettings

    def of(self, account: Account) -> AccountSettings:
        """Return the settings of an account."""
        return self.responsable1 if account == "responsable1" else self.responsable2


class WeekMessage(Model):
    """A message to both responsables. `until`: after that, nothing can be done of it by those who `acts` names."""

    id: Name
    label: Sentence
    written: dt.datetime
    until: dt.datetime
    acts: Annotated[tuple[Account, ...], Field(min_length=1)]
    urgent: bool = False

    @model_validator(mode="after")
    def _useful_for_a_while(self) -> WeekMessage:
        if self.written.tzinfo or self.until.tzinfo:
            raise ValueError(phrase("heures-sans-fuseau"))
        if self.until <= self.written:
            raise ValueError(phrase("message-utile-un-moment"))
        return self


class NotifiedPerson(Model):
    """What is known of a responsable: the languages they read, when a telephone must not ring, their week in words."""

    reads: Annotated[tuple[Language, ...], Field(min_length=1)]
    quiet_from: dt.time
    quiet_until: dt.time
    told: Sentence

    def resting(self, moment: dt.datetime) -> bool:
        """Return whether a telephone that rings then wakes somebody."""
        return moment.time() >= self.quiet_from or moment.time() < self.quiet_until


class NotificationScenario(Model):
    """A week of messages, and the two people who receive it."""

    messages: Annotated[tuple[WeekMessage, ...], Field(min_length=1, max_length=60)]
    people: dict[Account, NotifiedPerson]

    @model_validator(mode="after")
    def _two_people(self) -> NotificationScenario:
        unique([message.id for message in self.messages])
        if set(self.people) != set(ACCOUNTS):
            raise ValueError(phrase("deux-responsables", accounts=", ".join(ACCOUNTS)))
        return self


class NotificationCondition(Condition):
    """A condition on both accounts, or on one."""

    account: Account | None = None

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that are looked at."""
        return (self.account,) if self.account else ACCOUNTS


@dataclass(frozen=True)
class Notification:
    """A message and when one account is told of it."""

    account: Account
    message: WeekMessage
    at: dt.datetime

    @property
    def late(self) -> bool:
        """Whether it is too late to do anything of it."""
        return self.account in self.message.acts and self.at > self.message.until


class Week:
    """What the settings make of a week: who is told of what, when."""

    def __init__(
        self,
        settings: NotificationSettings,
        people: Mapping[Account, NotifiedPerson],
        notifications: tuple[Notification, ...],
    ) -> None:
        self.notifications = notifications
        self.unread = tuple(name for name in ACCOUNTS if settings.of(name).langue not in people[name].reads)
        self.ringing = tuple(each for each in notifications if people[each.account].resting(each.at))
        self.late = tuple(each for each in notifications if each.late)

    def rings(self, account: Account) -> int:
        """Return how many times a telephone rings: what is told at one moment rings once."""
        return len({each.at for each in self.notifications if each.account == account})


class NotificationQuestion(SettingQuestion):
    """The notifications of two responsables to set, tried on a week of messages."""

    kind: Literal["notifications"]
    scenario: NotificationScenario
    conditions: Annotated[tuple[NotificationCondition, ...], Field(min_length=2)]

    measures: ClassVar[Mapping[str, Measure]] = {
        "pendant_le_repos": Measure(
            _words("mesure-pendant_le_repos"), lambda week, condition: _count(week.ringing, condition)
        ),
        "trop_tard": Measure(_words("mesure-trop_tard"), lambda week, condition: _count(week.late, condition)),
        "sonneries": Measure(
            _words("mesure-sonneries"), lambda week, condition: max(map(week.rings, condition.accounts)), who=False
        ),
        "langue_non_lue": Measure(
            _words("mesure-langue_non_lue"), lambda week, condition: len(set(week.unread) & set(condition.accounts))
        ),
    }

    def settings_of(self, value: object) -> NotificationSettings:
        """Return the settings that an answer holds.

        Raises:
            SettingError: one line per fault.
        """
        return settings_from(NotificationSettings, value)

    def figures(self, settings: NotificationSettings) -> Week:
        """Return who is told of what, and when."""
        return _week(settings.model_dump_json(), self.scenario.model_dump_json())

    def missed(self, settings: NotificationSettings, condition: NotificationCondition) -> Missed | None:
        """Return the person and the message by which a condition does not hold."""
        week = self.figures(settings)
        if condition.measure in ("pendant_le_repos", "trop_tard"):
            notified = week.late if condition.measure == "trop_tard" else week.ringing
            first = next(notification for notification in notified if notification.account in condition.accounts)
            return self._notification_missed(first, late=condition.measure == "trop_tard")
        if condition.measure == "langue_non_lue":
            account = next(name for name in week.unread if name in condition.accounts)
            summary = phrase("langue-mal-comprise")
        else:
            account = max(condition.accounts, key=week.rings)
            summary = phrase("telephone-sonne", n=week.rings(account))
        return Missed(account_name(account), (self.scenario.people[account].told,), typeset(summary))

    def _notification_missed(self, notification: Notification, late: bool) -> Missed:
        message = notification.message
        facts = [
            self.scenario.people[notification.account].told,
            phrase("message-ecrit", label=message.label, moment=moment_words(message.written)),
        ]
        if late:
            facts.append(phrase("trop-tard-apres", moment=moment_words(message.until)))
        return Missed(
            account_name(notification.account),
            tuple(map(typeset, facts)),
            typeset(phrase("nouvelle-arrive", moment=moment_words(notification.at))),
        )


def _count(notifications: tuple[Notification, ...], condition: NotificationCondition) -> int:
    return sum(notification.account in condition.accounts for notification in notifications)


@lru_cache(maxsize=ANSWERS_KEPT)
def _week(settings: str, scenario: str) -> Week:
    from liaison.practice.notifying import notified_at

    chosen, of_question = (
        NotificationSettings.model_validate_json(settings),
        NotificationScenario.model_validate_json(scenario),
    )
    notifications = []
    for account in ACCOUNTS:
        mine = chosen.of(account)
        for message in of_question.messages:
            at = notified_at(message.written, mine.rythme, mine.soirees, message.urgent)
            notifications.append(Notification(account, message, at))
    return Week(chosen, of_question.people, tuple(notifications))


def moment_words(moment: dt.datetime) -> str:
    """Return a moment of the week in words: « mardi à 11 h 30 »."""
    return phrase("moment", day=DAYS[moment.weekday()], hour=hour_words(moment.time()))


__all__ = ["ACCOUNTS", "NotificationQuestion", "NotificationSettings", "Week", "moment_words"]
