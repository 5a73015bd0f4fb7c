"""`liaison session texts` : les textes à lire, dans un fichier à remplir ; et les notes qui en reviennent."""

from __future__ import annotations

from pathlib import Path

from app.cli.output import print_json, say, whole_folder
from app.cli.session_status import named
from liaison.base.sentences import french_beside
from liaison.base.terminal import typed
from liaison.training.marks.filled_table import TABLE, Taken, named_answers, take, take_filled
from liaison.training.marks.of_session import asked_exercises
from liaison.training.marks.texts_file import ERASE, texts_csv
from liaison.training.marks.texts_to_read import Readings, texts_to_read
from liaison.training.session.sole_use import course_at_work

phrase = french_beside(__file__)


def run(module: str | None, course: Path, out: Path | None, marks: Path | None, json: bool) -> int:
    """Write the table to fill in, in the documents of the session unless told otherwise; or take one that is filled.

    Returns 1 when a table that was there could not be taken, and is kept aside.
    """
    exercises = asked_exercises(module, course)
    if marks:
        with course_at_work(course):
            taken = take(marks, module, course)
            after = texts_to_read(course, exercises)
        _taken(taken, after, course, json)
        return 0
    target = out or course / "documents"
    with course_at_work(course):
        before = take_filled(target / TABLE, module, course)
        to_read = texts_to_read(course, exercises)
        with whole_folder(target) as folder:
            (folder / TABLE).write_bytes(texts_csv(to_read.texts))
    if json:
        aside = str(before.aside) if before.aside else None
        print_json({**_counted(to_read), "fichier": str(target / TABLE), "changes": before.changed, "garde": aside})
        return int(bool(before.aside))
    say_taken(before, target / TABLE, course)
    if to_read.texts:
        say(phrase("tableau-a-remplir", waiting=_waiting(to_read), path=target / TABLE))
        say(phrase("puis", command=with_marks(course, target / TABLE)))
    else:
        say(phrase("rien-a-lire"))
    _unmarked(to_read, course)
    return int(bool(before.aside))


def with_marks(course: Path, table: Path) -> str:
    """Return the command that takes the marks of a table."""
    return f"liaison session texts --session {typed(course)} --marks {typed(table)}"


def say_taken(taken: Taken, table: Path, course: Path) -> None:
    """Say what became of a table that was there before."""
    if taken.missing and taken.aside:
        command = with_marks(course, taken.aside)
        say(
            phrase(
                "tableau-a-reprendre", reason=taken.refused, changed=taken.changed, kept=taken.aside, command=command
            )
        )
    elif taken.aside:
        say(phrase("tableau-garde", reason=taken.refused, kept=taken.aside, command=with_marks(course, taken.aside)))
    elif taken.changed:
        say(phrase("tableau-pris", table=table, changed=taken.changed))
    _remarks(taken)


def _taken(taken: Taken, after: Readings, course: Path, json: bool) -> None:
    if json:
        answers = {"rendues_au_carnet": list(taken.filled.restored), "pas_prises": list(taken.missing)}
        emptied = list(taken.filled.emptied)
        print_json({**_counted(after), "changes": taken.changed, "cases_videes": emptied, **answers})
        return
    say(phrase("notes-changees", changed=taken.changed, waiting=_waiting(after)))
    if taken.filled.restored:
        say(phrase("rendues-au-carnet", answers=named_answers(taken.filled.restored)))
    if taken.missing:
        key = "pas-prises-avant-les-notes" if after.unmarked else "pas-prises"
        say(phrase(key, answers=named_answers(taken.missing)))
    _remarks(taken)
    if not after.waiting and not after.unmarked:
        say(phrase("ensuite", course=typed(course)))
    _unmarked(after, course)


def _remarks(taken: Taken) -> None:
    if taken.filled.emptied:
        say(phrase("cases-videes", cells=" ; ".join(taken.filled.emptied), erase=ERASE))
    if taken.filled.lost:
        say(phrase("lettres-perdues"))


def _counted(to_read: Readings) -> dict[str, object]:
    return {"textes": len(to_read.texts), "a_lire": to_read.waiting, "pas_notees": list(dict(to_read.unmarked))}


def _waiting(to_read: Readings) -> str:
    return phrase("encore-a-lire", waiting=to_read.waiting, count=len(to_read.texts))


def _unmarked(to_read: Readings, course: Path) -> None:
    if to_read.unmarked:
        say(phrase("pas-encore-notees", copies=named(to_read.unmarked), course=typed(course)))
