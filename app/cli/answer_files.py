"""Les fichiers de réponses qu'une commande lit : ce qu'ils deviennent, ce qui en est refusé, ce qui est déjà publié."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.cli.options import RightOrNot
from app.cli.output import InputError, Steps, say
from liaison.base.dates import numeric_date
from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.indicators import AnswerIndicators
from liaison.diagnostic.counting.weights import FamilyCounts
from liaison.diagnostic.disclosure.differencing import DifferencingError
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.publication.already_shown import AlreadyShown
from liaison.diagnostic.publication.beside import ShownPlan
from liaison.diagnostic.publication.publication import FILE, Publication, publication, read_register
from liaison.diagnostic.publication.same_form import other_form
from liaison.diagnostic.publication.school_register import SchoolRegister, is_fictitious, school_register
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire
from liaison.diagnostic.reading.answer_files import ROWS_AT_ONCE, AnswerFile, AnswerReading
from liaison.diagnostic.reading.free_words import free_words_said
from liaison.diagnostic.reading.guesses import guess_words
from liaison.diagnostic.reading.mapping import Mapping
from liaison.diagnostic.reading.more_answers import more_words
from liaison.diagnostic.reading.questions_read import reading_words, unread_words
from liaison.diagnostic.reading.reports import ReadReport
from liaison.diagnostic.reading.words_decided import Decided, remedy_words, several_words

phrase = french_beside(__file__)


MOST_SHOWN = 10
MOST_REMEDIES = 3


def check_files(files: Sequence[Path]) -> None:
    """Check that the files are there and that no two bear one name.

    Raises:
        InputError: two files of one name, or one that is missing or is not a file.
    """
    names = [path.name for path in files]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise InputError(phrase("deux-fichiers-d-un-nom", name=min(twice)))
    for path in files:
        check_file(path)


def check_file(path: Path) -> None:
    """Check that a file is there.

    Raises:
        InputError: it is not.
    """
    if not path.is_file():
        raise InputError(phrase("fichier-absent", path=path))


def step_count(files: Sequence[Path]) -> int:
    """Return how many steps the reading of these files will say."""
    return sum(map(_blocks, files))


def read_answer_files(
    files: Sequence[Path],
    questionnaire: Questionnaire,
    mapping: Mapping | None,
    steps: Steps,
    decided: Decided | None = None,
    guesses: RightOrNot | None = None,
) -> ReadReport:
    """Return what becomes of every line of every file, a correction in the place of the line that it corrects.

    Says how far the reading is. `guesses`: what a person says of what is only guessed, once it was said: that it is
    right, or that nothing of it is to be read.

    Raises:
        InputError: a file of which nothing can be read.
        MappingError: `mapping` does not fit the questionnaire.
    """
    reading = AnswerReading(questionnaire, mapping, decided=decided, guess=guesses != "non")
    read = reading.read([AnswerFile(path.name, path) for path in files], partial(_saying, steps=steps))
    assert read is not None  # a command is given one file at least
    return read.with_guesses_right() if guesses == "oui" else read


@dataclass(frozen=True, kw_only=True)
class PublishingRequest:
    """What is asked of a command that publishes answers, as it was typed: of which school, and what already was.

    `population`: how many families it has by level. `previous`: folders of former exports. `new_collection`: a person
    says that these answers were never published. `out`: where the next export goes. `guesses`: what a person says of
    what the reading only guesses.
    """

    name: str
    population: Path | None
    previous: Sequence[Path]
    new_collection: bool
    out: Path | None
    guesses: RightOrNot | None = None


@dataclass(frozen=True)
class Before(AlreadyShown):
    """What was already published of the answers of a school, wherever; and its register, that keeps what is next."""

    in_school: SchoolRegister | None = None

    def checked(
        self, indicators: AnswerIndicators, answers: Answers, population: FamilyCounts | None, on: dt.date
    ) -> Publication:
        """Return a diagnosis as a register keeps it, once nothing that was published would betray it.

        Raises:
            AuditError: it would tell too much.
            DifferencingError: and how to say that these are the answers of another collection.
        """
        try:
            _check_form(self.former, publication(indicators, answers.questionnaire.id, on))
            return super().checked(indicators, answers, population, on)
        except DifferencingError as error:
            raise DifferencingError(f"{error} {phrase('autre-collecte')}") from error

    def bytes_with(self, new: Publication | None, plan: ShownPlan | None = None) -> bytes:
        """Return the register to write beside what is shown, with a publication more, or a plan, or both."""
        return self.with_more(new, plan).register(self.in_school.name if self.in_school else "")

    def inscribe(self, new: Publication | None, on: dt.date, plan: ShownPlan | None = None) -> None:
        """Keep one publication more in the register of the school, or a plan, or both.

        Raises:
            PublicationError: it cannot be written.
        """
        if self.in_school:
            self.in_school.inscribe(new, on, plan)


def _check_form(former: Sequence[Publication], new: Publication) -> None:
    if other := other_form(former, new):
        raise DifferencingError(phrase("autre-formulaire", day=numeric_date(other.date), questions=other.questions))


def published_before(files: Sequence[Path], request: PublishingRequest, *, alone: bool = False) -> Before:
    """Return what was already published in the folders `previous`, in `out`, and by this school, each once.

    `alone`: a plan, without answers to compare. Without `out` nothing is published, and the register of the school is
    neither read nor written.

    Raises:
        PublicationError: a register that is missing from `previous`, or that cannot be read; or nothing says whether
            these answers were published.
    """
    out = request.out
    places = [*request.previous, *([out] if out and (out / FILE).is_file() else [])]
    registers = [read_register(place) for place in places]
    publications = [each for own in registers for each in own.publications]
    register = _register(request, files, known=bool(places) or alone)
    former = [*publications, *(register.former if register else ())]
    plans = dict.fromkeys([*(each for own in registers for each in own.plans), *(register.plans if register else ())])
    return Before(tuple(each for rank, each in enumerate(former) if each not in former[:rank]), tuple(plans), register)


def _register(request: PublishingRequest, files: Sequence[Path], *, known: bool) -> SchoolRegister | None:
    if not request.out:
        return None
    return school_register(request.name, fictitious=is_fictitious(files), first=request.new_collection, known=known)


def say_refusals(read: ReadReport) -> None:
    """Print how many lines were read, kept and refused, which questions they ask, what is not read, what to check."""
    say(read.summary())
    for line in reading_words(read, question_words, value_words):
        say(line)
    unread = (*unread_words(read, question_words), *free_words_said(read, question_words), *several_words(read))
    for line in (*unread, *more_words(read), *remedy_words(read, MOST_REMEDIES)):
        say(line)
    for line in guess_lines(read):
        say(line)
    for refused in read.refused[:MOST_SHOWN]:
        say(phrase("refus", refused=refused))
    if len(read.refused) > MOST_SHOWN:
        say(phrase("autres-refus", count=len(read.refused) - MOST_SHOWN))
    for cell in read.unread[:MOST_SHOWN]:
        say(phrase("cellule-non-lue", cell=cell))
    if len(read.unread) > MOST_SHOWN:
        say(phrase("autres-cellules-non-lues", count=len(read.unread) - MOST_SHOWN))
    # What is said of a whole file first: the lines of a file read before must not hide it.
    for flagged in sorted(read.flagged, key=lambda each: each.line is not None)[:MOST_SHOWN]:
        say(phrase("a-verifier", flagged=flagged))
    if len(read.flagged) > MOST_SHOWN:
        say(phrase("autres-points-a-verifier", count=len(read.flagged) - MOST_SHOWN))


def guess_lines(read: ReadReport) -> list[str]:
    """Return what is only guessed, a sentence each; then what a person says that it is right."""
    own = read.answers.questionnaire.own_words
    return [
        phrase(key, guess=line)
        for key, guesses in (("devine", read.guesses), ("confirme", read.said_right))
        for line in guess_words(guesses, question_words, value_words, own)
    ]


def _blocks(path: Path) -> int:
    """Return in how many blocks of lines a file will be read, to say how far the reading is."""
    try:
        with path.open("rb") as stream:
            lines = sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
    except OSError:
        return 1
    return 1 + lines // ROWS_AT_ONCE


def _saying(file: AnswerFile, blocks: Iterator[ReadReport], steps: Steps) -> Iterator[ReadReport]:
    """Yield the blocks of a file, saying how far the reading is; give up on a file of which nothing can be read."""
    assert isinstance(file.content, Path)
    planned, lines = _blocks(file.content), 0
    steps.step(phrase("lecture", file=file.name))
    for rank, part in enumerate(blocks):
        whole = next((each for each in part.refused if each.line is None), None)
        if whole:
            raise InputError(phrase("rien-d-ecrit", reason=whole))
        lines += part.lines_in
        if rank + 1 < planned:
            steps.step(phrase("lecture-en-cours", file=file.name, lines=lines))
        yield part


__all__ = [
    "Before",
    "PublishingRequest",
    "check_file",
    "check_files",
    "guess_lines",
    "published_before",
    "read_answer_files",
    "say_refusals",
    "step_count",
]
