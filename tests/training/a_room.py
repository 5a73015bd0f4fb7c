"""A session folder for tests, with real codes and the real exercise: `from training.a_room import …`."""

from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path
from typing import Any

from liaison.training.exercise.definition import EXERCISE_FILE, exercise
from liaison.training.exercise.scoring import solution
from liaison.training.session.codes import new_codes
from liaison.training.session.definition import Session

NAME = "01_messagerie_ent"
REAL = exercise(NAME)
CODES = new_codes(6, random.Random(1))
SESSION = Session(
    code=new_codes(1, random.Random(2))[0],
    title="Le lien avec les familles",
    date=dt.date(2026, 11, 26),
    modules=(NAME,),
    mode="machines",
    participants=CODES,
    hand_in_until=dt.datetime(2026, 11, 26, 17),
    names_until=dt.date(2026, 12, 26),
)
SMALL = EXERCISE_FILE.parse(
    """
version: 1
id: 90_essai
edition: 1
title: Un exercice d'essai
bet:
  text: Que pariez-vous ?
  choices: [{id: peu, label: Peu, feedback: Bien.}, {id: beaucoup, label: Beaucoup, feedback: Bien.}]
  after: On en reparle.
questions:
  - {id: un_seul, kind: single, title: Un seul, text: Lequel ?, points: 1, competence: regler_le_temps,
     explanation: Voilà., key: oui,
     choices: [{id: oui, label: Oui., feedback: Oui.}, {id: non, label: Non., feedback: Non.}]}
  - {id: plusieurs, kind: multiple, title: Plusieurs, text: Lesquels ?, points: 2, competence: regler_le_temps,
     explanation: Voilà., key: [a, b], choices: [{id: a, label: A., feedback: Oui.}, {id: b, label: B., feedback: Oui.},
     {id: c, label: C., feedback: Non.}]}
  - {id: nombre, kind: number, title: Un nombre, text: Combien ?, points: 1, competence: regler_le_temps,
     explanation: Voilà., units: [{id: jours, label: jours, factor: 1}, {id: semaines, label: semaines, factor: 7}],
     key: {value: 2, unit: jours}, faults: [{value: 7, feedback: Pas une semaine.}]}
  - {id: texte, kind: text, title: Un texte, text: Écrivez., points: 1, competence: regler_le_temps,
     explanation: Voilà., grid: [Clair.]}
""",
    "l'exercice d'essai",
)


def hand_in(root: Path, code: str, content: bytes | dict[str, Any], place: Path | str = "submitted") -> Path:
    """Put somebody's answers where copies are, and return the file."""
    folder = root / place / code / NAME
    folder.mkdir(parents=True, exist_ok=True)
    return write(folder, content)


def write(folder: Path, content: bytes | dict[str, Any]) -> Path:
    """Write an answers file: these bytes, or these values each given once."""
    file = folder / "reponses.json"
    file.write_bytes(content if isinstance(content, bytes) else kept(content))
    return file


def kept(values: dict[str, Any]) -> bytes:
    """Return an answers file in which each value was given once."""
    entries = {name: {"attempts": 1, "first": value, "last": value} for name, value in values.items()}
    return json.dumps({"version": 1, "exercise": NAME, "edition": 1, "answers": entries}).encode()


def right(*names: str) -> dict[str, Any]:
    """Return a right answer to these questions."""
    return {name: solution(REAL.question(name)) for name in names}
