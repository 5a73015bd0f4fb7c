"""Ouvrir un JSON : le fichier d'une famille, une liste de tels fichiers, ou les réponses d'un outil (KoboToolbox).

An outside tool gives a list of records, often under a key of its own; each becomes one line, under the names of every
record. What is nested has the name of its path (`groupe/question`); a list of records inside one is not read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from liaison.base.sentences import french_beside
from liaison.base.tables import Line, Opened, refused_file
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire
from liaison.diagnostic.reading.formats.suite import family_lines
from liaison.diagnostic.reading.wording import FALSE, TRUE

phrase = french_beside(__file__)

LARGEST_JSON = 20_000_000  # octets : la réponse d'une famille en prend mille
MOST_ANSWERS = 20_000
_LISTS = ("results", "submissions")  # under which KoboToolbox, and what is made from it, put their answers
_OF_A_FAMILY = {"version", "questionnaire", "reponses"}
_OF_THE_REGISTER = {"version", "publications"}  # `publication.REGISTER`, which stands above
_DEEPEST = 20
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]*(?:\[|\{(?!\\rtf))")  # a page of RTF begins with a brace too


def is_json(start: bytes) -> bool:
    """Return whether the first bytes of a file are those of a JSON object or list."""
    return _JSON.match(start) is not None


def open_json(source: Path | bytes, name: str, questionnaire: Questionnaire) -> Opened:
    """Return the answers of a JSON as lines under one header."""
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > LARGEST_JSON:
        return refused_file(name, phrase("trop-gros", most=LARGEST_JSON // 1000000))
    raw = source if isinstance(source, bytes) else source.read_bytes()
    try:
        content = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return refused_file(name, phrase("json-illisible"))
    if isinstance(content, dict) and set(content) >= _OF_THE_REGISTER:
        reason = phrase("registre-de-publications")
        return refused_file(name, reason)
    answers = _listed(content)
    if not answers:
        return refused_file(name, phrase("aucune-reponse"))
    if len(answers) > MOST_ANSWERS:
        return refused_file(name, phrase("trop-de-reponses", count=len(answers), most=MOST_ANSWERS))
    records = [answer for answer in answers if isinstance(answer, dict)]
    if not records or any(_OF_A_FAMILY & set(record) for record in records):
        return Opened(name, family_lines(answers, questionnaire))
    return Opened(name, _lines(answers))


def _listed(content: object) -> list[object]:
    if isinstance(content, dict):
        under = next((content[key] for key in _LISTS if isinstance(content.get(key), list)), None)
        return [content] if under is None else under
    return content if isinstance(content, list) else []


def _lines(answers: list[object]) -> Iterator[Line]:
    rows = [_flat(answer) if isinstance(answer, dict) else None for answer in answers]
    names = list(dict.fromkeys(name for row in rows if row for name in row))
    yield Line(0, names)
    for rank, row in enumerate(rows, start=1):
        if row is None:
            yield Line(rank, fault=phrase("pas-une-reponse"))
        elif not any(row.values()):
            yield Line(rank, fault=phrase("reponse-vide"))
        else:
            yield Line(rank, [row.get(name, "") for name in names])


def _flat(record: dict[str, object], path: str = "", depth: int = 0) -> dict[str, str]:
    """Return the cells of a record, by path."""
    cells: dict[str, str] = {}
    for name, value in record.items():
        here = f"{path}{name}"
        if isinstance(value, dict):
            cells |= _flat(value, f"{here}/", depth + 1) if depth < _DEEPEST else {}
        elif isinstance(value, list):
            words = [word for word in value if not isinstance(word, dict | list)]
            cells[here] = " ".join(map(_written, words))
        else:
            cells[here] = _written(value)
    return cells


def _written(value: object) -> str:
    if isinstance(value, bool):
        return TRUE if value else FALSE
    return "" if value is None else str(value)


__all__ = ["is_json", "open_json"]
