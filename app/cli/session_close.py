"""`liaison session close` : prendre, noter, écrire tous les papiers, rendre, et dire ce qui reste à lire."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Mapping, Sequence
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
from app.cli.output import InputError, print_json, say
from app.cli.session_hub import collect_in_room, give_back_in_room
from app.cli.session_status import named, say_ahead, say_less, say_nothing, say_refused, say_since, say_unread
from liaison.base.faults import FrenchError, why
from liaison.base.files import clear_leftovers
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.terminal import typed
from liaison.base.typography import typeset
from liaison.documents import DocumentError
from liaison.training.hand_in.at_places import since_handed_in
from liaison.training.hand_in.given_back import pages_to_give, withdraw_others
from liaison.training.hand_in.left_to_ask import by_a_clock_ahead, refused_beside, said_less
from liaison.training.hand_in.standing import NOT_COME, Handed, nothing_to_mark, standing, who
from liaison.training.marks.copies import SECRET
from liaison.training.marks.feedback_files import PAGE
from liaison.training.marks.filled_table import TABLE, Taken, take_filled
from liaison.training.marks.of_session import texts_of_session
from liaison.training.marks.texts_to_read import Readings
from liaison.training.papers.attestation import FOLDER
from liaison.training.purge.own_documents import BADGES
from liaison.training.session.definition import SessionError, SessionFolder, load_session
from liaison.training.session.ownership import ROOM

phrase = french_beside(__file__)


_TAKING = {"depot", "salle"}  # the parts that take hand-ins in
_OF_TEXTS = {"notes", "tableau", "retours", "resultats"}  # the parts that are complete once every text is read


@dataclass(frozen=True)
class Closing:
    """What the trainer says of the session: a drop folder to take in first, who was there, how long it lasted."""

    drop: Path | None = None
    all_present: bool = False
    hours: str | None = None
    pdf: bool = True
    json: bool = False


@dataclass(frozen=True)
class _Left:
    """What a closing leaves: parts that were refused, or that left something out; copies to ask again, texts to read.

    `outside`: of whom something was refused, and nothing newer is kept. `less`: who handed in less than before, of
    which module. `ahead`: whose copy counts by a clock that runs ahead. `nothing`: whose copy has nothing to mark.
    """

    refused: Mapping[str, str]
    to_see: Sequence[str]
    stands: Mapping[str, Mapping[str, Handed]]
    outside: Sequence[str]
    less: Sequence[tuple[str, str]]
    ahead: Sequence[tuple[str, str]]
    nothing: Sequence[tuple[str, str]]
    readings: Readings | None

    @property
    def to_ask(self) -> bool:
        """Whether a copy is to be asked again, or looked at."""
        return bool(self.outside or self.less or self.ahead or self.nothing)


def run(folder: Path, closing: Closing) -> int:
    """Do each part in order; one that is refused is said and stops none of the others, but then the answer is 1."""
    place = load_session(folder)
    _clear(place)
    refused: dict[str, str] = {}
    to_see: list[str] = []  # what did its work and left something out, which it has said
    for name, part in _parts(place, closing):
        if not closing.json:
            say(f"\n{_title(name)}")
        quiet = contextlib.redirect_stdout(io.StringIO()) if closing.json else contextlib.nullcontext()
        try:
            with quiet:
                to_see += [name] * bool(part())
        except (FrenchError, InputError, DocumentError) as error:
            refused[name] = str(error)
        except OSError as error:  # a disk that is full stops this part, and the others are tried
            refused[name] = typeset(phrase("arrete", reason=why(error)))
        if name in refused and not closing.json:
            say(phrase("pas-fait", reason=refused[name]))
    left = _left(place, refused, to_see)
    if closing.json:
        print_json(_as_json(left))
    else:
        _print(place, left, present=" --all" if closing.all_present else "")
    return int(bool(to_see or refused or left.to_ask))


def _clear(place: SessionFolder) -> None:
    """Remove what a closing that was cut left among the papers; what does not go is in the way of none of them."""
    for folder in (place.documents, place.documents / BADGES, place.documents / FOLDER):
        with contextlib.suppress(OSError):
            clear_leftovers(folder)


def _title(part: str) -> str:
    return phrase(f"partie-{part}")


def _parts(place: SessionFolder, closing: Closing) -> list[tuple[str, Callable[[], int | None]]]:
    """Return what is done, in order: badges come before attestations, which give the fingerprint of their key."""
    root, in_room = place.root, place.session.mode == "reseau" and (place.root / ROOM).is_dir()
    wishes = session_documents.BadgeWishes(all_present=closing.all_present)
    parts: list[tuple[str, Callable[[], int | None]]] = []
    if closing.drop is not None:
        drop = closing.drop
        parts.append(("depot", lambda: session_collecting.run(drop, root, json=False)))
    if in_room:
        parts.append(("salle", lambda: collect_in_room(root, quiet=closing.json)))
    return [
        *parts,
        ("notes", lambda: session_grading.run(None, root, None, json=False)),
        *([("tableau", lambda: _filled(place))] if (place.documents / TABLE).is_file() else []),
        ("badges", lambda: session_documents.run_badge(root, wishes, json=False)),
        (
            "attestations",
            lambda: session_documents.run_attest(root, (), closing.all_present, closing.hours, json=False),
        ),
        ("retours", lambda: session_feedback.run(None, root, closing.pdf, json=False)),
        *([("retours-en-salle", lambda: _give_back(place, quiet=closing.json))] if in_room else []),
        ("resultats", lambda: _results(place)),
        ("compte-rendu", lambda: session_report.run(None, root, None, None, json=False)),
        ("textes", lambda: session_texts.run(None, root, None, None, json=False)),
    ]


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


def _stands(place: SessionFolder) -> dict[str, dict[str, Handed]]:
    try:
        return standing(place)
    except SessionError:  # a spoiled journal, which collecting has told: nobody knows who handed in
        return {}


def _left(place: SessionFolder, refused: Mapping[str, str], to_see: Sequence[str]) -> _Left:
    stands = _stands(place)
    nothing = nothing_to_mark(place, stands)
    return _Left(
        refused,
        to_see,
        stands,
        _refused_copies(place, stands),
        said_less(place) if stands else (),
        by_a_clock_ahead(place) if stands else (),
        [(code, module) for code, by_module in nothing.items() for module in by_module],
        texts_of_session(place)[0],  # why not is told by the parts that read the gradebook too
    )


def _as_json(left: _Left) -> dict[str, object]:
    read = left.readings
    return {
        "a_lire": read.waiting if read else None,
        "textes": len(read.texts) if read else None,
        "pas_fait": {_title(name): reason for name, reason in left.refused.items()},
        "a_regarder": [_title(name) for name in left.to_see],
        "remises_refusees": left.outside,
        "en_dit_moins": left.less,
        "horloge_en_avance": left.ahead,
        "rien_a_noter": left.nothing,
    }


def _refused_copies(place: SessionFolder, stands: dict[str, dict[str, Handed]]) -> list[str]:
    """Return of whom something was refused, and nothing newer is kept."""
    if not stands or place.erasure.exists():
        return []
    return list(dict.fromkeys([*(code for code, _ in who(stands, "refusee")), *refused_beside(place, stands)]))


def _print(place: SessionFolder, left: _Left, present: str) -> None:
    say()
    stands, refused, to_see = left.stands, left.refused, left.to_see
    if to_see:
        say(phrase("a-regarder", titles=", ".join(map(_title, to_see))))
    if refused:
        say(phrase("pas-faits", titles=", ".join(map(_title, refused))))
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
        say(phrase("aucune-prise" if who(stands, "refusee") or refused.keys() & _TAKING else "aucune-arrivee"))
        return
    if left.readings is None:
        return
    if not left.readings.waiting:
        not_sure = {*refused, *to_see} & (_OF_TEXTS | _TAKING)
        if not (left.to_ask or left.readings.unmarked or not_sure):
            say(phrase("tout-est-lu" if left.readings.texts else "aucun-texte-remis"))
        return
    table = place.documents / TABLE
    say(phrase("il-reste", n=left.readings.waiting, count=number(left.readings.waiting)))
    say(phrase("dans-le-tableau", table=table))
    say(phrase("puis-clore", folder=typed(place.root), present=present))
    say(phrase("rempli-ailleurs", command=session_texts.with_marks(place.root, Path("TABLEAU"))))
