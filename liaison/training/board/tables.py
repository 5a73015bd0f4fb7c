"""Les tableaux d'une salle : qui en est où, ce que chaque question reçoit, les paris ; et ce qui peut être projeté."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.training.board.outcomes import Fault, QuestionOutcome, Status
from liaison.training.exercise.definition import Exercise, Question

phrase = french_beside(__file__)


Standing = Literal["absent", "started", "answered", "handed_in", "unreadable"]


@dataclass(frozen=True)
class Reading:
    """What was read of one person's copy of one exercise; `fault` says why it cannot be read, "" when it can."""

    code: str
    handed_in: bool
    outcomes: Mapping[str, QuestionOutcome] = field(default_factory=dict)
    bet_before: str | None = None
    bet_after: str | None = None
    fault: str = ""


@dataclass(frozen=True)
class PersonProgress:
    """Where one person stands; the three lists name questions. `expected`: the session knows this code."""

    code: str
    expected: bool
    step: Standing
    unanswered: tuple[str, ...] = ()
    to_revise: tuple[str, ...] = ()
    to_read: tuple[str, ...] = ()
    answered: int = 0
    fault: str = ""


@dataclass(frozen=True)
class FaultCount:
    """How many people answered something wrong, at their first attempt and now."""

    id: str
    label: str
    first: int
    now: int


@dataclass(frozen=True)
class QuestionTable:
    """What one question received: every copy that can be read is either counted in one status or in `missing`."""

    id: str
    title: str
    now: dict[Status, int]
    first: dict[Status, int]
    missing: int
    tried_again: int
    faults: tuple[FaultCount, ...]

    @property
    def answered(self) -> int:
        """How many people answered."""
        return sum(self.now.values())

    @property
    def missed(self) -> int:
        """How many answers earn less than everything, now."""
        return self.now.get("partly", 0) + self.now.get("wrong", 0)

    @property
    def missed_at_first(self) -> int:
        """How many first attempts earned less than everything."""
        return self.first.get("partly", 0) + self.first.get("wrong", 0)


@dataclass(frozen=True)
class BetLine:
    """One choice of the bet: how many people made it before; of those who bet again, how many before and after."""

    label: str
    before: int
    again_before: int
    after: int


@dataclass(frozen=True)
class BetTable:
    """The bets of the room; `moved` is how many of those who bet again changed their mind."""

    text: str
    lines: tuple[BetLine, ...]
    moved: int

    @property
    def before(self) -> int:
        """How many people bet before."""
        return sum(line.before for line in self.lines)

    @property
    def after(self) -> int:
        """How many people bet again at the end."""
        return sum(line.after for line in self.lines)


@dataclass(frozen=True)
class BoardTable:
    """A room and one exercise: its people by code, its questions in order, its bets (None: the exercise has none)."""

    module: str
    title: str
    people: tuple[PersonProgress, ...]
    questions: tuple[QuestionTable, ...]
    bets: BetTable | None

    @property
    def copies(self) -> int:
        """How many copies can be read."""
        return sum(person.step not in ("absent", "unreadable") for person in self.people)

    def at(self, step: Standing) -> int:
        """How many people are at a step."""
        return sum(person.step == step for person in self.people)

    @property
    def most_missed(self) -> tuple[QuestionTable, ...]:
        """The questions that somebody misses, or missed at first: those missed by most people first."""
        missed = [question for question in self.questions if question.missed or question.missed_at_first]
        return tuple(sorted(missed, key=lambda question: (-question.missed, -question.missed_at_first)))


@dataclass(frozen=True)
class ProjectedQuestion:
    """What everybody may see of a question; under `fewest` answers, `now` and `faults` are None."""

    id: str
    title: str
    answered: int
    copies: int
    fewest: int
    now: dict[Status, int] | None
    faults: tuple[FaultCount, ...] | None


@dataclass(frozen=True)
class ProjectedBoard:
    """What everybody may see of a room: counts, no code, nothing that a group of fewer than `fewest` would tell."""

    module: str
    title: str
    fewest: int
    people: int
    copies: int
    whole: int
    handed_in: int
    unreadable: int
    questions: tuple[ProjectedQuestion, ...]
    bets: BetTable | None
    bets_hidden: bool
    again_hidden: bool


def board_table(exercise: Exercise, readings: Iterable[Reading], expected: Sequence[str] = ()) -> BoardTable:
    """Return the tables of an exercise from what was read of each copy; `expected` are the codes of the session."""
    by_code = {reading.code: reading for reading in readings}
    codes = sorted({*by_code, *expected})
    known = set(expected)
    people = tuple(_person(exercise, code, code in known, by_code.get(code)) for code in codes)
    readable = [reading for reading in by_code.values() if not reading.fault]
    questions = tuple(_question(question, readable) for question in exercise.questions)
    return BoardTable(exercise.id, exercise.title, people, questions, _bets(exercise, readable))


