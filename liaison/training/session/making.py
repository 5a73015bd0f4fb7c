"""Faire le dossier d'une séance : un cours nbgrader entier, ses codes à découper, et les noms dans un seul fichier."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from liaison.base.faults import full_disk, tells_of_full_disk
from liaison.base.interruptions import tells_of_interruption
from liaison.base.sentences import french_beside
from liaison.base.suite import NOTEBOOKS, SUITE
from liaison.module import DEFINITION, EXERCISE, PICTURE, module_folder, module_names
from liaison.training.exercise.definition import closed_exercises, exercise, exercise_names
from liaison.training.session.code_sheet import CODES_SHEET, code_sheet
from liaison.training.session.definition import (
    Participant,
    Session,
    SessionError,
    SessionFolder,
    told_apart,
    write_session,
)
from liaison.training.session.note import NOTE, session_note
from liaison.training.session.own_programs import own_programs
from liaison.training.session.participants import participants_csv

phrase = french_beside(__file__)


CONFIGURATION = "nbgrader_config.py"
# What a module's folder holds beside its exercise and what the exercise reads: lesson, app, a trainer's own tries.
_LEFT_OUT = (
    "lecon.ipynb",
    "application.ipynb",
    DEFINITION,
    PICTURE,
    "*.md",
    ".*",
    "__pycache__",
    "reponses*.json",
    "remise-*",
    "participant.json",
)


def modules_with_exercise(notebooks: Path = NOTEBOOKS) -> tuple[str, ...]:
    """Return the modules that have an exercise to hand out, in order."""
    there = module_names(EXERCISE, notebooks)
    return tuple(name for name in exercise_names() if name in there)


def checked_modules(modules: tuple[str, ...], notebooks: Path = NOTEBOOKS) -> tuple[str, ...]:
    """Return these modules, each by its whole name: « 01 » is enough for « 01_messagerie_ent ».

    Raises:
        SessionError: no module, no such module, or one without an exercise, or whose exercise stays closed.
    """
    known = modules_with_exercise(notebooks)
    if not known:
        raise SessionError(phrase("carnets-absents"))
    if not modules:
        raise SessionError(phrase("aucun-module", known=", ".join(known)))
    names, closed = [], closed_exercises()
    for wanted in modules:
        for name, fault in closed.items():
            if wanted in (name, name.split("_")[0]):
                raise SessionError(fault)
        matching = [name for name in known if name == wanted or name.split("_")[0] == wanted]
        if not matching:
            raise SessionError(phrase("pas-un-exercice", module=wanted, known=", ".join(known)))
        names.append(matching[0])
    return tuple(dict.fromkeys(names))


def make_session(
    root: Path,
    session: Session,
    people: Mapping[str, Participant] | None = None,
    step: Callable[[str], None] = lambda _: None,
    warn: Callable[[str], None] = lambda _: None,
) -> SessionFolder:
    """Fill an empty folder with a session, and return it; `step` is told what begins, `warn` what to know of it.

    nbgrader makes release and gradebook itself, so that its own commands work in the folder.

    Raises:
        SessionError: a module without an exercise, or one that nbgrader refuses.
    """
    place = SessionFolder(root, session)
    modules = checked_modules(session.modules)
    step(phrase("dossier-de-la-seance"))
    write_session(root, session)
    if people:
        place.participants_file.write_bytes(participants_csv(people))
    shutil.copyfile(SUITE / CONFIGURATION, root / CONFIGURATION)
    for folder in (place.submitted, place.teams, place.documents):
        folder.mkdir()
    for module in modules:
        ignored = shutil.ignore_patterns(*_LEFT_OUT)
        shutil.copytree(module_folder(module, NOTEBOOKS), place.source / module, ignore=ignored)
    step(phrase("feuille-des-codes"))
    called = told_apart(people or {})
    sheet = code_sheet(session, called)
    (place.documents / CODES_SHEET).write_bytes(sheet.pdf)
    if sheet.unnamed:
        warn(phrase("noms-sans-police", codes=", ".join(sheet.unnamed)))
    if alike := [called[code] for code, person in (people or {}).items() if called[code] != person.name]:
        warn(phrase("noms-semblables", names=", ".join(alike)))
    (root / NOTE).write_text(session_note(session), encoding="utf-8")
    _release(place, modules, step)
    return place


def _release(place: SessionFolder, modules: tuple[str, ...], step: Callable[[str], None]) -> None:
    """Let nbgrader make the exercises to hand out and the gradebook, which knows participants by their codes only."""
    from nbgrader.api import Gradebook
    from nbgrader.apps import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config.loader import PyFileConfigLoader

    with own_programs(), _quiet():
        config = PyFileConfigLoader(CONFIGURATION, path=str(place.root)).load_config()
        course = CourseDirectory(config=config)
        nbgrader = NbGraderAPI(course, config=config)
        for module in modules:
            step(phrase("exercice", title=exercise(module).title))
            made = nbgrader.generate_assignment(module, force=True, create=True)
            if not made["success"]:
                if tells_of_interruption(f"{made.get('error')}"):
                    raise KeyboardInterrupt
                if tells_of_full_disk(f"{made.get('error')} {made.get('log')}"):
                    raise full_disk()
                raise SessionError(phrase("exercice-refuse", module=module, reason=_last(made)))
        step(phrase("carnet-de-notes"))
        with Gradebook(course.db_url, course.course_id) as gradebook:
            for code in place.session.participants:
                gradebook.add_student(code)


def _last(made: Mapping[str, object]) -> str:
    lines = str(made.get("error") or made.get("log") or "rien").strip().splitlines()
    return lines[-1][:200] if lines else "rien"


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep nbgrader's English log off the terminal; what stops it is said in French."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)


__all__ = ["checked_modules", "make_session", "modules_with_exercise"]
