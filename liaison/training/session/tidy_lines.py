"""Ce qu'un éditeur ou une messagerie met autour d'un nom : un numéro, une puce, une adresse entre chevrons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from liaison.personal.contacts import EMAIL

# « 1. », « (2) », « 3 - »; a number without a sign after it may be a date, or a title.
_NUMBER = r"\(?\d{1,3}(?:[.):\u00b0]|\s*[-\u2013\u2014])"
# « • », « [ ] », whatever else stands alone; not what parts two names or joins two people.
_BULLET = r"\[[ xX]?\]|(?:[^\w\s,;:/|&+(\[]|_)+"
_NUMBERING = re.compile(rf"(?:(?:{_NUMBER}|{_BULLET})\s+)+(?=[^\W\d_])")
_BESIDE = re.compile(rf"(?P<name>[^@]*[^@\s<(\[])\s*[\s<(\[](?:mailto:)?(?P<email>{EMAIL.pattern})\s*>?")


@dataclass(frozen=True)
class TidyLine:
    """The cells of a line without what stood around a name; the address that did, and whether numbering did."""

    cells: tuple[str, ...]
    email: str = ""
    numbered: bool = False


def tidied(cells: Sequence[str]) -> TidyLine:
    """Return a line of a list of people without numbering or bullets, and without an address beside a name."""
    bare = [_NUMBERING.sub("", cell, count=1) if _NUMBERING.match(cell) else cell for cell in cells]
    beside = [_BESIDE.fullmatch(cell) for cell in bare]
    emails = [match["email"].strip("()[]") for match in beside if match]
    if len(emails) > 1:  # which of them is theirs? the name that keeps one is refused
        return TidyLine(tuple(bare), numbered=bare != list(cells))
    names = tuple(match["name"].strip('" ') if match else cell for cell, match in zip(bare, beside, strict=True))
    return TidyLine(names, "".join(emails), bare != list(cells))


def shared_addresses(addressed: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return who has an address that somebody else has too, by address, from pairs of who and address."""
    whose: dict[str, list[str]] = {}
    for who, email in addressed:
        if email:
            whose.setdefault(email.casefold(), []).append(who)
    return {email: people for email, people in whose.items() if len(people) > 1}


__all__ = ["TidyLine", "shared_addresses", "tidied"]
