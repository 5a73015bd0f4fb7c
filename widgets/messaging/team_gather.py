"""Réunir : par où entrent les politiques des groupes, et lesquelles sont là."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from liaison.base.words import named
from liaison.messaging.policy.policy import Policy, PolicyError, load_policy, parse_policy
from widgets.kit import (
    Action,
    DataTable,
    FileIn,
    Notice,
    Paragraphs,
    Question,
    SelectField,
    projected_only,
    stack,
    unprojected,
)
from widgets.messaging.policy_link import linked
from widgets.messaging.start_from import school_options
from widgets.messaging.team import MOST_POLICIES, TeamError, TeamState
from widgets.texts import texts

t = texts("messaging_team")
lab_words = texts("messaging")
TRIED = ("circulaire_2025", "papier_d_abord", "tout_tout_de_suite")  # three models that differ, to try with


class PoliciesRead(Protocol):
    """The policies that teams handed in, and the names of the files that could not be read."""

    @property
    def contents(self) -> tuple[Policy, ...]:
        """In the order of the names of their files."""

    @property
    def unread(self) -> tuple[str, ...]:
        """In the same order."""


class HandedIn(NamedTuple):
    """Where the policies of teams already are: what it is called, and how they are read, when it is chosen."""

    label: str
    read: Callable[[], PoliciesRead]


class GatherView:
    """Where the policies of the groups come in, and which are there; `sessions`: those whose teams handed some in."""

    def __init__(self, team: TeamState, sessions: Sequence[HandedIn] = ()) -> None:
        self.team, self.sessions = team, sessions
        self.open = FileIn(label=t("open"), help=t("open-help", most=MOST_POLICIES), accept=".yaml,.yml,.json")
        self.open.on_file(lambda name, content: team.add(parse_policy(content, f"« {name} »")))
        self.link = Question(label=t("link"), help=t("link-help"), kind="short_text")
        self.link.observe(self._take_link, "value")
        options = [{"value": str(number), "label": each.label} for number, each in enumerate(sessions)]
        self.session = SelectField(label=t("session"), help=t("session-help"), options=options)
        self.session.observe(self._take_session, "value")
        self.refused = Notice()
        self.models = Action(label=t("models"))
        self.models.on_press(self._take_models)
        self.notice = Notice()
        columns = [{"id": "name", "label": t("policy")}]
        self.table = unprojected(DataTable(caption=t("gathered"), columns=columns, plain=True))
        self.room = projected_only(Paragraphs())
        self.clear = Action(label=t("clear"))
        self.clear.on_press(team.clear)
        self.emptied = Notice(title=t("emptied"), text=t("emptied-text"))
        self.put_back = Action(label=t("put-back"))
        self.put_back.on_press(team.put_back)
        self.school = SelectField(label=lab_words("school"), help=t("school-help"), options=school_options())
        self.school.value = team.lab.school
        self.school.observe(lambda change: setattr(team.lab, "school", change["new"]), "value")
        self.intro = Paragraphs(lines=[t("intro")])
        self.widget = stack()

    def _take_link(self, change: Any) -> None:
        """Add the policy of a link; it has no name, so that it is told by the place of its group."""
        if not change["new"]:
            return
        name = t("group", number=len(self.team.policies) + 1)
        try:
            self.team.add(linked(change["new"]).policy.changed(name=name))
        except (PolicyError, TeamError) as error:
            self.refused.say("erreur", lab_words("link-refused"), str(error))
            return
        self.refused.say()
        self.link.value = ""  # the next group's goes in the same field

    def _take_session(self, change: Any) -> None:
        """Add the policies that the teams of a session handed in; say what of it is not there."""
        if not change["new"]:
            return
        read = self.sessions[int(change["new"])].read()
        self.session.value = ""  # the same may be chosen again, once the list is emptied
        self.refused.say()
        if not read.contents:
            self.refused.say("information", t("session-none"), t("session-none-text"))
        if read.unread:
            self.refused.say("attention", t("session-unread"), t("session-unread-text", files=named(read.unread)))
        try:
            for policy in read.contents:
                self.team.add(policy)
        except TeamError as error:
            self.refused.say("attention", t("session-too-many"), str(error))

    def _take_models(self) -> None:
        self.team.forget()
        for name in TRIED:
            self.team.add(load_policy(name))

    def draw(self) -> None:
        """List the policies that are there, and say what is missing."""
        policies = self.team.policies
        if not policies:
            self.open.forget()
        self.school.value = self.team.lab.school
        self.table.rows = [{"name": policy.name} for policy in policies]
        doors = (self.open, self.link, *([self.session] if self.sessions else []), self.refused)
        listed = (self.room, *doors, self.notice, self.table, self.school, self.clear)
        self.room.lines = [t("intro"), t("room-gathered", names=named(self.team.room_names))]
        emptied = (self.emptied, self.put_back) if self.team.cleared[-1] else ()
        self.widget.children = listed if policies else (*emptied, self.intro, *doors, self.models)
        if len(policies) == 1:
            self.notice.say("information", t("one-more"), t("one-more-text"))
        elif policies and not self.team.matters:
            self.notice.say("information", t("agree"), t("agree-text"))
        elif alike := self.team.alike():
            self.notice.say("information", t("alike", names=named(each.name for each in alike)), t("alike-text"))
        else:
            self.notice.say()


__all__ = ["GatherView", "HandedIn", "PoliciesRead"]