def _person(exercise: Exercise, code: str, expected: bool, reading: Reading | None) -> PersonProgress:
    if reading is None:
        return PersonProgress(
            code, expected, "absent", unanswered=tuple(question.id for question in exercise.questions)
        )
    if reading.fault:
        return PersonProgress(code, expected, "unreadable", fault=reading.fault)
    questions = [question.id for question in exercise.questions]
    outcomes = reading.outcomes
    unanswered = tuple(name for name in questions if name not in outcomes)
    step: Standing = "started" if unanswered else "answered"
    return PersonProgress(
        code,
        expected,
        "handed_in" if reading.handed_in else step,
        unanswered,
        tuple(name for name in questions if name in outcomes and outcomes[name].now in ("partly", "wrong", "unusable")),
        tuple(name for name in questions if name in outcomes and outcomes[name].now == "to_read"),
        answered=len(questions) - len(unanswered),
    )


def _question(question: Question, readable: Sequence[Reading]) -> QuestionTable:
    given = [reading.outcomes[question.id] for reading in readable if question.id in reading.outcomes]
    return QuestionTable(
        question.id,
        question.title,
        now=dict(Counter(outcome.now for outcome in given)),
        first=dict(Counter(outcome.first for outcome in given)),
        missing=len(readable) - len(given),
        tried_again=sum(outcome.attempts > 1 for outcome in given),
        faults=_faults(given),
    )


def _faults(given: Sequence[QuestionOutcome]) -> tuple[FaultCount, ...]:
    """Return what was answered wrong, by most people first; a number that one person alone gave is not repeated."""
    whose: dict[Fault, set[int]] = {}
    for person, outcome in enumerate(given):
        for fault in (*outcome.first_faults, *outcome.now_faults):
            whose.setdefault(fault, set()).add(person)
    other = Fault("other", phrase("un-autre-nombre"))
    counted_as = {fault: other if fault.free and len(people) == 1 else fault for fault, people in whose.items()}
    first = Counter(fault for outcome in given for fault in {counted_as[fault] for fault in outcome.first_faults})
    now = Counter(fault for outcome in given for fault in {counted_as[fault] for fault in outcome.now_faults})
    counted = [
        FaultCount(fault.id, fault.label, first[fault], now[fault]) for fault in dict.fromkeys(counted_as.values())
    ]
    return tuple(sorted(counted, key=lambda fault: (-fault.now, -fault.first, fault.label)))


def _bets(exercise: Exercise, readable: Sequence[Reading]) -> BetTable | None:
    bet = exercise.bet
    if bet is None:
        return None
    offered = {choice.id: choice.label for choice in bet.choices}
    before = Counter(reading.bet_before for reading in readable)
    # Compared within the same people: among all, whoever has not bet again would look like a change of mind.
    again = [reading for reading in readable if reading.bet_before is not None and reading.bet_after is not None]
    again_before, after = (
        Counter(reading.bet_before for reading in again),
        Counter(reading.bet_after for reading in again),
    )
    moved = sum(reading.bet_after != reading.bet_before for reading in again)
    lines = tuple(BetLine(label, before[name], again_before[name], after[name]) for name, label in offered.items())
    return BetTable(bet.text, lines, moved)


def projected(table: BoardTable, fewest: int) -> ProjectedBoard:
    """Return what may be projected: under `fewest` answers, nothing about who is right; no code in any case."""
    bets = table.bets
    hidden = bets is not None and 0 < bets.before < fewest
    # The second bets are a group of their own: three of them, among twenty, would be three people.
    again_hidden = bets is not None and 0 < bets.after < fewest
    if bets is not None and again_hidden:
        bets = BetTable(bets.text, tuple(BetLine(line.label, line.before, 0, 0) for line in bets.lines), 0)
    return ProjectedBoard(
        table.module,
        table.title,
        fewest,
        people=len(table.people),
        copies=table.copies,
        whole=sum(not person.unanswered and person.step in ("answered", "handed_in") for person in table.people),
        handed_in=table.at("handed_in"),
        unreadable=table.at("unreadable"),
        questions=tuple(_projected(question, table.copies, fewest) for question in table.questions),
        bets=None if hidden or bets is None or not bets.before else bets,
        bets_hidden=hidden,
        again_hidden=again_hidden,
    )


def _projected(question: QuestionTable, copies: int, fewest: int) -> ProjectedQuestion:
    enough = question.answered >= fewest
    now, faults = (dict(question.now), question.faults) if enough else (None, None)
    return ProjectedQuestion(question.id, question.title, question.answered, copies, fewest, now, faults)


def named(people: Sequence[PersonProgress], names: Mapping[str, str] | None) -> dict[str, str]:
    """Return how each person is called, by code: their name when `names` are given, else their code.

    A folder that the session does not know may bear somebody's name: « participant 1 » until names are asked for.
    """
    if names is not None:
        return {person.code: names.get(person.code, person.code) for person in people}
    unknown = [person.code for person in people if not person.expected]
    numbered = {code: typeset(phrase("participant", number=number)) for number, code in enumerate(unknown, 1)}
    return {person.code: numbered.get(person.code, person.code) for person in people}


__all__ = [
    "BetLine",
    "BetTable",
    "BoardTable",
    "FaultCount",
    "PersonProgress",
    "ProjectedBoard",
    "ProjectedQuestion",
    "QuestionTable",
    "Reading",
    "Standing",
    "board_table",
    "named",
    "projected",
]
