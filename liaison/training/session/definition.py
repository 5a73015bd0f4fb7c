"""Une séance : sa date, ses modules, ses codes ; et le dossier qui la contient, seul endroit où elle est écrite."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Literal, get_args
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, NaiveDatetime, model_validator

from liaison.base.faults import FrenchError, why
from liaison.base.files import put_whole
from liaison.base.formats import FileFormat
from liaison.base.guarded import NotTakenError, taken
from liaison.base.letters import folded
from liaison.base.sentences import french_beside
from liaison.base.tables import CsvError, bare_cell, csv_rows, sure_text
from liaison.base.typography import typeset
from liaison.base.yaml_text import write_yaml
from liaison.module import ModuleName
from liaison.training.session.codes import Code, CodeError, code_on_line
from liaison.training.session.time_zone import PARIS, ZoneName

phrase = french_beside(__file__)


SESSION_NAME = "seance.yaml"
ERASURE_NAME = "effacement.json"
DATABASE = "gradebook.db"
PRESENCES = "presences.csv"
MOST_PARTICIPANTS = 2000
LONGEST_MINUTES = 24 * 60
LARGEST_LIST = 1_000_000  # octets : deux mille noms en font vingt fois moins

Mode = Literal["reseau", "machines", "cle"]
MODES: tuple[Mode, ...] = get_args(Mode)
HalfDay = Literal["matin", "apres_midi"]
HALF_DAYS: dict[HalfDay, str] = {"matin": "matin", "apres_midi": "après-midi"}


def mode_words(mode: Mode) -> str:
    """Return how people work in a session, as its trainer reads it."""
    return phrase(f"mode-{mode}")


class SessionError(FrenchError):
    """A session folder that cannot be read or made, and what to do."""


def _one_line(text: str) -> str:
    if not text.isprintable():
        raise ValueError(phrase("une-seule-ligne"))
    return text.strip()


def in_one_line(text: str) -> str:
    """Return what somebody wrote on one line, with its French spaces.

    Raises:
        ValueError: an end of line in it, or a sign that nobody sees.
    """
    return typeset(_one_line(text.replace("\u00a0", " ").replace("\u202f", " ")))


Line = Annotated[str, Field(max_length=200), AfterValidator(in_one_line)]
Minutes = Annotated[int, Field(gt=0, le=LONGEST_MINUTES)]


class Session(BaseModel):
    """What a session is: no name of a participant, only their codes.

    `hand_in_until`: local time, in `time_zone`, after which a copy is late. `names_until`: last day on which names are
    kept. `trainer` is who leads, and stays after the names of participants are erased. `opens_at`, `hands_in_at`: an
    address, or the words of the trainer, printed for participants. `minutes`: how long it lasted, as its trainer said
    afterwards, of the whole of it or of each half-day.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[3] = 3
    code: Code
    title: Annotated[Line, Field(min_length=1)]
    date: dt.date
    half_days: Annotated[tuple[HalfDay, ...], Field(min_length=1)] = ("matin", "apres_midi")
    place: Line = ""
    trainer: Line = ""
    modules: Annotated[tuple[ModuleName, ...], Field(min_length=1)]
    mode: Mode
    participants: Annotated[tuple[Code, ...], Field(min_length=1, max_length=MOST_PARTICIPANTS)]
    hand_in_until: NaiveDatetime
    time_zone: ZoneName = PARIS.key
    names_until: dt.date
    opens_at: Line = ""
    hands_in_at: Line = ""
    minutes: Minutes | dict[HalfDay, Minutes] | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> Session:
        for label, values in (
            ("participants", self.participants),
            ("modules", self.modules),
            ("half_days", self.half_days),
        ):
            if twice := {value for value in values if values.count(value) > 1}:
                raise ValueError(phrase("nomme-deux-fois", field=label, list=", ".join(sorted(twice))))
        if self.names_until < self.date:
            raise ValueError(phrase("noms-avant-la-seance", date=self.date))
        if self.hand_in_until.date() < self.date:
            raise ValueError(phrase("remise-avant-la-seance", date=self.date))
        if isinstance(self.minutes, dict) and set(self.minutes) != set(self.half_days):
            raise ValueError(phrase("minutes-de-chaque-demi-journee"))
        return self

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which every hour of this session is said."""
        return ZoneInfo(self.time_zone)

    @property
    def deadline(self) -> dt.datetime:
        """The instant after which a copy is late, in the time zone of the session."""
        return self.hand_in_until.replace(tzinfo=self.zone)


SESSION_FILE = FileFormat(
    Session,
    3,
    partial(phrase, "une-seance"),
    "code, date, modules, participants",
    SessionError,
    # Version 2 adds `minutes`, which no one had said; version 3 `time_zone`, which was that of Paris for everybody.
    upgrades={1: dict, 2: dict},
)


@dataclass(frozen=True)
class Participant:
    """A person as the list names them: their name as one says it, the family name in it and an address, "" for none."""

    name: str
    family: str = ""
    email: str = ""

    @property
    def listed(self) -> str:
        """The name as a list sorted by family names has it: « FICTIVE Anne » where the family name is known."""
        after, before = self.name.removesuffix(self.family).strip(), self.name.removeprefix(self.family).strip()
        given = after if after != self.name else before
        return f"{self.family.upper()} {given}" if self.family and given != self.name else self.name

    @property
    def sorted_by(self) -> str:
        """Return what a list is sorted by: the family name, or the words in capitals, or the name as it stands."""
        capitals = [word for word in self.name.split() if len(word) > 1 and word.isupper()]
        words = f"{self.family or ' '.join(capitals)} {self.name}"
        return folded(words)


def family_unknown(person: Participant) -> bool:
    """Whether nothing says which of the words of a name is that of the family."""
    return not person.family and len(person.name.split()) > 1


@dataclass(frozen=True)
class SessionFolder:
    """A session and the folder that holds it; each property is a place in it, which may not exist yet."""

    root: Path
    session: Session

    @property
    def participants_file(self) -> Path:
        """The only list of names: `code;nom;nom_de_famille;courriel`; absent without names, or once they are erased."""
        return self.root / "participants.csv"

    @property
    def source(self) -> Path:
        """The exercises of the session, as nbgrader's `notebooks/`."""
        return self.root / "notebooks"

    @property
    def submitted(self) -> Path:
        """The copies, `<code>/<module>/reponses.json`, as nbgrader has them."""
        return self.root / "submitted"

    @property
    def received(self) -> Path:
        """The archives that were taken in, as they came."""
        return self.root / "remises"

    @property
    def journal(self) -> Path:
        """What `collect` took in or refused, one line each."""
        return self.root / "remises.csv"

    @property
    def teams(self) -> Path:
        """What teams decided, `<team>/politique.yaml`, `plan.yaml`…"""
        return self.root / "equipes"

    @property
    def gradebook(self) -> Path:
        """nbgrader's gradebook: codes and marks, never a name."""
        return self.root / DATABASE

    @property
    def feedback(self) -> Path:
        """What is given back, `<code>/<module>/retour.html`."""
        return self.root / "feedback"

    @property
    def documents(self) -> Path:
        """Sheets, attendance, attestations, badges, reports."""
        return self.root / "documents"

    @property
    def keys(self) -> Path:
        """The key that signs badges."""
        return self.root / "cles"

    @property
    def erasure(self) -> Path:
        """The proof of what `purge` erased; present once names are erased."""
        return self.root / ERASURE_NAME

    def names(self) -> dict[str, str]:
        """Return the name of each participant by code; nobody when the session has only codes, or once erased.

        Raises:
            SessionError: see `people`.
        """
        return {code: person.name for code, person in self.people().items()}

    def people(self) -> dict[str, Participant]:
        """Return each participant that has a name, by code, in the order of the list.

        Raises:
            SessionError: the list cannot be read, names a code that the session does not have, or one twice.
        """
        return _people(self.participants_file, self.session)


