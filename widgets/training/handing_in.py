"""Remettre son travail : un code, un fichier que le navigateur enregistre, et ce qu'on en fait ensuite."""

from __future__ import annotations

from pathlib import PurePath

from liaison.base.faults import FrenchError
from liaison.base.words import named
from liaison.training.exercise.definition import exercise
from liaison.training.hand_in.making import Made, make_hand_in, remember_code, remembered_code, save_hand_in
from liaison.training.hand_in.reading import LARGEST_TEAM_FILE, HandInError
from liaison.training.session.codes import CodeError, checked_code
from widgets.kit import Action, FileIn, FileOut, Notice, Paragraphs, Question, stack
from widgets.kit.file_out import Made as File
from widgets.kit.file_out import file_stem
from widgets.texts import texts
from widgets.training.sheet import SheetState
from widgets.training.standing import Standing

t = texts("sheet")
MOST_TEAM_FILES = 5
YAML_ENDINGS = (".yaml", ".yml")


class HandInView:
    """The last part of an exercise: whose work it is, the file, and what is in it.

    `team_files` holds what a team joins, by file name; nothing is asked for where the exercise has no use for one.
    """

    def __init__(self, state: SheetState, standing: Standing) -> None:
        self.state, self.standing = state, standing
        self.team_files: dict[str, bytes] = {}
        self._warned_of = ""
        self.code = Question(
            kind="short_text",
            label=t("hand-in-code"),
            help=t("hand-in-code-help"),
            value=remembered_code(state.folder) or "",
        )
        self.file = FileOut(label=t("hand-in-make"))
        self.file.on_request(self._make)
        self.notice = Notice()
        self.widget = stack([self.code, *self._team(), self.file, self.notice])
        state.observe(lambda _change: self._stale(), "answers")

    def _team(self) -> list[object]:
        if self.state.exercise.team_file is None:
            return []
        given = FileIn(
            label=self.state.exercise.team_file,
            help=t("hand-in-team-help"),
            accept=",".join(YAML_ENDINGS),
            max_mb=LARGEST_TEAM_FILE / 2**20,
        )
        given.on_file(self._join)
        given.on_done(self._name_joined)
        self.joined = Paragraphs()
        self.remove = Action(label=t("hand-in-team-remove"))
        self.remove.on_press(self._join_nothing)
        self._joined = stack()
        self.team = given
        return [given, self._joined]

    def _join(self, name: str, content: bytes) -> None:
        path = PurePath(name)
        if path.suffix.lower() not in YAML_ENDINGS:
            raise FrenchError(t("hand-in-team-kind"))
        file = f"{file_stem(path.stem)[:60]}.yaml"
        if len({*self.team_files, file}) > MOST_TEAM_FILES:
            raise FrenchError(t("hand-in-team-many"))
        self.team_files[file] = content

    def _join_nothing(self) -> None:
        self.team_files.clear()
        self._name_joined()

    def _name_joined(self) -> None:
        self.joined.lines = [t("hand-in-team", count=len(self.team_files), names=", ".join(self.team_files))]
        self._joined.children = (self.joined, self.remove) if self.team_files else ()

    def _make(self) -> File:
        self.code.error = ""
        self.notice.say()
        try:
            code = checked_code(self.code.value)
        except CodeError as error:
            self.code.error = str(error)
            raise FrenchError(t("hand-in-code-wrong")) from error
        self.code.value = code
        self._warn_of_another(code)
        standing = self.standing.keep()
        made = make_hand_in(self.state.folder, self.state.exercise, code, team=self.team_files)
        try:
            remember_code(self.state.folder, code)
            save_hand_in(self.state.folder, made)
        except HandInError as error:
            # The browser still gets it: a full disk must not keep anybody from handing in.
            self._tell(made, "attention", standing, t("hand-in-only-downloaded", reason=str(error)))
        else:
            self._tell(made, "information", standing, t("hand-in-where"))
        return made.name, "application/zip", made.content

    def _warn_of_another(self, code: str) -> None:
        """Refuse once a code that is not the one kept beside these answers: on a shared machine, whose are they?"""
        remembered = remembered_code(self.state.folder)
        if remembered is None or code in (remembered, self._warned_of):
            return
        self._warned_of = code
        self.code.error = t("hand-in-code-other", kept=remembered, code=code)
        raise FrenchError(t("hand-in-code-wrong"))

    def _tell(self, made: Made, kind: str, standing: str, where: str) -> None:
        titles = named(exercise(name).title for name in made.modules)
        missing = [question.title for question in self.state.answers.unanswered(self.state.exercise)]
        lines = [
            standing,
            t("hand-in-holds", count=len(made.modules), titles=titles),
            t("hand-in-notebook") if made.with_notebook else "",
            t("hand-in-with-team", names=", ".join(self.team_files)) if self.team_files else "",
            t("hand-in-missing", missing=len(missing), titles=named(missing)) if missing else "",
            t("hand-in-left-out", names=", ".join(made.left_out)) if made.left_out else "",
            where,
            t("hand-in-next"),
        ]
        self.notice.say(kind, t("hand-in-done", name=made.name), "\n".join(line for line in lines if line))

    def _stale(self) -> None:
        """Say that what was handed in is no longer what is kept."""
        if self.notice.title:
            self.notice.say("attention", t("hand-in-stale"), t("hand-in-stale-text"))


__all__ = ["HandInView"]
