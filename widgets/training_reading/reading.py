"""Lire les textes d'une séance : passer au suivant garde la note dans le carnet de notes de nbgrader."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from liaison.base.faults import FrenchError
from liaison.base.numbers import number
from liaison.base.terminal import typed
from liaison.training.exercise.definition import Exercise, exercise, exercise_names
from liaison.training.marks.gradebook import grade_course
from liaison.training.marks.texts_to_read import (
    LONGEST_COMMENT,
    NewerMarkError,
    NewMark,
    Readings,
    TextToRead,
    points_of,
    texts_to_read,
    write_marks,
)
from liaison.training.marks.trainer_marks import TrainerMark, trainer_marks
from liaison.training.session.definition import load_session
from liaison.training.session.sole_use import course_at_work, is_erased
from widgets.kit import Action, Heading, Notice, Paragraphs, ResultSentence, SelectField, stack
from widgets.texts import texts
from widgets.training_board.opening import Opening
from widgets.training_reading.text_reader import TextReader, Way

t = texts("training_reading")


class Reading:
    """The texts of a session, one on screen: `Reading().widget`; without a folder, the session is looked for.

    Going to another text keeps the points and the comment of the one that is left; what cannot be kept is said, and
    one stays. Skipping a text keeps nothing of what was typed, and always moves.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.readings = Readings(())
        self._exercises: list[Exercise] = []
        self.at = 0
        self.opening = Opening(words={key: t(f"open-{key}") for key in ("which", "button", "choose", "choose-text")})
        self.title = Heading(2)
        self.private = Notice(kind="attention", title=t("private-title"), text=t("private-text"))
        self.count = ResultSentence()
        self.unmarked = Notice()
        self.grade = Action(label=t("unmarked-button"))
        self.which = SelectField(label=t("which"))
        self.question = Paragraphs()
        words = {key: t(f"reader-{key}") for key in TextReader.words_of}
        self.reader = TextReader(longest=LONGEST_COMMENT, words=words)
        self.widget = stack([self.opening.widget])
        self.opening.on_open(self.open)
        self.grade.on_press(self.mark_copies)
        self.reader.on_go(self.go)
        self.which.observe(lambda change: self._ask(change["new"]), "value")
        if chosen := folder or self.opening.obvious:
            self.open(chosen)

    def open(self, folder: Path) -> None:
        """Show the texts of a session, or say why they cannot be read."""
        try:
            session = load_session(folder).session
        except FrenchError as error:
            self.opening.refuse(str(error))
            return
        self.folder, self.title.text = folder, session.title
        self._exercises = [exercise(module) for module in session.modules if module in exercise_names()]
        self._read()

    def _read(self) -> None:
        assert self.folder is not None
        if self._is_closed():
            return
        try:
            self.readings = texts_to_read(self.folder, self._exercises)
        except FrenchError as error:
            self._say_unmarked("attention", t("grading-first"), f"{t('grading-first-text')}\n{error}")
            self.grade.label = t("grading-button")
            self.widget.children = (self.title, self.unmarked, self.grade)
            return
        self.at = next((place for place, text in enumerate(self.readings.texts) if text.waits), 0)
        unmarked = self.readings.unmarked
        self._say_unmarked(
            "attention",
            t("unmarked-title", count=len(unmarked)) if unmarked else "",
            t("unmarked-text", copies=", ".join(f"{code} ({module})" for code, module in unmarked)) if unmarked else "",
        )
        left = (self.unmarked, self.grade) if unmarked else ()
        texts_ = (self.which, self.question, self.reader) if self.readings.texts else ()
        self.widget.children = (self.title, self.private, self.count, *left, *texts_)
        self._show()

    def _is_closed(self) -> bool:
        """Whether names are erased meanwhile, or being erased: no text that the page had is left in it then."""
        assert self.folder is not None
        if not is_erased(self.folder):
            return False
        self.readings = Readings(())
        with self.reader.hold_sync():
            self.reader.text, self.reader.points, self.reader.comment = {}, "", ""
            self.reader.error = self.reader.line = ""
        self._say_unmarked("attention", t("erased-title"), t("erased-text"))
        self.widget.children = (self.title, self.unmarked)
        return True

    def _say_unmarked(self, kind: str, title: str, text: str) -> None:
        with self.unmarked.hold_sync():
            self.unmarked.kind, self.unmarked.title, self.unmarked.text = kind, title, text

    def mark_copies(self) -> None:
        """Mark every copy, as `liaison session grade` does, then read again."""
        assert self.folder is not None
        if self._is_closed() or (self.readings.texts and not self._keep()):
            return
        try:
            with course_at_work(self.folder):
                for course in self._exercises:
                    for _ in grade_course(self.folder, course):
                        pass
        except FrenchError as error:
            self._say_unmarked("erreur", t("grading-first"), str(error))
            return
        self._read()

    # --- one text ---------------------------------------------------------------------------------------------

    @property
    def current(self) -> TextToRead:
        """The text on screen."""
        return self.readings.texts[self.at]

    def go(self, way: Way) -> None:
        """Keep what was typed, then show another text: the next that waits or that before; "after" keeps nothing."""
        left = self.at
        if self._is_closed():
            return
        if way == "next" and not self.reader.points.strip() and (self.current.again or not self.reader.comment.strip()):
            self.reader.error = t("missing-points", scale=number(self.current.question.points))
            return
        count = len(self.readings.texts)
        if way == "after":
            if left == count - 1:  # nowhere to go: what was typed stays
                return
        elif not self._keep():
            return
        if way == "next":
            order = [(left + step) % count for step in range(1, count)]
            self.at = next((place for place in order if self.readings.texts[place].waits), left)
        else:
            self.at = min(max(left + (1 if way == "after" else -1), 0), count - 1)
        self._show()

    def _ask(self, question: str) -> None:
        """Show the first text of a question that waits, or its first."""
        places = [place for place, text in enumerate(self.readings.texts) if _key(text) == question]
        if not places or self.at in places or self._is_closed():
            return
        if not self._keep():
            self.which.value = _key(self.current)
            return
        self.at = next((place for place in places if self.readings.texts[place].waits), places[0])
        self._show()

    def _keep(self) -> bool:
        """Write what was typed, when it is new, and return whether one may go on."""
        assert self.folder is not None
        text = self.current
        try:
            points = points_of(self.reader.points, text.question)
            mark = NewMark(text, points, self.reader.comment.strip())
            changed = write_marks(self.folder, [mark])
        except NewerMarkError as error:  # shown, it is what a second press replaces
            self._given(error.held)
            self.reader.text = {**self.reader.text, "state": _state(self.current), "waits": self.current.waits}
            self._count()
            self.reader.error = f"{error} {t('newer-again')}"
            return False
        except FrenchError as error:
            self.reader.error = str(error)
            return False
        self.reader.error = ""
        if changed:
            self._given(TrainerMark(points, text.given.extra, mark.comment))
            word = "said-comment" if points is None else "said-kept"
            self.reader.line = t(word, who=text.person, shown=number(points or 0), scale=number(text.question.points))
        return True

    def _given(self, given: TrainerMark) -> None:
        texts_ = list(self.readings.texts)
        texts_[self.at] = replace(self.current, given=given)
        self.readings = replace(self.readings, texts=tuple(texts_))

    def _show(self) -> None:
        if self.readings.texts:
            self._refresh()
        self._count()
        if self.readings.texts:
            self._show_text()

    def _show_text(self) -> None:
        text = self.current
        same = [place for place, other in enumerate(self.readings.texts) if _key(other) == _key(text)]
        self.which.value = _key(text)
        self.question.lines = [text.question.text]
        with self.reader.hold_sync():
            self.reader.text = {
                "id": f"{text.person} {_key(text)}",
                "who": t("who", who=text.person),
                "place": t("place", place=same.index(self.at) + 1, count=len(same), who=text.person),
                "state": _state(text),
                "waits": text.waits,
                "text": text.text,
                "grid": list(text.question.grid),
                "scale": t("scale", scale=number(text.question.points)),
            }
            # Points that were given to another text are said above the field: going on does not give them again.
            self.reader.points = "" if text.waits else number(text.given.points or 0)
            self.reader.comment = text.given.comment
            self.reader.error = ""

    def _refresh(self) -> None:
        """Take what formgrader wrote meanwhile of the text that is about to be shown."""
        assert self.folder is not None
        text = self.current
        try:
            marks = trainer_marks(self.folder, text.exercise.id)
        except FrenchError:
            return  # what was read stands; keeping a mark would say why it cannot be
        self._given(marks.get(text.person, {}).get(text.question.id, TrainerMark()))

    def _count(self) -> None:
        """Say everywhere how many texts wait."""
        options = [{"value": key, "label": label} for key, label in self._questions().items()]
        if options != self.which.options:
            self.which.options = options
        count, waiting = len(self.readings.texts), self.readings.waiting
        with self.count.hold_sync():
            self.count.tone = "bon" if count and not waiting else "neutre"
            self.count.text = t("count", waiting=waiting, count=count) if count else t("count-nothing")
            done = t("count-done-detail", course=typed(self.folder) if self.folder else "")
            self.count.detail = "" if waiting else done if count else t("count-nothing-detail")

    def _questions(self) -> dict[str, str]:
        """Return the questions that have texts, by key, each with how many are left."""
        waiting: dict[str, int] = {}
        titles: dict[str, str] = {}
        for text in self.readings.texts:
            waiting[_key(text)] = waiting.get(_key(text), 0) + text.waits
            titles[_key(text)] = text.question.title
        return {key: t("which-option", title=title, waiting=waiting[key]) for key, title in titles.items()}


def _key(text: TextToRead) -> str:
    return f"{text.exercise.id}/{text.question.id}"


def _state(text: TextToRead) -> str:
    if text.given.points is None:
        return t("state-again-comment" if text.again else "state-waits")
    shown, scale = number(text.given.points), number(text.question.points)
    state = t("state-again" if text.again else "state-given", points=text.given.points, shown=shown, scale=scale)
    return f"{state} {t('state-again-word')}" if text.again and text.given.comment else state


__all__ = ["Reading"]
