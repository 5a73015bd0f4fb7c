"""`liaison session close` : prendre, noter, écrire tous les papiers, rendre, et dire ce qui reste à lire."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.cli import (
    session_collecting,
    session_documents,
    session_feedback,
    session_grading,
    session_report,
    session_results,
    session_texts,
)
from app.cli.french import was_interrupted
from app.cli.output import InputError, print_json, say
from app.cli.session_hub import collect_in_room, give_back_in_room
from app.cli.session_status import named, say_ahead, say_less, say_nothing, say_refused, say_since, say_unread
from app.interruptions import UnfinishedError
from liaison.base.faults import FrenchError
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.terminal import typed
from liaison.training.closing.badges import BadgeWishes
from liaison.training.closing.closing import close_session
from liaison.training.closing.left import LeftToDo
from liaison.training.closing.parts import OF_TEXTS, TAKING, part_title
from liaison.training.hand_in.at_places import since_handed_in
from liaison.training.hand_in.given_back import pages_to_give, withdraw_others
from liaison.training.hand_in.standing import NOT_COME, who
from liaison.training.marks.copies import SECRET
from liaison.training.marks.feedback_files import PAGE
from liaison.training.marks.filled_table import TABLE, Taken, take_filled
from liaison.training.session.definition import SessionFolder, load_session

phrase = french_beside(__file__)


@dataclass(frozen=True)
class Closing:
    """What the trainer says of the session: a drop folder to take in first, who was there, how long it lasted."""

    drop: Path | None = None
    all_present: bool = False
    hours: str | None = None
    pdf: bool = True
    json: bool = False


def run(folder: Path, closing: Closing) -> int:
    """Do each part in order; one that is refused is said and stops none of the others, but then the answer is 1."""
    place = load_session(folder)
    begun: list[str] = []

    def tell(_done: int, _count: int, title: str) -> None:
        begun.append(title)
        say(f"\n{title}")

    try:
        with contextlib.redirect_stdout(io.StringIO()) if closing.json else contextlib.nullcontext():
            left = close_session(
                place,
                doing={name: _refusing(part) for name, part in _doing(place, closing).items()},
                tell=tell,
                refuse=lambda reason: say(phrase("pas-fait", reason=reason)),
            ).left
    except BaseException as error:
        if begun and was_interrupted(error):
            raise UnfinishedError(phrase("coupe", part=begun[-1], command=_command(folder, closing))) from error
        raise
    if closing.json:
        print_json(_as_json(left))
    else:
        _print(place, left, present=" --all" if closing.all_present else "")
    return int(bool(left.to_see or left.refused or left.to_ask))


def _command(folder: Path, closing: Closing) -> str:
    """Return the command that closes the session so."""
    drop: list[str | Path] = ["--drop", closing.drop] if closing.drop else []
    present = ["--all"] if closing.all_present else []
    hours = ["--hours", closing.hours] if closing.hours else []
    pages = [] if closing.pdf else ["--no-pdf"]
    return typed("liaison", "session", "close", folder, *drop, *present, *hours, *pages)


def _refusing(part: Callable[[], object]) -> Callable[[], object]:
    """Return a part that refuses as the engine does: what the command refuses by itself is a sentence as well."""

    def done() -> object:
        try:
            return part()
        except InputError as error:
            raise FrenchError(str(error)) from error

    return done


def _doing(place: SessionFolder, closing: Closing) -> dict[str, Callable[[], object]]:
    """Return what the command does for each part."""
    root, drop = place.root, closing.drop
    wishes = BadgeWishes(all_present=closing.all_present, as_they_are=True)
    taking: dict[str, Callable[[], object]] = {}
    if drop is not None:
        taking["depot"] = lambda: session_collecting.run(drop, root, json=False)
    return {
        **taking,
        "salle": lambda: collect_in_room(root, quiet=closing.json),
        "notes": lambda: session_grading.run(None, root, None, json=False),
        "tableau": lambda: _filled(place),
        "badges": lambda: session_documents.run_badge(root, wishes, json=False),
        "attestations": lambda: session_documents.run_attest(root, (), closing.all_present, closing.hours, json=False),
        "retours": lambda: session_feedback.run(None, root, closing.pdf, json=False),
        "retours-en-salle": lambda: _give_back(place, quiet=closing.json),
        "resultats": lambda: _results(place),
        "compte-rendu": lambda: session_report.run(None, root, None, None, json=False),
        "textes": lambda: session_texts.run(None, root, None, None, json=False),
    }


def _filled(place: SessionFolder) -> int:
    """Take what the trainer filled in where the table was left, before papers are made of it."""
    table = place.documents / TABLE
    taken = take_filled(table, None, place.root)
    if taken == Taken():
        say(phrase("rien-de-rempli"))
    session_texts.say_taken(taken, table, place.root)
    return int(taken.aside is not None)


def _give_back(place: SessionFolder, *, quiet: bool) -> int:
    """Give back to the places of the room, and name who handed in another way: nobody gives theirs but the trainer."""
    written = sorted(path.parent.relative_to(place.feedback) for path in place.feedback.glob(f"*/*/{PAGE}"))
    if others := [copy.parts for copy in written if not (place.submitted / copy / SECRET).exists()]:
        say(phrase("venues-autrement", copies=named((code, module) for code, module in others)))
    if not pages_to_give(place):
        withdraw_others(place)
        say(phrase("aucune-par-la-salle"))
        return 0
    return give_back_in_room(place.root, quiet=quiet)


def _results(place: SessionFolder) -> int:
    """Write the marks, and the file for Moodle too where the list of participants has addresses."""
    field = "email" if any(person.email for person in place.people().values()) else None
    return session_results.run(None, place.root, None, field, None, partial=False, json=False)


def _as_json(left: LeftToDo) -> dict[str, object]:
    read = left.readings
    return {
        "a_lire": read.waiting if read else None,
        "textes": len(read.texts) if read else None,
        "pas_fait": {part_title(name): reason for name, reason in left.refused.items()},
        "a_regarder": [part_title(name) for name in left.to_see],
        "remises_refusees": left.outside,
        "remises_a_reprendre": left.again,
        "en_dit_moins": left.less,
        "horloge_en_avance": left.ahead,
        "rien_a_noter": left.nothing,
    }


def _print(place: SessionFolder, left: LeftToDo, present: str) -> None:
    say()
    stands, refused, to_see = left.stands, left.refused, left.to_see
    if to_see:
        say(phrase("a-regarder", titles=", ".join(map(part_title, to_see))))
    if refused:
        say(phrase("pas-faits", titles=", ".join(map(part_title, refused))))
    if unsent := who(stands, "en_place"):
        say(phrase("en-place", copies=named(unsent)))
    say_unread(place, stands)
    say_since(place, since_handed_in(place, stands))
    if stands:
        say_refused(place, stands)
    say_nothing(left.nothing)
    say_less(place, left.less)
    say_ahead(place, left.ahead)
    if stands and all(state in NOT_COME for by_module in stands.values() for state in by_module.values()):
        # Of a part that was not done, nobody knows what had come.
        say(phrase("aucune-prise" if who(stands, "refusee") or refused.keys() & TAKING else "aucune-arrivee"))
        return
    if left.readings is None:
        return
    if not left.readings.waiting:
        not_sure = {*refused, *to_see} & (OF_TEXTS | TAKING)
        if not (left.to_ask or left.readings.unmarked or not_sure):
            say(phrase("tout-est-lu" if left.readings.texts else "aucun-texte-remis"))
        return
    table = place.documents / TABLE
    say(phrase("il-reste", n=left.readings.waiting, count=number(left.readings.waiting)))
    say(phrase("dans-le-tableau", table=table))
    say(phrase("puis-clore", folder=typed(place.root), present=present))
    say(phrase("rempli-ailleurs", command=session_texts.with_marks(place.root, Path("TABLEAU"))))
