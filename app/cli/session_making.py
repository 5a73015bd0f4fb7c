"""`liaison session new` : le dossier d'une séance, demandé question par question ou donné par les options."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from app.cli.output import InputError, Steps, print_json, say, whole_folder
from app.cli.reading import day
from app.cli.session_list import answers_of, read_list
from liaison.base.closed import close_file
from liaison.base.dates import hour_words
from liaison.base.faults import FrenchError, faults_in_french
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.terminal import typed
from liaison.base.typography import typeset
from liaison.documents.cited import long_date
from liaison.training.session.definition import (
    HALF_DAYS,
    MODES,
    MOST_PARTICIPANTS,
    HalfDay,
    Mode,
    Participant,
    Session,
    mode_words,
)
from liaison.training.session.folder_signs import check_folder
from liaison.training.session.list_answers import ListAnswers
from liaison.training.session.making import checked_modules, make_session, modules_with_exercise
from liaison.training.session.preparing import (
    KEPT_DAYS,
    SESSIONS,
    checked_day,
    codes_given,
    session_drawn,
    usual_folder,
)
from liaison.training.session.time_zone import zone_named

phrase = french_beside(__file__)


# What the file of a session calls otherwise than the command that makes it.
_FIELD = re.compile(r"(?<=«\s)(?:title|place|trainer|hand_in_until|time_zone|names_until|opens_at|hands_in_at)(?=\s»)")
_MODES: dict[str, Mode] = {mode: mode for mode in MODES} | {"a": "reseau", "b": "machines", "c": "cle"}
_HALVES: dict[str, tuple[HalfDay, ...]] = {
    "matin": ("matin",),
    "apres-midi": ("apres_midi",),
    "journee": tuple(HALF_DAYS),
}
Value = TypeVar("Value")


@dataclass(frozen=True)
class NewSession:
    """What was given on the command line, as it was typed; None is asked for, or has a default."""

    date: str | None = None
    modules: tuple[str, ...] = ()
    participants: str | None = None
    name_column: str | None = None
    no_titles: bool = False
    family_name: str | None = None
    mode: str | None = None
    place: str | None = None
    trainer: str | None = None
    title: str | None = None
    half_days: str | None = None
    hand_in_until: str | None = None
    time_zone: str | None = None
    names_until: str | None = None
    opens_at: str | None = None
    hands_in_at: str | None = None
    out: Path | None = None
    json: bool = False


@dataclass(frozen=True)
class _Listed:
    """How many take part; who, what to say of their list and where it is, unless a number is all that was given."""

    count: int
    people: tuple[Participant, ...] = ()
    path: Path | None = None
    remarks: tuple[str, ...] = ()


def run(given: NewSession) -> Path:
    """Make the folder of a session, all or none of it, say where it is and what to do next, and return it."""
    ask = _Questions(given)
    on = ask(given.date, "--date", phrase("question-jour"), _day)
    known = modules_with_exercise()
    words = ",".join(given.modules) or None
    of_list = answers_of(given.name_column, given.no_titles, given.family_name)
    modules = ask(words, "--module", phrase("question-modules", modules=", ".join(known)), _modules)
    listed = ask(
        given.participants,
        "--participants",
        phrase("question-participants"),
        lambda text: _participants(text, of_list),
    )
    mode = ask(given.mode, "--mode", phrase("question-mode"), _mode)
    place = ask(given.place, "--place", phrase("question-lieu"), str.strip, "")
    trainer = ask(given.trainer, "--trainer", phrase("question-nom"), str.strip, "")
    latest = (on + dt.timedelta(days=KEPT_DAYS)).isoformat()
    until = ask(
        given.names_until,
        "--names-until",
        phrase("question-noms-gardes"),
        lambda text: day(text, "--names-until"),
        latest,
    )
    session = _session(
        on,
        modules,
        listed.count,
        title=given.title,
        half_days=_half_days(given.half_days),
        place=place,
        trainer=trainer,
        mode=mode,
        hand_in_until=_until(given.hand_in_until, on),
        time_zone=given.time_zone,
        names_until=until,
        opens_at=given.opens_at,
        hands_in_at=given.hands_in_at,
    )
    target = given.out or Path(SESSIONS, usual_folder(session))
    _make(target, session, listed, given.json)
    return target


def _make(target: Path, session: Session, listed: _Listed, json: bool) -> None:
    people = codes_given(session, listed.people)
    if target.is_dir() and any(target.iterdir()):
        raise InputError(phrase("dossier-plein", target=target))
    check_folder(target)
    warnings = list(listed.remarks)
    with whole_folder(target) as fresh, Steps(3 + len(session.modules)) as steps:
        make_session(fresh, session, people, steps.step, warnings.append)
    if listed.path and (openness := close_file(listed.path)):
        warnings.append(phrase(f"liste-{openness}", list=listed.path))
    if json:
        answer = {"dossier": str(target), "seance": session.model_dump(mode="json"), "noms": len(people)}
        print_json(answer | {"a_savoir": warnings})
        return
    say(
        phrase(
            "prete",
            code=session.code,
            target=target,
            n=len(session.participants),
            count=number(len(session.participants)),
            mode=mode_words(session.mode),
        )
    )
    say(phrase("codes-a-imprimer", path=target / "documents" / "codes.pdf"))
    zone = zone_named(session.zone, always=True)
    until = session.hand_in_until
    say(phrase("a-l-heure-jusqu-a", day=long_date(until.date()), hour=hour_words(until), zone=zone))
    for warning in warnings:
        say(warning)
    if listed.path:
        day_kept = long_date(session.names_until)
        say(phrase("ou-sont-les-noms", list=listed.path, day=day_kept, target=typed(target)))
    if session.mode == "reseau":
        say(phrase("ouvrir-la-salle", target=typed(target)))
    else:
        say(phrase("prendre-les-remises", target=typed(target)))


def _session(on: dt.date, modules: tuple[str, ...], count: int, **values: object) -> Session:
    try:
        return session_drawn(on, modules, count, **values)
    except ValidationError as error:
        faults = "\n".join(f"- {_FIELD.sub(_option, fault)}" for fault in faults_in_french(error, values))
        raise InputError(phrase("seance-refusee", faults=faults)) from error


def _option(field: re.Match[str]) -> str:
    return f"--{field[0].replace('_', '-')}"


class _Questions:
    """Asks for what is missing, in a terminal; whoever gave all that is needed is asked nothing more."""

    def __init__(self, given: NewSession) -> None:
        needed = (given.date, given.modules, given.participants, given.mode)
        self._asks = sys.stdin.isatty() and not all(needed)

    def __call__(
        self, given: str | None, option: str, question: str, read: Callable[[str], Value], default: str | None = None
    ) -> Value:
        """Return a value from its option, else ask for it until it is right; where nobody can answer, the default."""
        if given is not None:
            return read(given)
        if not self._asks:
            if default is None:
                raise InputError(phrase("option-manquante", option=option))
            return read(default)
        import typer

        while True:
            answer = str(typer.prompt(typeset(question), default=default, show_default=bool(default), err=True))
            try:
                return read(answer)
            except (FrenchError, InputError) as error:
                print(typeset(str(error)), file=sys.stderr)


def _day(text: str) -> dt.date:
    return checked_day(day(text, "--date"), text)


def _modules(text: str) -> tuple[str, ...]:
    return checked_modules(tuple(word.strip() for word in text.split(",") if word.strip()))


def _mode(text: str) -> Mode:
    mode = _MODES.get(text.strip().lower())
    if mode is None:
        raise InputError(phrase("pas-un-mode", text=text))
    return mode


def _participants(text: str, of_list: ListAnswers | None) -> _Listed:
    if text.strip().isdecimal():
        count = int(text)
        if not 1 <= count <= MOST_PARTICIPANTS:
            raise InputError(phrase("trop-de-participants", most=MOST_PARTICIPANTS, text=text.strip()[:20]))
        return _Listed(count)
    path = Path(text.strip())
    if not path.is_file():
        raise InputError(phrase("ni-nombre-ni-fichier", path=path))
    remarks: list[str] = []
    people = read_list(path, of_list, remarks.append)
    return _Listed(len(people), people, path, tuple(remarks))


def _half_days(text: str | None) -> tuple[HalfDay, ...]:
    half_days = _HALVES.get(text or "journee")
    if half_days is None:
        raise InputError(phrase("pas-une-duree", text=text))
    return half_days


def _until(text: str | None, on: dt.date) -> dt.datetime | None:
    """Return until when copies are on time, None when nothing is said of it."""
    if text is None:
        return None
    try:
        until = dt.datetime.fromisoformat(text if "T" in text or "-" in text else f"{on.isoformat()}T{text}")
    except ValueError as error:
        raise InputError(phrase("pas-une-heure", text=text)) from error
    if until.tzinfo is not None:
        raise InputError(phrase("heure-sans-fuseau", text=text))
    return until
