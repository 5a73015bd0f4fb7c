"""La même réponse reçue deux fois : comptée une fois ; une version plus récente prend la place de celle d'avant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from liaison.diagnostic.reports import Flagged, Place, ReadReport

MOST_TOLD = 5  # lignes dites une par une ; au-delà, le même export deux fois se dit en une phrase


class Counted(NamedTuple):
    """The response that a mark is known by: where it is, which version of it, and all its answers as one value."""

    place: Place
    version: int
    answers: bytes


# By mark (a number drawn at random by the page, or by a tool), the response that counts. Never kept with the answers.
Seen = dict[str, Counted]


def latest(parts: Sequence[ReadReport]) -> list[ReadReport]:
    """Return the same reports without the responses that a later version took the place of: one family, one answer.

    Reports of one file each.
    """
    gone = {place for part in parts for place in part.outdated}
    return [_without(part, gone) for part in parts] if gone else list(parts)


def _without(part: ReadReport, gone: set[Place]) -> ReadReport:
    left = {place.line for place in gone if place.file in part.files}.intersection(part.lines.tolist())
    if not left:
        return part
    answers, lines = part.without(left)
    return replace(
        part,
        answers=answers,
        lines=lines,
        lines_repeated=part.lines_repeated + len(left),
        flagged=tuple(each for each in part.flagged if each.line not in left),
    )


def newer(former: Place, *, sure: bool) -> str:
    """Return what is said of a response that takes the place of a former version; not `sure`: it was read after."""
    if sure:
        return f"la famille a changé ses réponses depuis {_at(former)} : celles-ci prennent leur place"
    return (
        f"le même questionnaire que {_at(former)}, avec d'autres réponses, sans dire lesquelles sont les plus "
        "récentes : les dernières lues comptent ; pour garder les autres, effacer cette ligne"
    )


def older(latest: Place) -> str:
    """Return what is said of a response that the family has changed since."""
    return f"la famille a changé ces réponses depuis : celles de {_at(latest)} comptent à leur place"


def given_again(same: Mapping[int, Place], file: str) -> list[Flagged]:
    """Return what is said of the lines of a file that give again a response already counted."""
    if len(same) <= MOST_TOLD:
        said = "cette réponse est déjà comptée ({at}) : elle compte une seule fois"
        return [Flagged(line, said.format(at=_at(former)), file) for line, former in same.items()]
    files = ", ".join(dict.fromkeys(f"« {former.file} »" for former in same.values()))
    said = f"{len(same)} réponses sont déjà comptées (dans {files}) : chacune compte une seule fois"
    return [Flagged(None, said, file)]


def _at(place: Place) -> str:
    return f"{place.file}, ligne {place.line}"


__all__ = ["Counted", "Seen", "given_again", "latest", "newer", "older"]
