"""Faire sa remise : les réponses gardées ici et dans les modules voisins, en un fichier à côté du carnet."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from liaison.base.archives import zip_of
from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat
from liaison.base.guarded import NotTakenError, taken
from liaison.base.sentences import french_beside
from liaison.module import EXERCISE
from liaison.training.exercise.answers import ANSWERS_FILE, ExerciseAnswersError, read_answers
from liaison.training.exercise.answers import LARGEST as LARGEST_ANSWERS
from liaison.training.exercise.definition import Exercise, exercise, exercise_names
from liaison.training.hand_in.reading import HAND_IN, LARGEST_NOTEBOOK, TEAM, HandInError, Note, parse_hand_in
from liaison.training.session.codes import Code
from liaison.training.session.time_zone import PARIS

phrase = french_beside(__file__)


PARTICIPANT_FILE = "participant.json"
_LARGEST_PARTICIPANT = 1000


class ParticipantCode(BaseModel):
    """Who answers in a folder: a code and nothing else."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    code: Code


PARTICIPANT_FORMAT = FileFormat(
    ParticipantCode, 1, partial(phrase, "un-code-de-participant"), "version, code", FrenchError
)


@dataclass(frozen=True)
class Made:
    """A hand-in made: its file name, its bytes, the modules in it, and those whose answers could not be read.

    `with_notebook`: a notebook is in it as well, as it was last saved.
    """

    name: str
    content: bytes
    modules: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    with_notebook: bool = False


def remembered_code(folder: Path) -> str | None:
    """Return the code kept in a folder, None when there is none that can be read."""
    try:
        text = taken(folder, PARTICIPANT_FILE, largest=_LARGEST_PARTICIPANT).decode("utf-8")
        json.loads(text)
        return PARTICIPANT_FORMAT.parse(text, PARTICIPANT_FILE).code
    except (OSError, ValueError, RecursionError):  # asked for again: nothing else depends on it
        return None


def remember_code(folder: Path, code: str) -> None:
    """Keep a code beside the notebook, so that it is typed once.

    Raises:
        HandInError: it could not be written; what was there stays.
    """
    content = ParticipantCode(code=code).model_dump_json(indent=1) + "\n"
    _write(folder, PARTICIPANT_FILE, content.encode())


def make_hand_in(
    folder: Path, of: Exercise, code: str, now: dt.datetime | None = None, team: Mapping[str, bytes] | None = None
) -> Made:
    """Return what `code` hands in from the folder of an exercise, with the other modules answered beside it.

    A neighbour counts only when the same code is remembered there: on a shared computer, it may be somebody else's.

    Raises:
        HandInError: no answer is kept yet, or what was made would not be accepted.
        AnswersError: the answers of this very exercise cannot be read.
    """
    if not _answered(folder, of):
        raise HandInError(phrase("aucune-reponse"))
    places, left_out = {of.id: folder}, []
    for name in exercise_names():
        beside = folder.parent / name
        if name == of.id or beside == folder or remembered_code(beside) != code:
            continue
        try:
            if _answered(beside, exercise(name)):
                places[name] = beside
        except ExerciseAnswersError:
            left_out.append(name)
    moment = (now or dt.datetime.now(tz=PARIS)).astimezone(PARIS).replace(microsecond=0)
    note = Note(code=code, made_at=moment)
    name, content = f"remise-{code}.zip", _packed(note, places, team or {})
    # What the trainer's side refuses is said here, while it can still be mended.
    read = parse_hand_in(content, f"« {name} »")
    with_notebook = any(work.notebook for work in read.modules.values())
    return Made(name, content, tuple(sorted(places)), tuple(left_out), with_notebook)


def _answered(folder: Path, of: Exercise) -> bool:
    """Whether a question is answered: a bet alone would come to the trainer as an empty copy."""
    return len(read_answers(folder, of).unanswered(of)) < len(of.questions)


def _packed(note: Note, places: Mapping[str, Path], team: Mapping[str, bytes]) -> bytes:
    files = {HAND_IN: (note.model_dump_json(indent=1) + "\n").encode()}
    for name, place in places.items():
        files[f"{name}/{ANSWERS_FILE}"] = taken(place, ANSWERS_FILE, largest=LARGEST_ANSWERS)
        if notebook := _notebook(place / EXERCISE):
            files[f"{name}/{EXERCISE}"] = notebook
    files |= {f"{TEAM}/{name}": content for name, content in team.items()}
    return zip_of(files, note.made_at)


def _notebook(path: Path) -> bytes | None:
    """Return the notebook, None for one that is missing, not an ordinary file, or too large: answers are enough."""
    try:
        return taken(path.parent, path.name, largest=LARGEST_NOTEBOOK)
    except (OSError, NotTakenError):
        return None


def save_hand_in(folder: Path, made: Made) -> Path:
    """Put a hand-in beside the notebook, whole or not at all, and return its path.

    Raises:
        HandInError: full disk or a folder that is not writable; an earlier one is still there.
    """
    return _write(folder, made.name, made.content)


def _write(folder: Path, name: str, content: bytes) -> Path:
    # Loading what makes documents takes a while, and most of the time nothing is handed in.
    from liaison.documents import DocumentError, write_files

    try:
        return write_files(folder, {name: content})[0]
    except DocumentError as error:
        raise HandInError(str(error)) from error


__all__ = [
    "PARTICIPANT_FILE",
    "Made",
    "make_hand_in",
    "remember_code",
    "remembered_code",
    "save_hand_in",
]
