"""Les réponses d'une personne : un fichier à côté du carnet, vérifié, jamais à moitié écrit, l'état d'avant gardé."""

from __future__ import annotations

import json
import re
from functools import partial
from itertools import count
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from liaison.base.faults import FrenchError
from liaison.base.files import put_all, set_aside
from liaison.base.formats import FileFormat, first_faults
from liaison.base.guarded import NotTakenError, TooLargeError, taken
from liaison.base.sentences import french_beside
from liaison.questions.common import Matching, Multiple, Number, Ordering, Quantity, Single, Text
from liaison.questions.setting import SettingQuestion
from liaison.training.exercise.definition import BET, Exercise, ExerciseError, Question

phrase = french_beside(__file__)


ANSWERS_FILE = "reponses.json"
FORMER_FILE = "reponses_precedentes.json"
UNREADABLE = "reponses_illisibles"
LARGEST = 1_000_000  # octets : un exercice rempli en fait vingt fois moins
MOST_ATTEMPTS = 9999
# What ends a line, whatever the program; then what a terminal obeys, what turns the order of letters, half characters.
_END_OF_LINE = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_NOT_SHOWN = re.compile(r"[^\n\t\x20-\x7e\xa0-\U0010ffff]|[\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LONGEST_SAID = 400  # signes d'une raison, qui prend place dans un tableau et sur la page d'une personne


class ExerciseAnswersError(FrenchError):
    """Answers that cannot be read, do not fit or cannot be saved, and what to do: a few sentences, never a page."""

    def __init__(self, message: str):
        super().__init__(message if len(message) <= LONGEST_SAID else f"{message[:LONGEST_SAID]}…")


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Attempted(_Model):
    """What was answered to one question: how many times, the first answer and the last."""

    attempts: Annotated[int, Field(ge=1, le=MOST_ATTEMPTS)]
    first: Any
    last: Any

    @property
    def blank(self) -> bool:
        """Whether the last answer says nothing: none, or a text of spaces alone."""
        return self.last is None or (isinstance(self.last, str) and not self.last.strip())

    @property
    def text(self) -> str:
        """The text that was written last, as it is read everywhere; "" when there is none: spaces alone are none.

        It goes to a screen, a table, a terminal: a sign that one of them would obey, or that shows other words than
        those that are there, stands as « \ufffd », for the reader to see. The file of the answers keeps what was sent.
        """
        if not isinstance(self.last, str) or self.blank:
            return ""
        return _NOT_SHOWN.sub("\ufffd", _END_OF_LINE.sub("\n", self.last))


class ExerciseAnswers(_Model):
    """The answers of one person to one exercise; `edition` is that of the exercise they were given to."""

    version: Literal[1] = 1
    exercise: str
    edition: Annotated[int, Field(ge=1)]
    answers: dict[str, Attempted] = Field(default_factory=dict)

    def of(self, question: str) -> Attempted | None:
        """Return what was answered to a question, None when nothing was."""
        return self.answers.get(question)

    def written(self, question: str) -> str:
        """Return the text that answers a question, "" when there is none to read: spaces alone are none."""
        answer = self.of(question)
        return answer.text if answer else ""

    def unanswered(self, exercise: Exercise) -> list[Question]:
        """Return the questions of an exercise to which nothing is said yet, in its order."""
        given = {question.id: self.of(question.id) for question in exercise.questions}
        return [question for question in exercise.questions if (answer := given[question.id]) is None or answer.blank]

    def last(self, question: str) -> Any:
        """Return the last answer to a question, None when there is none."""
        answer = self.of(question)
        return answer.last if answer else None

    @property
    def to_questions(self) -> dict[str, Attempted]:
        """What was answered to the questions: everything but the bet."""
        return {name: entry for name, entry in self.answers.items() if name != BET}


ANSWERS_FORMAT = FileFormat(
    ExerciseAnswers, 1, partial(phrase, "des-reponses"), "version, exercise, answers", ExerciseAnswersError
)
_TEXTS = TypeAdapter(list[str])
_PAIRS = TypeAdapter(dict[str, str])
_TEXT = TypeAdapter(str)
_QUANTITY = TypeAdapter(Quantity)


def read_answers(folder: Path, exercise: Exercise, owner: int | None = None) -> ExerciseAnswers:
    """Return the answers kept in a folder; no file is no answer. `owner`: the account to which they must belong.

    Raises:
        AnswersError: a link, a file too large, cut, edited by hand, of another version or of another exercise.
    """
    try:
        content = taken(folder, ANSWERS_FILE, largest=LARGEST, owner=owner)
    except FileNotFoundError:
        return ExerciseAnswers(exercise=exercise.id, edition=exercise.edition)
    except OSError as error:
        raise ExerciseAnswersError(phrase("acces-refuse", file=ANSWERS_FILE)) from error
    except TooLargeError as error:
        raise ExerciseAnswersError(phrase("pas-des-reponses", file=ANSWERS_FILE, reason=error)) from error
    except NotTakenError as error:
        raise ExerciseAnswersError(phrase("ne-peut-etre-pris", file=ANSWERS_FILE, reason=error)) from error
    return parse_answers(content, exercise)


def parse_answers(content: bytes, exercise: Exercise) -> ExerciseAnswers:
    """Return the answers that a file holds, by its content.

    Raises:
        AnswersError: what is wrong, in French.
    """
    named = f"« {ANSWERS_FILE} »"
    try:
        text = content.decode("utf-8-sig")
        # Only JSON: read as YAML, a few lines of a hostile file could become gigabytes.
        json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExerciseAnswersError(phrase("abime", file=named)) from error
    answers = ANSWERS_FORMAT.parse(text, named)
    if answers.exercise != exercise.id:
        raise ExerciseAnswersError(
            phrase("autre-exercice", file=named, other=answers.exercise[:60], exercise=exercise.id)
        )
    return answers


def checked(question: Question, value: object) -> Any:
    """Return an answer in the form that marks are given to: ids known, every item once, settings that hold.

    Raises:
        AnswersError: the answer does not fit the question.
    """
    try:
        return _checked(question, value)
    except ValidationError as error:
        faults = " ; ".join(first_faults(error, value, 3))
        raise ExerciseAnswersError(
            phrase("reponse-qui-ne-convient-pas", title=question.title, faults=faults)
        ) from error
    except ExerciseAnswersError:
        raise
    except FrenchError as error:
        raise ExerciseAnswersError(phrase("reponse-refusee", title=question.title, reason=error)) from error


def _checked(question: Question, value: object) -> Any:
    match question:
        case Single():
            return _offered(question, [_TEXT.validate_python(value)], [choice.id for choice in question.choices])[0]
        case Multiple():
            return _offered(question, _TEXTS.validate_python(value), [choice.id for choice in question.choices])
        case Ordering():
            given = _offered(question, _TEXTS.validate_python(value), [item.id for item in question.items])
            if len(given) != len(question.items):
                raise ExerciseAnswersError(phrase("element-oublie", title=question.title))
            return given
        case Matching():
            pairs = _PAIRS.validate_python(value)
            _offered(question, list(pairs), [item.id for item in question.left])
            _offered(question, list(dict.fromkeys(pairs.values())), [item.id for item in question.right])
            return pairs
        case Number():
            quantity = _QUANTITY.validate_python(value)
            _offered(question, [quantity.unit], [unit.id for unit in question.units])
            return quantity
        case Text():
            text = _TEXT.validate_python(value)
            if len(text) > question.longest:
                raise ExerciseAnswersError(
                    phrase("trop-de-caracteres", title=question.title, most=question.longest, n=len(text))
                )
            return text
        case SettingQuestion():
            return question.settings_of(value)


def _offered(question: Question, given: list[str], offered: list[str]) -> list[str]:
    if unknown := [name for name in given if name not in offered]:
        raise ExerciseAnswersError(phrase("choix-inconnu", title=question.title, choice=unknown[0][:60]))
    if len(set(given)) < len(given):
        raise ExerciseAnswersError(phrase("deux-fois", title=question.title))
    return given


def record_answer(folder: Path, exercise: Exercise, question: str, value: object) -> ExerciseAnswers:
    """Add one attempt at a question, or a bet (BET), save, return all answers: the first is kept, the last replaced.

    The file always holds whole answers, those before or those after; those before stay in FORMER_FILE.

    Raises:
        AnswersError: the answer does not fit, the file is damaged or cannot be written; nothing has changed.
        ExerciseError: no such question.
    """
    _fits(exercise, question, value)
    before = read_answers(folder, exercise)
    former = before.of(question)
    attempts = min(former.attempts + 1, MOST_ATTEMPTS) if former else 1
    entry = Attempted(attempts=attempts, first=former.first if former else value, last=value)
    after = ExerciseAnswers(exercise=exercise.id, edition=exercise.edition, answers={**before.answers, question: entry})
    _save(folder, after)
    return after


def _fits(exercise: Exercise, question: str, value: object) -> None:
    if question == BET and exercise.bet is not None:
        if exercise.bet.choice(value) is None:
            raise ExerciseAnswersError(phrase("pari-inconnu"))
    else:
        checked(exercise.question(question), value)


def _save(folder: Path, answers: ExerciseAnswers) -> None:
    final = folder / ANSWERS_FILE
    try:
        content = json.dumps(answers.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
        former = {folder / FORMER_FILE: final.read_bytes()} if final.exists() else {}
        put_all({**former, final: content.encode()})
    except (OSError, UnicodeEncodeError) as error:
        raise ExerciseAnswersError(phrase("pas-enregistree")) from error


def set_answers_aside(folder: Path) -> Path:
    """Rename answers that cannot be read, so that a person can start again, and return the new name.

    Raises:
        AnswersError: the file cannot be renamed; it stays as it was.
    """
    names = (f"{UNREADABLE}{'' if number == 1 else f'_{number}'}.json" for number in count(1))
    try:
        return set_aside(folder / ANSWERS_FILE, names)
    except OSError as error:
        raise ExerciseAnswersError(phrase("pas-mis-de-cote", file=ANSWERS_FILE)) from error


__all__ = [
    "ANSWERS_FILE",
    "FORMER_FILE",
    "Attempted",
    "ExerciseAnswers",
    "ExerciseAnswersError",
    "ExerciseError",
    "checked",
    "parse_answers",
    "read_answers",
    "record_answer",
    "set_answers_aside",
]
