"""D'où part un plan : une école fictive, ou le fichier des besoins que l'école garde ; et des réglages enregistrés."""

from __future__ import annotations

from liaison.school.fictitious.aggregates import load_preset
from liaison.support.loans.loans import LOAN_SETTINGS
from liaison.support.needs.coupons import open_needs
from liaison.support.needs.needs import NeedsError
from liaison.support.workshops.settings import WORKSHOP_SETTINGS, WorkshopError
from widgets.kit import Action, FileIn, Notice, RangeField, SelectField, stack
from widgets.kit.following import sets
from widgets.support.paths import path_names
from widgets.support.scenario import scenario
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")
TABLES = ".csv,.xlsx,.ods,.json"


class StartFrom:
    """The needs that the plan answers, and settings written by this screen some other day.

    `seed` is no part of `widget`: it stands further away.
    """

    def __init__(self, state: PlanState) -> None:
        self.state = state
        values = scenario()
        schools = [{"value": name, "label": load_preset(name).name} for name in values["school"]["proposed"]]
        self.school = SelectField(label=t("school"), help=t("school-help"), options=schools, value=state.school)
        self.seed = RangeField(
            label=t("seed"), help=t("seed-help"), min=values["seed"]["minimum"], max=values["seed"]["maximum"]
        )
        self.seed.value = state.seed
        self.needs = FileIn(real=True, label=t("open-needs"), help=t("open-needs-help"), accept=TABLES)
        self.answers = FileIn(
            real=True, label=t("open-answers"), help=t("open-answers-help"), accept=".csv,.xlsx,.ods,.json"
        )
        self.answers.on_file(self._take_answers)
        self.back = Action(label=t("back-to-fiction"))
        self.loans = FileIn(label=t("open-loans"), help=t("open-settings-help"), accept=".yaml,.yml,.json")
        self.workshops = FileIn(label=t("open-workshops"), help=t("open-settings-help"), accept=".yaml,.yml,.json")
        self.notice = Notice()
        self.needs.on_file(self._take_needs)
        self.loans.on_file(self._take_loans)
        self.workshops.on_file(self._take_workshops)
        self.back.on_press(self._back)
        sets(self.school, state, "school")
        sets(self.seed, state, "seed")
        self._rest = (self.loans, self.workshops, self.notice)
        self.widget = stack([])
        state.observe(lambda _change: self._show(), ["own_needs", "school", "seed"])
        self._show()

    def _show(self) -> None:
        own = self.state.own_needs is not None
        self.school.value, self.seed.value = self.state.school, self.state.seed
        first = (self.school, self.needs)
        self.widget.children = (*first, self.answers, self.back, *self._rest) if own else (*first, *self._rest)

    def _take_needs(self, name: str, content: bytes) -> None:
        needs, lines = open_needs(content, name=name)
        if not len(needs):
            raise NeedsError(" ".join([t("needs-empty"), *lines]))
        with self.state.hold_trait_notifications():
            self.state.own_name = name
            self.state.own_needs = needs
        self.notice.say(
            "information", t("needs-opened", name=name, count=len(needs)), " ".join([*lines, t("needs-opened-text")])
        )

    def _take_answers(self, name: str, content: bytes) -> None:
        from liaison.diagnostic.papers.report_words import question_words, value_words
        from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
        from liaison.diagnostic.reading.answer_files import AnswerFile, AnswerReading
        from liaison.diagnostic.reading.guesses import guess_words

        report = AnswerReading(family_questionnaire()).read([AnswerFile(name, content)])
        if report is None or not len(report.answers):
            raise NeedsError(t("answers-empty", name=name))
        if report.guesses:
            guesses = guess_words(report.guesses, question_words, value_words, {})
            raise NeedsError(t("answers-guessed", name=name, guesses=" ".join(guesses)))
        self.state.own_reading = report.published_summary()
        self.state.own_answers = report.answers
        opened = t("answers-opened", kept=len(report.answers), lines=report.lines_in)
        unread = [t("answers-unread", count=len(report.unread))] if report.unread else []
        self.notice.say("information", opened, " ".join([t("answers-refused", count=report.lines_refused), *unread]))

    def _take_loans(self, name: str, content: bytes) -> None:
        self.state.loans = LOAN_SETTINGS.parse(content, f"« {name} »")
        self.notice.say("information", t("settings-opened", name=self.state.loans.nom))

    def _take_workshops(self, name: str, content: bytes) -> None:
        settings = WORKSHOP_SETTINGS.parse(content, f"« {name} »")
        known = path_names()
        for theme in settings.themes:
            if theme.parcours not in known:
                raise WorkshopError(t("path-not-known", path=theme.parcours, known=", ".join(known)))
        self.state.workshops = settings
        self.notice.say("information", t("settings-opened", name=settings.nom))

    def _back(self) -> None:
        with self.state.hold_trait_notifications():
            self.state.own_name = self.state.own_reading = ""
            self.state.own_needs = self.state.own_answers = None
        self.notice.say()


__all__ = ["StartFrom"]
