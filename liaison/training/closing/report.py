"""Le compte rendu d'une salle : ses chiffres, module par module, et son document, sans nommer personne."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from liaison.documents import Document
from liaison.documents.cited import long_date
from liaison.rules import rule
from liaison.training.board.class_figures import FEWEST_RULE, ClassFigures, class_figures
from liaison.training.board.class_report import class_report
from liaison.training.marks.of_session import asked_exercises
from liaison.training.session.definition import SESSION_NAME, Session, load_session
from liaison.training.session.time_zone import PARIS


def fewest_said(course: Path, fewest: int | None = None) -> int:
    """Return the size of the smallest group whose figures are said: that of the rule, unless somebody says another."""
    return fewest if fewest is not None else int(rule(FEWEST_RULE, _today(_session_in(course))).value)


def room_report(
    course: Path,
    module: str | None = None,
    fewest: int | None = None,
    step: Callable[[str], object] = lambda _title: None,
) -> tuple[Document, list[ClassFigures]]:
    """Return the report of a session and its figures; `step` is told the title of the exercise that is looked at."""
    session = _session_in(course)
    today, least = _today(session), fewest_said(course, fewest)
    figures = []
    for exercise in asked_exercises(module, course):
        step(exercise.title)
        figures.append(class_figures(course, exercise, least, session.participants if session else ()))
    document = class_report(figures, _subtitle(session, today), session.date if session else today)
    return document, figures


def _session_in(course: Path) -> Session | None:
    return load_session(course).session if (course / SESSION_NAME).is_file() else None


def _today(session: Session | None) -> dt.date:
    return dt.datetime.now(session.zone if session else PARIS).date()


def _subtitle(session: Session | None, today: dt.date) -> str:
    if session is None:
        return long_date(today)
    return " · ".join(part for part in (session.title, long_date(session.date), session.place) if part)


__all__ = ["fewest_said", "room_report"]
