"""`liaison session collect` : prendre les remises d'un dépôt, et dire ce que chacune devient."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from app.cli.output import Steps, print_json, print_table, say
from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.terminal import typed
from liaison.training.hand_in.collecting import CollectedHandIns, collect
from liaison.training.hand_in.deciding import asks_for_a_look
from liaison.training.hand_in.journal import JournalLine, state_words
from liaison.training.hand_in.line_words import STATES
from liaison.training.session.definition import SessionFolder, load_session

phrase = french_beside(__file__)


STEPS = 3
MOST_NAMED = 10


def run(drop: Path, folder: Path, json: bool) -> int:
    """Collect, print what this run took in, and return 1 for a refused file, or who handed in less or nothing."""
    place = load_session(folder)
    with Steps(STEPS) as steps:
        done = collect(place, drop, dt.datetime.now(dt.UTC), steps.step)
    if json:
        print_json({"nouvelles": [asdict(line) for line in done.new], "autres_fichiers": list(done.others)})
    else:
        _print(place, done)
    return int(asks_for_a_look(done.new))


def _print(place: SessionFolder, done: CollectedHandIns) -> None:
    # Files that are no hand-ins are named below: a whole stick of them would hide what changes.
    if changes := [line for line in done.new if line.state != "autre"]:
        rows = [(line.code, line.module, state_words(line.state), line.source, line.reason) for line in changes]
        print_table(
            [phrase(f"colonne-{column}") for column in ("code", "module", "etat", "fichier", "a-savoir")],
            rows,
            phrase("ce-qui-change"),
        )
    say(f"{_counted(done.new)} {phrase('journal', journal=place.journal)}")
    if less := [f"{line.code} ({line.module})" for line in done.new if line.says_less]:
        say(phrase("moins-que-d-avant", copies=", ".join(less)))
    if nothing := [f"{line.code} ({line.module})" for line in done.new if line.says_nothing]:
        say(phrase("rien-a-noter", copies=", ".join(nothing)))
    if done.others:
        say(phrase("autres-fichiers", names=_named(done.others)))
    say(phrase("ensuite", folder=typed(place.root)))


def _named(others: Sequence[str]) -> str:
    rest = len(others) - MOST_NAMED
    names = ", ".join(map(shown, others[:MOST_NAMED]))
    return phrase("et-de-plus", names=names, rest=rest) if rest > 0 else names


def _counted(lines: Sequence[JournalLine]) -> str:
    if not lines:
        return phrase("rien-de-nouveau")
    counts = Counter(line.state for line in lines)
    states = ", ".join(f"{state_words(state)} {counts[state]}" for state in STATES if counts[state])
    return phrase("lignes-nouvelles", states=states)