def load_session(root: Path) -> SessionFolder:
    """Return the session that a folder holds.

    Raises:
        SessionError: no session there, or its file does not hold together: one line per fault.
    """
    path = root / SESSION_NAME
    try:
        text = taken(path.parent, path.name, largest=LARGEST_LIST).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise SessionError(phrase("pas-une-seance", root=root, file=SESSION_NAME)) from error
    except NotTakenError as error:
        raise SessionError(phrase("ne-peut-pas-etre-lu", path=path, reason=error)) from error
    except (OSError, ValueError) as error:  # no text, or a path that no disk has
        raise SessionError(phrase("pas-du-texte", path=path)) from error
    return SessionFolder(root, SESSION_FILE.parse(text, f"« {SESSION_NAME} »"))


def write_session(root: Path, session: Session) -> Path:
    """Write the file of a session in a folder that exists, whole or not at all, and return its path."""
    path = root / SESSION_NAME
    content = write_yaml(session.model_dump(mode="json"), blocks_only=False)
    put_whole(path, f"{phrase('en-tete')}\n{content}".encode())
    return path


def told_apart(people: Mapping[str, Participant], *, listed: bool = False) -> dict[str, str]:
    """Return how each person is called, by code; of several who have one name, each by a number in their order.

    What they are called is seen by everybody: on strips, on the sheet to sign, on a screen that is projected. So no
    address tells them apart.

    `listed`: family name first, where it is known.
    """
    alike: dict[str, list[str]] = {}
    for code, person in people.items():
        alike.setdefault(" ".join(person.name.casefold().split()), []).append(code)
    called = {}
    for codes in alike.values():
        for number, code in enumerate(codes, 1):
            person = people[code]
            name = person.listed if listed else person.name
            called[code] = f"{name} ({number})" if len(codes) > 1 else name
    return {code: called[code] for code in people}


