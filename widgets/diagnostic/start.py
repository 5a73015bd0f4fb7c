"""D'où viennent les réponses : une école fictive que l'on interroge, ou les fichiers de l'établissement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.diagnostic.hypotheses import WAYS
from widgets.diagnostic.code_in import CodeIn
from widgets.diagnostic.received import Received
from widgets.diagnostic.state import FICTITIOUS, FILES, DiagnosticState, scenario
from widgets.diagnostic.words import question_words, rule_badge, t
from widgets.hosts import host
from widgets.kit import Action, CheckField, FileIn, FileOut, Notice, Question, RangeField, SelectField, stack
from widgets.kit.following import sets

if TYPE_CHECKING:
    from widgets.kit.file_out import Made

ENDINGS = ".csv,.tsv,.txt,.xlsx,.ods,.json,.yaml,.yml"
MOST_SAID = 3  # fichiers illisibles que l'on nomme sous le bouton ; tous sont dans « Ce qui a été lu »


class StartFrom:
    """Where answers come from: the fictitious school and how it is asked, or files.

    `seed` is no part of `widget`: it stands further away.
    """

    def __init__(self, state: DiagnosticState, received: Received) -> None:
        self.state, self.received = state, received
        self.source = Question(
            label=t("source"),
            kind="radio",
            options=[{"value": name, "label": t(f"source-{name}")} for name in (FICTITIOUS, FILES)],
        )
        self.source.value = state.source
        values = scenario()["seed"]
        self.school = SelectField(label=t("school"), help=t("school-help"), options=school_options())
        self.school.value = state.school
        self.seed = RangeField(label=t("seed"), help=t("seed-help"), min=values["minimum"], max=values["maximum"])
        self.seed.value = state.seed
        self.ways = Question(
            label=t("ways"),
            help=t("ways-help"),
            kind="checkbox",
            badge=rule_badge("non_reponse"),
            options=[{"value": way, "label": t(f"way-{way}")} for way in WAYS],
        )
        self.ways.value = list(state.ways)
        self.files = FileIn(real=True, label=t("files"), help=t("files-help"), accept=ENDINGS, max_mb=64)
        self.codes = CodeIn(label=t("codes"), help=t("codes-help"))
        self.codes.on_code(self._code)
        self.agreed = CheckField(label=t("lieu-accord"), value=host() == "machine")
        self.agreed.observe(lambda _change: self._ask_first(), "value")
        self.by_code = stack()
        self._ask_first()
        self.notice = Notice()
        self.forget = Action(label=t("files-forget"))
        self.sample = FileOut(label=t("sample"), help=t("sample-help"))
        self.sample.on_request(self._sample)
        self.files.on_file(received.add)
        self.files.on_done(self._read)
        self.forget.on_press(self._forget)
        for part, name in ((self.school, "school"), (self.seed, "seed")):
            sets(part, state, name)
        self.ways.observe(lambda change: self._ask(tuple(change["new"])), "value")
        self.source.observe(lambda change: self._from(change["new"]), "value")
        state.observe(lambda change: self.source.set_trait("value", change["new"]), "source")
        state.observe(lambda change: self.ways.set_trait("value", [*change["new"]]), "ways")
        state.observe(lambda _change: self._say(), "opened")
        self.fictitious = stack([self.school, self.ways])
        self.real = stack([self.files, self.by_code, self.notice, self.sample])
        self.body = stack()
        self.widget = stack([self.source, self.body])
        self._show()

    def _show(self) -> None:
        self.seed.disabled = self.state.source != FICTITIOUS  # nothing is drawn of real answers
        self.body.children = (self.fictitious if self.state.source == FICTITIOUS else self.real,)

    def _from(self, source: str) -> None:
        if source:
            self.state.source = source
            # Nobody bets on families that they know: their answers are shown at once.
            self.state.revealed = self.state.revealed or source == FILES
            self._show()

    def _ask(self, ways: tuple[str, ...]) -> None:
        self.ways.error = "" if ways else t("ways-missing")
        if ways:
            self.state.set_trait("ways", ways)

    def _read(self) -> None:
        self.received.read()

    def _ask_first(self) -> None:
        """Have no code read on somebody else's machine before it is agreed that answers go there."""
        self.by_code.children = (self.codes,) if self.agreed.value else (self.agreed,)

    def _code(self, text: str) -> None:
        from liaison.diagnostic.answers import AnswersError

        try:
            code, more = self.received.add_code(text)
        except AnswersError as error:
            self.codes.refuse(str(error))
        else:
            self.codes.take(t("codes-replace", code=code, reason=more) if more else t("codes-taken", code=code))

    def _sample(self) -> Made:
        from widgets.diagnostic.sample import sample_export

        return "essai_questionnaire_fictif.csv", "text/csv", sample_export(self.state)

    def _forget(self) -> None:
        self.files.said = self.files.error = self.codes.said = self.codes.error = ""
        self.received.forget()

    def _say(self) -> None:
        from liaison.diagnostic.reading.questions_read import unread_words

        report = self.received.report
        if report is None:
            self.notice.title = self.notice.text = ""
            self._lay(self.sample)
            return
        nothing = [str(refusal) for refusal in report.refused if refusal.line is None]
        self.notice.kind = "attention" if report.waits or not report.lines_in else "information"
        self.notice.title = report.summary()
        self.notice.text = "\n".join([*nothing[:MOST_SAID], *unread_words(report, question_words), t("files-see")])
        self._lay(self.forget)

    def _lay(self, last: Action | FileOut) -> None:
        """Lay the parts: a code and the file to try answer the questionnaire of the suite, not a school's own."""
        if self.state.own is None:
            self.real.children = (self.files, self.by_code, self.notice, last)
        else:
            self.real.children = (self.files, self.notice, self.forget)


def school_options() -> list[dict[str, str]]:
    """Return the fictitious schools that ship with the suite, by preset name."""
    from liaison.school.fictitious.aggregates import load_preset, preset_names

    return [{"value": name, "label": load_preset(name).name} for name in preset_names()]
