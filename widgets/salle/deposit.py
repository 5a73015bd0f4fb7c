"""Remettre à la salle depuis un exercice : le même geste que le bouton de « Votre place », et ce qu'il en reste."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from liaison.faults import FrenchError
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.hand_in.deciding import hour
from widgets.salle.places import COURSE
from widgets.texts import texts

DEADLINE = "CARNETS_LIMITE"  # given to each place: the folder of the session is closed to it
PARIS = ZoneInfo("Europe/Paris")
t = texts("salle")


class DepositError(FrenchError):
    """Nothing was handed in, and what to do."""


@dataclass(frozen=True)
class Deposit:
    """What a place last handed in of a module: when, and whether the answers are still those."""

    at: dt.datetime
    changed: bool


def hand_in(folder: Path) -> Deposit:
    """Hand in the exercise of a folder of one's own place, and return what was handed in.

    Raises:
        DepositError: no answer is kept there, or nbgrader did not take it.
    """
    from nbgrader.server_extensions.assignment_list.handlers import AssignmentList

    if not has_answers(folder):
        raise DepositError(t("salle-dit-vide"))
    listed = AssignmentList()
    listed.root_dir = str(folder.parent)
    # nbgrader looks for the exercise from where the program stands: a notebook stands in its own folder.
    with contextlib.chdir(folder.parent):
        done = listed.submit_assignment(COURSE, folder.name)
    made = last_deposit(folder)
    if not done["success"] or made is None:
        raise DepositError(t("salle-dit-echec"))
    return made


def last_deposit(folder: Path, environment: Mapping[str, str] = os.environ) -> Deposit | None:
    """Return what was last handed in from a folder, by the copy that nbgrader keeps of it; None before the first."""
    kept = Path(environment.get("JUPYTER_DATA_DIR", ""), "nbgrader_cache", COURSE)
    found = [(when, copy) for copy in kept.glob(f"*+{folder.name}+*") if (when := _made_at(copy))]
    if not found:
        return None
    when, copy = max(found)
    return Deposit(when, _answers(copy) != _answers(folder))


def has_answers(folder: Path) -> bool:
    """Whether an answer is kept in a folder: a damaged file is work too, and is handed in as it is."""
    return _answers(folder) is not None


def deadline(environment: Mapping[str, str] = os.environ) -> dt.datetime | None:
    """Return until when the session takes work that is on time, None where nothing says so."""
    try:
        return dt.datetime.fromisoformat(environment[DEADLINE])
    except (KeyError, ValueError):
        return None


def about_the_deadline(handed_in: dt.datetime | None, until: dt.datetime | None, now: dt.datetime) -> str:
    """Return what the deadline means for somebody, "" where there is none."""
    if until is None:
        return ""
    if now <= until:
        return t("salle-limite-avant", limite=hour(until))
    on_time = handed_in is not None and handed_in <= until
    return t("salle-limite-a-l-heure" if on_time else "salle-limite-passee", limite=hour(until))


def _answers(folder: Path) -> bytes | None:
    try:
        return (folder / ANSWERS_FILE).read_bytes()
    except OSError:
        return None


def _made_at(copy: Path) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(copy.name.split("+")[2], "%Y-%m-%d %H:%M:%S.%f %Z").replace(tzinfo=dt.UTC)
    except (IndexError, ValueError):
        return None


__all__ = [
    "DEADLINE",
    "Deposit",
    "DepositError",
    "about_the_deadline",
    "deadline",
    "hand_in",
    "has_answers",
    "last_deposit",
]
