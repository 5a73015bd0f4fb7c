"""Qui vient : un nombre de codes, ou une liste de noms collée ou ouverte ; ce qu'elle ne dit pas est demandé."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from liaison.base.faults import FrenchError
from liaison.training.session.definition import LARGEST_LIST, MOST_PARTICIPANTS, Participant
from liaison.training.session.list_answers import ListAnswers
from liaison.training.session.list_remarks import doubts_of, remarks_of
from liaison.training.session.participants import ColumnsError, read_participants
from widgets.kit import FileIn, Notice, Question, SourceNote, TextArea, beside, stack
from widgets.training_session.words import t

CODES, NAMES = "codes", "noms"
PASTED = "liste.txt"  # what a pasted list is called, where one of its lines is refused
LONGEST_PASTED = 100_000
FEWEST_TO_ASK = 2  # columns: a list of one has its name there


@dataclass(frozen=True)
class Expected:
    """Who is expected: how many, and who where a list says it, with what is to be known of that list."""

    count: int
    people: tuple[Participant, ...] = ()
    remarks: tuple[str, ...] = ()


class UnreadyError(FrenchError):
    """Who comes is not known yet, and what to do; the field shows where."""


class ParticipantsField:
    """A number of codes, or a list of names; `expected()` gives who comes. The names are kept nowhere by the page."""

    def __init__(self) -> None:
        self.way = Question(
            label=t("who"),
            options=[{"value": way, "label": t(f"who-{way}")} for way in (CODES, NAMES)],
            value=CODES,
        )
        self.count = Question(kind="number", label=t("count"), unit=t("count-unit"))
        self.pasted = TextArea(label=t("pasted"), help=t("pasted-help"), max_length=LONGEST_PASTED, lines=4)
        self.file = FileIn(
            label=t("list-file"), help=t("list-file-help"), accept=".csv,.txt,.xlsx,.ods", max_mb=LARGEST_LIST / 2**20
        )
        self.columns = Question(label=t("columns"))
        self.notice = Notice(kind="attention")
        self.chosen = SourceNote()
        self._opened: tuple[str, bytes] | None = None
        self._answers: list[ListAnswers] = []
        self._doubted: tuple[str, ...] = ()
        self.answer = stack()
        self.widget = beside([self.way], [self.answer])
        self.way.observe(lambda _change: self._lay_out(), "value")
        self.pasted.observe(lambda change: self._pasted(change["new"]), "value")
        self.file.on_file(lambda name, content: self._other_list((name, content)))
        self._lay_out()

    def forget(self) -> None:
        """Empty the names out of the page."""
        self._other_list(None)
        self.pasted.value = ""

    def expected(self) -> Expected:
        """Return who comes.

        Raises:
            UnreadyError: a number or a list is missing; or the list does not say all, and the field now asks.
            SessionError: the list cannot be read.
        """
        self.count.error = self.pasted.error = ""
        if self.way.value == CODES:
            return Expected(self._counted())
        name, content = self._list()
        try:
            people_read = read_participants(Path(name), self._answer(), content)
        except ColumnsError as error:
            raise self._ask(error.titles) from error
        doubts = tuple(doubts_of(people_read))
        if doubts and doubts != self._doubted:
            self._doubted = doubts
            self.notice.say("attention", t("doubts"), "\n".join((*doubts, t("doubts-then"))))
            raise UnreadyError(t("look-first"))
        return Expected(len(people_read.people), people_read.people, tuple(remarks_of(people_read)))

    def _counted(self) -> int:
        count = self.count.value
        if isinstance(count, float) and count.is_integer():
            count = int(count)
        if not isinstance(count, int) or not 1 <= count <= MOST_PARTICIPANTS:
            self.count.error = t("count-missing", most=MOST_PARTICIPANTS)
            raise UnreadyError(self.count.error)
        return count

    def _list(self) -> tuple[str, bytes]:
        """Return the list that was given last."""
        if self._opened is not None:
            return self._opened
        if self.pasted.value.strip():
            return PASTED, self.pasted.value.encode()
        self.pasted.error = t("list-missing")
        raise UnreadyError(self.pasted.error)

    def _answer(self) -> ListAnswers:
        chosen = str(self.columns.value)
        return self._answers[int(chosen)] if chosen.isdecimal() and self._answers else ListAnswers()

    def _ask(self, titles: Sequence[str]) -> UnreadyError:
        """Ask what the first line is, and where the name stands; the answer is for this list alone."""
        named = [(at, title[:40]) for at, title in enumerate(titles, 1) if title]
        self._answers, options = [], []
        for at, title in named:
            self._answers.append(ListAnswers(titled=True, columns=(titles[at - 1],)))
            options.append(t("columns-titled", title=title))
        for at, title in named if len(named) >= FEWEST_TO_ASK else ():
            self._answers.append(ListAnswers(titled=False, columns=(str(at),)))
            options.append(t("columns-untitled", title=title))
        if len(named) < FEWEST_TO_ASK:
            self._answers.append(ListAnswers(titled=False))
            options.append(t("columns-nobody"))
        self.columns.options = [{"value": str(rank), "label": label} for rank, label in enumerate(options)]
        self._lay_out()
        return UnreadyError(t("look-first"))

    def _pasted(self, text: str) -> None:
        """Take what is pasted for the list; where it is emptied, the file that was opened stays the list."""
        self._other_list(None if text.strip() else self._opened)

    def _other_list(self, opened: tuple[str, bytes] | None) -> None:
        self._opened, self._answers, self._doubted = opened, [], ()
        self.columns.options = []
        self.notice.say()
        if opened:
            self.chosen.text = t("list-of-file", name=opened[0])
        else:
            self.chosen.text = t("list-of-paste") if self.pasted.value.strip() else ""
        self._lay_out()

    def _lay_out(self) -> None:
        given_last = [self.chosen] if self.chosen.text else []
        of_names = [self.pasted, self.file, *given_last, *([self.columns] if self._answers else []), self.notice]
        children = tuple(of_names) if self.way.value == NAMES else (self.count,)
        if self.answer.children != children:
            self.answer.children = children


__all__ = ["Expected", "ParticipantsField", "UnreadyError"]
