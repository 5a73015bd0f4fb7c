"""Lire ce que l'on donne à la commande : une date, une école."""

from __future__ import annotations

import datetime as dt

from app.cli.output import InputError
from liaison.base.sentences import french_beside
from liaison.school.tables import School

phrase = french_beside(__file__)


def day(text: str | None, option: str) -> dt.date:
    """Return the day written AAAA-MM-JJ, today when nothing is.

    Raises:
        InputError: not a date.
    """
    if text is None:
        return dt.date.today()
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise InputError(phrase("pas-une-date", option=option, text=text)) from error


def open_school(source: str, seed: int = 1) -> School:
    """Return the school of a preset, a folder of CSV or a YAML of aggregates (errors: see `school_from`)."""
    from liaison.school.fictitious.generator import school_from

    return school_from(source, seed)
