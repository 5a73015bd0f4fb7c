"""À emporter : la feuille du conseil, la charte, la notice pour les parents, la fiche de réglage, la politique."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import ipywidgets

from liaison.messaging.policy.policy import to_yaml
from liaison.school.vocabulary import school_named
from widgets.kit import (
    FileOut,
    Paragraphs,
    Question,
    beside,
    document_file,
    file_named,
    file_stem,
    files_out,
    formats_out,
    paper_out,
    say_the_last,
)
from widgets.messaging.notice_files import NoticeFiles
from widgets.messaging.policy_link import LinkGiven
from widgets.messaging.policy_name import changed_name
from widgets.messaging.reference import reference_field
from widgets.messaging.state import LabState, Simulation
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.documents import Document, Ending
    from liaison.messaging.papers.before_after import BeforeAfter
    from liaison.messaging.policy.matters import Decided
    from liaison.school.vocabulary import SchoolKind
    from widgets.kit.file_out import Made

t = texts("messaging")


class PolicyFiles:
    """Names, then the formats of each paper; nothing is made before its button is pressed.

    `decided`: what a team settled, and why, for the charter.
    """

    def __init__(self, state: LabState, decided: Callable[[], Decided] | None = None) -> None:
        self.state, self._decided = state, decided
        self._proposed = state.policy.name
        self.name = Question(label=t("take-name"), kind="short_text", value=self._proposed)
        self.school = Question(label=t("take-school"), help=t("take-school-help"), kind="short_text")
        self.reference = reference_field(state)
        council = formats_out(t("take-council"), self._council_file)
        charter = formats_out(t("take-charter"), lambda ending: document_file("charte", ending, self.charter()))
        picture = FileOut(label=t("take-picture"), paper=t("take-council"))
        picture.on_request(self._picture)
        others = files_out(
            lambda key: t(f"take-{key}"),
            {
                "sheet": lambda: document_file("fiche_de_reglage", "pdf", self._sheet()),
                "policy": self._policy,
            },
        )
        self.buttons = {
            **{f"council-{ending}": button for ending, button in council.items()},
            "council-picture": picture,
            **{f"charter-{ending}": button for ending, button in charter.items()},
            **others,
        }
        # A team decides of its charter; who is alone brings a sheet to the council.
        (charter if decided else council)["pdf"].main = True
        single = ipywidgets.VBox([*others.values()], layout=ipywidgets.Layout(margin="12px 0 0"))
        single.add_class("carnets-formats")
        papers = (paper_out([*council.values(), picture]), paper_out(charter.values()), single)
        self.notice = NoticeFiles(self._notice)
        intro = Paragraphs(lines=[t("take-intro")] if decided else [t("take-intro"), t("take-together")])
        self.link = LinkGiven(state)
        # A link opens the lab: the page of a team that decides is another.
        link = [] if decided else [self.link.widget]
        say_the_last([*self.buttons.values(), *self.notice.buttons.values()])
        state.observe(lambda _change: self._forget(), "reference")
        self.widget = beside([intro, self.name, self.school, self.reference], [*papers, self.notice.widget, *link])

    def show(self, simulation: Simulation) -> None:
        """Propose the name of the policy; one that somebody typed stays until another policy is opened."""
        self.link.show(simulation)
        self._forget()
        name, before = self.state.policy.name, self._proposed
        # A team has one policy, named otherwise once something is settled.
        one_policy = bool(self._decided) or name == changed_name(before) or before == changed_name(name)
        if name != before and not (one_policy and self.name.value not in ("", before)):
            self.name.value = name
        self._proposed = name

    def _forget(self) -> None:
        self.notice.forget()
        for button in self.buttons.values():
            button.forget()

    @property
    def _named(self) -> str:
        return self.name.value.strip() or self.state.policy.name

    @property
    def _school(self) -> str:
        # A policy is the team's own: the fictitious school only says on whom it is tried.
        return school_named(self.school.value, fictitious=False)

    @property
    def _kind(self) -> SchoolKind:
        return self.state.prepared().school.kind

    def _change(self) -> BeforeAfter:
        """Return what the policy makes of the school beside the one that it is compared with."""
        from liaison.messaging.papers.before_after import BeforeAfter

        before, after = (self.state.simulation(policy).trace for policy in (self.state.reference, self.state.policy))
        # The same settings under another name were simulated once.
        return BeforeAfter(
            replace(before, policy=self.state.reference),
            replace(after, policy=self.state.policy.changed(name=self._named)),
            origin=self.state.reference == self.state.origin,
        )

    def _council_file(self, ending: Ending) -> Made:
        from liaison.messaging.papers.council_sheet import STEM, council_sheet

        return document_file(STEM, ending, council_sheet(self._change(), self._school, today(), self._kind))

    def _picture(self) -> Made:
        from liaison.messaging.papers.council_sheet import PICTURE

        return file_named(PICTURE, self._change().svg().encode())

    def charter(self) -> Document:
        """Return the charter of the policy, as its files have it."""
        from liaison.messaging.papers.before_after import NothingChangesError
        from liaison.messaging.papers.charter import charter

        policy = self.state.policy.changed(name=self._named)
        try:
            change = self._change()
        except NothingChangesError:
            change = None
        decided = self._decided() if self._decided else None
        return charter(policy, self._school, today(), self._kind, decided, change)

    def _notice(self, codes: Sequence[str]) -> Document:
        from liaison.messaging.papers.notice import notices

        return notices(self.state.policy, self._school, self._kind, codes)

    def _sheet(self) -> Document:
        from liaison.messaging.papers.settings_sheet import settings_sheet

        return settings_sheet(self.state.policy.changed(name=self._named), today())

    def _policy(self) -> Made:
        text = to_yaml(self.state.policy.changed(name=self._named))
        return file_named(f"politique_{file_stem(self._named)}.yaml", text.encode())


def today() -> dt.date:
    """Return the date that documents carry."""
    return dt.datetime.now().astimezone().date()