def _people(path: Path, session: Session) -> dict[str, Participant]:
    try:
        # A trainer may keep the list elsewhere, and a link to it here: the folder of a session is nobody else's.
        resolved = path.resolve()
        rows = csv_rows(sure_text(taken(resolved.parent, resolved.name, largest=LARGEST_LIST)))
    except FileNotFoundError:
        return {}
    except NotTakenError as error:
        raise SessionError(phrase("liste-a-remettre", file=path.name, reason=error)) from error
    except OSError as error:
        raise SessionError(phrase("liste-fermee", file=path.name, reason=why(error))) from error
    except UnicodeError as error:
        raise SessionError(phrase("liste-pas-en-utf8", file=path.name)) from error
    except CsvError as error:
        raise SessionError(phrase("ligne-fautive", file=path.name, line=error.row, reason=error.why)) from error
    people: dict[str, Participant] = {}
    for number, row in enumerate(rows, 1):
        cells = [bare_cell(cell).strip() for cell in row]
        if number == 1 or not any(cells):
            continue
        try:
            code = code_on_line(cells[0], session.participants, path.name, number)
        except CodeError as error:
            raise SessionError(str(error)) from error
        name, family, email = [*cells[1:4], "", "", ""][:3]
        if name and code in people:
            raise SessionError(phrase("code-sur-deux-lignes", file=path.name, line=number, code=code))
        if name:
            people[code] = Participant(name, family, email)
    return people


__all__ = [
    "DATABASE",
    "HALF_DAYS",
    "MODES",
    "PRESENCES",
    "SESSION_FILE",
    "SESSION_NAME",
    "HalfDay",
    "Mode",
    "Participant",
    "Session",
    "SessionError",
    "SessionFolder",
    "load_session",
    "mode_words",
    "told_apart",
    "write_session",
]
