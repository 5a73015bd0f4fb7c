"""Ce que l'effacement ferait perdre : remises, notes, textes pas lus, mots pas rendus, noms.

Once it has begun, nothing is taken, marked nor read any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.training.closing.unlisted import unlisted
from liaison.training.exercise.definition import Exercise
from liaison.training.hand_in.at_places import to_take
from liaison.training.hand_in.refused_here import refused_here
from liaison.training.hand_in.standing import NOT_COME, Handed, nothing_to_mark, standing
from liaison.training.marks.copies import when_handed_in
from liaison.training.marks.feedback_files import behind
from liaison.training.marks.filled_table import filled_tables
from liaison.training.marks.gradebook import is_gradebook
from liaison.training.marks.of_session import NoExerciseError, asked_exercises, texts_of_session
from liaison.training.marks.texts_to_read import Readings
from liaison.training.marks.trainer_marks import marked_hand_ins
from liaison.training.session.definition import SessionFolder

phrase = french_beside(__file__)

_SHOWN = 10  # personnes : au delà, c'est la liste entière qui manque


@dataclass(frozen=True)
class LostWithNames:
    """How many hand-ins of the room nobody took, copies nobody marked and texts nobody read; `unknown`: why not all.

    `refused`: the hand-ins that were refused, and can still be taken again. `incomplete`: the folders of the room that
    cannot, and hold answers. `filled`: the tables of texts that are filled in, and not taken. `not_given`: to how many
    copies the trainer wrote what no page gives back. `unlisted`: the papers of whom the list has no name, by whose they
    are: the name that is on them would be looked for nowhere.
    """

    not_taken: int = 0
    refused: int = 0
    incomplete: tuple[Path, ...] = ()
    unmarked: int = 0
    unread: int = 0
    filled: tuple[Path, ...] = ()
    not_given: int = 0
    unlisted: Mapping[str, Sequence[str]] = field(default_factory=dict)
    unknown: str = ""

    def lines(self) -> Iterator[str]:
        """Yield a French sentence for each that there is; nothing where nothing would be lost."""
        counts = {
            "pas-prises": self.not_taken,
            "refusees": self.refused,
            "incompletes": len(self.incomplete),
            "sans-note": self.unmarked,
            "pas-lus": self.unread,
            "tableaux-pas-pris": len(self.filled),
            "pas-rendus": self.not_given,
            "hors-liste": len(self.unlisted),
        }
        for key, count in counts.items():
            if count:
                yield phrase(key, n=count, papers=self._papers())
        if self.unknown:
            yield phrase("pas-comptes", reason=self.unknown)

    def _papers(self) -> str:
        each = [
            code if papers == (code,) else f"{code} ({', '.join(papers)})" for code, papers in self.unlisted.items()
        ]
        return " ; ".join([*each[:_SHOWN], *("…" for _ in each[_SHOWN:][:1])])


def lost_with_names(place: SessionFolder) -> LostWithNames:
    """Return what erasing the names of a session would lose now; nothing once it has begun: that is lost already.

    A copy whose mark is that of an earlier hand-in of the same person is not marked.

    Raises:
        SessionError: the list of names cannot be read: erasing refuses it too, whatever is given up.
    """
    if place.erasure.exists():
        return LostWithNames()
    place.people()
    try:
        without = unlisted(place)
        stands = standing(place)
        waiting = {*to_take(place, stands)}
        refused = refused_here(place)
        copies = _to_mark(place, stands)
        unmarked = sum(_unmarked(place, module, codes) for module, codes in copies.items())
        not_given = sum(behind(place.root, each, place.session.zone) for each in _exercises(place) if each.id in copies)
    except FrenchError as error:
        return LostWithNames(unknown=str(error))
    readings, unknown = texts_of_session(place) if copies and is_gradebook(place.gradebook) else (None, "")
    # Of a gradebook that is lost, a table may still give every mark.
    in_gradebook = readings or (None if unknown else Readings((), marks={module: {} for module in copies}))
    return LostWithNames(
        len(waiting),
        len({*refused.again} - waiting),
        refused.incomplete,
        unmarked,
        readings.waiting if readings else 0,
        filled_tables(place, in_gradebook) if in_gradebook else (),
        not_given,
        without,
        unknown,
    )


def _exercises(place: SessionFolder) -> list[Exercise]:
    try:
        return asked_exercises(None, place.root)
    except NoExerciseError:
        return []


def _to_mark(place: SessionFolder, stands: Mapping[str, Mapping[str, Handed]]) -> dict[str, list[str]]:
    """Return, by exercise, whose copies came and have something to mark."""
    exercises = [exercise.id for exercise in _exercises(place)]
    nothing = nothing_to_mark(place, stands)
    copies: dict[str, list[str]] = {}
    for code, by_module in stands.items():
        for module in exercises:
            if by_module[module] not in (*NOT_COME, "ferme") and module not in nothing.get(code, {}):
                copies.setdefault(module, []).append(code)
    return copies


def _unmarked(place: SessionFolder, module: str, codes: Sequence[str]) -> int:
    """Return how many of these copies have no mark, or that of what the same person handed in before.

    Raises:
        CourseError: the gradebook cannot be read.
    """
    marked = marked_hand_ins(place.root, module)
    hours = {code: when_handed_in(place.submitted / code / module)[0] for code in codes}
    return sum(code not in marked or at not in (None, marked[code]) for code, at in hours.items())


__all__ = ["LostWithNames", "lost_with_names"]
